package function

// Parameters that many numeric functions share.
var (
	num    = arg("number", double)
	whole1 = arg("number", anyInt)
	float  = arg("number", approx)
	dec    = arg("number", decimal)
	digits = arg("digits", integer)
)

const inNumbers = "Numbers"

// mathTable has the functions over DOUBLE, and those without arguments. DECIMAL and integer
// arguments are cast.
var mathTable = []Family{
	onDouble("SQRT", "Sqrt", "Square root; NaN for a negative number.", "SQRT(4) = 2.0"),
	onDouble("EXP", "Exp", "e to the power of the number.", "EXP(0) = 1.0"),
	onDouble("LN", "Ln", "Natural logarithm; -Infinity for 0, NaN below.", "LN(E()) = 1.0"),
	onDouble("LOG10", "Log10", "Logarithm to the base 10.", "LOG10(1000) = 3.0"),
	onDouble("LOG2", "Log2", "Logarithm to the base 2.", "LOG2(8) = 3.0"),
	onDouble("SIN", "Sin", "Sine of an angle in radians.", "SIN(0) = 0.0"),
	onDouble("COS", "Cos", "Cosine of an angle in radians.", "COS(0) = 1.0"),
	onDouble("TAN", "Tan", "Tangent of an angle in radians.", "TAN(0) = 0.0"),
	onDouble("COT", "Cot", "Cotangent of an angle in radians, 1 / TAN.", "ROUND(COT(1), 9) = 0.642092616"),
	onDouble("ASIN", "Asin", "Arc sine; NaN outside -1 to 1.", "ASIN(0) = 0.0"),
	onDouble("ACOS", "Acos", "Arc cosine; NaN outside -1 to 1.", "ACOS(1) = 0.0"),
	onDouble("ATAN", "Atan", "Arc tangent.", "ATAN(0) = 0.0"),
	onDouble("SINH", "Sinh", "Hyperbolic sine.", "SINH(0) = 0.0"),
	onDouble("COSH", "Cosh", "Hyperbolic cosine.", "COSH(0) = 1.0"),
	onDouble("TANH", "Tanh", "Hyperbolic tangent.", "TANH(0) = 0.0"),
	onDouble("DEGREES", "Degrees", "Radians in degrees.", "DEGREES(PI()) = 180.0"),
	onDouble("RADIANS", "Radians", "Degrees in radians.", "RADIANS(180) = 3.141592653589793"),
	{Name: "LOG", Section: inNumbers, Example: "LOG(2, 8) = 3.0",
		Doc: "Natural logarithm of one number; with two, the logarithm of the second to the base of the first.",
		forms: []overload{
			{params: args(num), result: doubles, fn: Builtin{Go: "Ln"}},
			{params: args(arg("base", double), num), result: doubles, fn: Builtin{Go: "Log"}},
		}},
	{Name: "POWER", Section: inNumbers, Doc: "The first number to the power of the second.",
		Example: "POWER(2, 10) = 1024.0",
		forms: []overload{{params: args(num, arg("exponent", double)), result: doubles,
			fn: Builtin{Go: "Power"}}}},
	{Name: "ATAN2", Section: inNumbers, Doc: "Angle of the point (x, y), y first.",
		Example: "ATAN2(0, 1) = 0.0",
		forms: []overload{{params: args(arg("y", double), arg("x", double)), result: doubles,
			fn: Builtin{Go: "Atan2"}}}},
	{Name: "PI", Section: inNumbers, Doc: "The number pi.", Example: "PI() = 3.141592653589793",
		forms: []overload{{result: doubles, fn: Builtin{Go: "Pi"}}}},
	{Name: "E", Section: inNumbers, Doc: "Euler's number.", Example: "E() = 2.718281828459045",
		forms: []overload{{result: doubles, fn: Builtin{Go: "E"}}}},
	{Name: "RAND", Section: inNumbers, Example: "RAND()",
		Doc: "A random number in [0, 1); with a seed, the sequence of java.util.Random, one for each lane.",
		forms: []overload{
			{result: doubles, fn: Builtin{Go: "Rand", Context: true, NotDeterministic: true}},
			{params: args(arg("seed", integer)), result: doubles,
				fn: Builtin{Go: "RandSeed", Context: true, NotDeterministic: true}},
		}},
	{Name: "RAND_INTEGER", Section: inNumbers, Example: "RAND_INTEGER(10)",
		Doc: "A random integer in [0, bound); a bound below 1 fails the job.",
		forms: []overload{
			{params: args(arg("bound", integer)), result: int32s, fn: Builtin{Go: "RandInteger",
				Form: OrError, Context: true, NotDeterministic: true}},
			{params: args(arg("seed", integer), arg("bound", integer)), result: int32s,
				fn: Builtin{Go: "RandIntegerSeed", Form: OrError, Context: true, NotDeterministic: true}},
		}},
}

// onDouble is a function of one DOUBLE.
func onDouble(name, fn, doc, example string) Family {
	return Family{Name: name, Section: inNumbers, Doc: doc, Example: example,
		forms: []overload{{params: args(num), result: doubles, fn: Builtin{Go: fn}}}}
}

// decimalTable has the functions that keep the kind of number they are given, each with a form for
// the integers, for FLOAT and DOUBLE, and for DECIMAL.
var decimalTable = []Family{
	{Name: "ABS", Section: inNumbers, Doc: "Absolute value; the smallest integer of a type stays as it is.",
		Example: "ABS(-2.5) = 2.5",
		forms: []overload{
			{params: args(whole1), result: same, fn: Builtin{Go: "Abs", Generic: true}},
			{params: args(float), result: same, fn: Builtin{Go: "Abs", Generic: true}},
			{params: args(dec), result: same, fn: Builtin{Go: "AbsDecimal"}},
			{params: args(arg("interval", millis)), result: same, fn: Builtin{Go: "Abs", Generic: true}},
			{params: args(arg("interval", months)), result: same, fn: Builtin{Go: "Abs", Generic: true}},
		}},
	{Name: "SIGN", Section: inNumbers, Doc: "-1, 0 or 1 in the type of the number.", Example: "SIGN(-7) = -1",
		forms: []overload{
			{params: args(whole1), result: same, fn: Builtin{Go: "Sign", Generic: true}},
			{params: args(float), result: same, fn: Builtin{Go: "Sign", Generic: true}},
			{params: args(dec), result: same, fn: Builtin{Go: "SignDecimal", Consts: scales}},
		}},
	{Name: "MOD", Section: inNumbers, Example: "MOD(-7, 3) = -1",
		Doc: "Remainder of the division, with the sign of the first number, in the type of the second. " +
			"Division by 0 fails the job.",
		forms: []overload{
			{params: args(whole1, arg("divisor", anyInt)), result: second,
				fn: Builtin{Go: "Mod", Form: OrError, Generic: true}},
			{params: args(arg("number", exact), arg("divisor", exact)), result: remainder,
				fn: Builtin{Go: "ModDecimal", Form: OrError, Consts: bothScales}},
		}},
	rounding("ROUND", "Round", "ROUND(2.567, 2) = 2.57",
		"Rounded half up, away from 0, to digits behind the point, 0 by default; negative: before it. "+
			"NaN and Infinity stay what they are (Flink fails)."),
	rounding("TRUNCATE", "Truncate", "TRUNCATE(2.567, 2) = 2.56",
		"Cut, toward 0, to digits behind the point, 0 by default; negative: before it."),
	{Name: "FLOOR", Section: inNumbers, Example: "FLOOR(-2.5) = -3",
		Doc: "The greatest whole number that is not greater.", forms: wholeForms("Floor")},
	{Name: "CEIL", Aliases: []string{"CEILING"}, Section: inNumbers, Example: "CEIL(2.1) = 3",
		Doc: "The smallest whole number that is not smaller.", forms: wholeForms("Ceil")},
	extreme("GREATEST", "Greatest", "GREATEST(1, 3, 2) = 3",
		"The greatest of the values; NULL if one is NULL. NaN is greater than every number."),
	extreme("LEAST", "Least", "LEAST(1, 3, 2) = 1",
		"The least of the values; NULL if one is NULL. NaN is greater than every number."),
}

func rounding(name, fn, example, doc string) Family {
	return Family{Name: name, Section: inNumbers, Doc: doc, Example: example, forms: []overload{
		{params: args(whole1), result: same, fn: Builtin{Go: "Same", Generic: true}},
		{params: args(whole1, digits), result: same, fn: Builtin{Go: fn + "Integer", Generic: true}},
		{params: args(float), result: same, fn: Builtin{Go: fn + "Whole", Generic: true}},
		{params: args(float, digits), result: same, fn: Builtin{Go: fn, Generic: true}},
		{params: args(dec), result: rounded,
			fn: Builtin{Go: fn + "DecimalWhole", Form: OrNull, Consts: scales}},
		{params: args(dec, digits), result: rounded,
			fn: Builtin{Go: fn + "Decimal", Form: OrNull, Consts: scales}},
	}}
}

func wholeForms(fn string) []overload {
	return []overload{
		{params: args(whole1), result: same, fn: Builtin{Go: "Same", Generic: true}},
		{params: args(float), result: same, fn: Builtin{Go: fn, Generic: true}},
		{params: args(dec), result: whole, fn: Builtin{Go: fn + "Decimal", Form: OrNull, Consts: scales}},
	}
}

// extreme is GREATEST or LEAST: one form for each group of Go types that compare alike.
func extreme(name, fn, example, doc string) Family {
	form := func(c class, suffix string, generic bool) overload {
		return overload{params: args(arg("value", c)), repeat: 1, common: true, result: same,
			fn: Builtin{Go: fn + suffix, Generic: generic}}
	}
	return Family{Name: name, Section: inNumbers, Doc: doc, Example: example, forms: []overload{
		form(ordered, "", true),
		form(decimal, "Decimal", false),
		form(boolean, "Bool", false),
		form(timestamp, "Timestamp", false),
		form(instant, "Timestamp", false),
	}}
}
