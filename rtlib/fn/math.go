package fn

import "math"

// The functions of one or two DOUBLEs follow IEEE: outside their domain they give NaN or an
// infinity, never an error. Exp, the logarithms and Power are rounded correctly on every machine;
// the JVM on x86, on which Flink mostly runs, gives the same bits but for about one result in 3,000
// of Power and one in 600 of Exp, where it is off by one unit in the last place. (The bits of
// StrictMath, which the JVM does not use there, differ from its in 4 to 9 of 100.)

// Sqrt is the square root, NaN below 0. Flink takes x to the power of 0.5, which makes Infinity of
// -Infinity and 0 of -0.
func Sqrt(x float64) float64 {
	if x == 0 || math.IsInf(x, -1) {
		return math.Abs(x)
	}
	return math.Sqrt(x)
}

// Exp is e to the power of x.
func Exp(x float64) float64 { return exp(x) }

// Ln is the natural logarithm: -Infinity of 0, NaN below.
func Ln(x float64) float64 { return log(x) }

// Log10 is the logarithm to the base 10; it is exact for powers of ten.
func Log10(x float64) float64 { return log10(x) }

// Log2 is ln x / ln 2.
func Log2(x float64) float64 { return log(x) / math.Ln2 }

// Log is ln x / ln base.
func Log(base, x float64) float64 { return log(x) / log(base) }

// Power is x to the power of y. Unlike C's, Java's power of 1 to NaN or an infinity is NaN, and so
// is that of -1.
func Power(x, y float64) float64 {
	if math.IsNaN(y) || (x == 1 || x == -1) && math.IsInf(y, 0) {
		return math.NaN()
	}
	return power(x, y)
}

// Sin is the sine of radians.
func Sin(x float64) float64 { return math.Sin(x) }

// Cos is the cosine of radians.
func Cos(x float64) float64 { return math.Cos(x) }

// Tan is the tangent of radians.
func Tan(x float64) float64 { return math.Tan(x) }

// Cot is 1 / tan x.
func Cot(x float64) float64 { return 1 / math.Tan(x) }

// Asin is the arc sine in radians.
func Asin(x float64) float64 { return math.Asin(x) }

// Acos is the arc cosine in radians.
func Acos(x float64) float64 { return math.Acos(x) }

// Atan is the arc tangent in radians.
func Atan(x float64) float64 { return math.Atan(x) }

// Atan2 is the angle of the point (x, y) in radians.
func Atan2(y, x float64) float64 { return math.Atan2(y, x) }

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 { return math.Sinh(x) }

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 { return math.Cosh(x) }

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 { return math.Tanh(x) }

// Degrees makes degrees of radians.
func Degrees(x float64) float64 { return x * (180 / math.Pi) }

// Radians makes radians of degrees.
func Radians(x float64) float64 { return x / 180 * math.Pi }

// Pi is the number pi.
func Pi() float64 { return math.Pi }

// E is Euler's number.
func E() float64 { return math.E }
