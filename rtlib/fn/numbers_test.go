package fn

import (
	"math"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// dec is a decimal and its scale; decText shows one, or NULL.
func dec(s string) (value.Int128, int) {
	d := must(value.ParseDecimal(s))
	return d.Unscaled, d.Scale
}

func decText(v value.Int128, ok bool, scale int) string {
	if !ok {
		return "NULL"
	}
	return string(value.AppendDecimal(nil, v, scale))
}

func TestSignsAndExtremes(t *testing.T) {
	x, scale := dec("-12.50")
	y, _ := dec("3.00")
	check(t, []row{
		{"ABS(-5)", show(Abs(int32(-5))), "5"},
		{"ABS(smallest)", show(Abs(int8(-128))), "-128"},
		{"ABS(-0.0)", show(math.Signbit(Abs(math.Copysign(0, -1)))), "false"},
		{"ABS(-12.50)", decText(AbsDecimal(x), true, scale), "12.50"},
		{"SIGN(-3)", show(Sign(int64(-3))), "-1"},
		{"SIGN(0)", show(Sign(0.0)), "0"},
		{"SIGN(7.5)", show(Sign(7.5)), "1"},
		{"SIGN(NaN)", show(Sign(math.NaN())), "NaN"},
		{"SIGN(-12.50)", decText(SignDecimal(x, scale, 4, 2), true, scale), "-1.00"},
		{"SIGN(3.00)", decText(SignDecimal(y, scale, 4, 2), true, scale), "1.00"},
		{"SIGN(0.00)", decText(SignDecimal(value.Int128{}, scale, 4, 2), true, scale), "0.00"},
		{"ROUND of an INT", show(Same(int16(7))), "7"},
		{"TRUE and FALSE", show(BoolCmp(true, false)), "1"},
		{"FALSE and TRUE", show(BoolCmp(false, true)), "-1"},
		{"TRUE and TRUE", show(BoolCmp(true, true)), "0"},
	})
}

func TestModAndRound(t *testing.T) {
	mod := func(a, b string) string {
		x, xs := dec(a)
		y, ys := dec(b)
		v, err := ModDecimal(x, y, xs, ys)
		if err != nil {
			return "error"
		}
		return decText(v, true, max(xs, ys))
	}
	huge := "99999999999999999999999999999999999999"
	check(t, []row{
		{"MOD(7, 0)", try(Mod(int32(7), int32(0))), "error: " + errDivision.Error()},
		{"MOD(smallest, -1)", try(Mod(int64(math.MinInt64), int64(-1))), "0"},
		{"MOD(-7, 3)", try(Mod(int8(-7), int64(3))), "-1"},
		{"MOD(-7.5, 2)", mod("-7.5", "2"), "-1.5"},
		{"MOD(7, 0.3)", mod("7", "0.3"), "0.1"},
		{"MOD(1, 0.0)", mod("1", "0.0"), "error"},
		{"divisor beyond 128 bits", mod("0.1", huge), "0.1"},
		{"ROUND(-0.04, 1)", show(math.Signbit(Round(-0.04, 1))), "false"},
		{"ROUND(-0.0, 1)", show(math.Signbit(Round(math.Copysign(0, -1), 1))), "false"},
		{"TRUNCATE(-0.09, 1)", show(math.Signbit(Truncate(-0.09, 1))), "false"},
		{"ROUND(-0.06, 1)", show(Round(-0.06, 1)), "-0.1"},
		{"ROUND(NaN, 1)", show(Round(math.NaN(), 1)), "NaN"},
		{"ROUND(Infinity, 1)", show(Round(math.Inf(1), 1)), "+Inf"},
	})
}

func TestAngles(t *testing.T) {
	near := func(name string, got, want float64) {
		if math.Abs(got-want) > 1e-15*math.Max(1, math.Abs(want)) {
			t.Errorf("%s = %v, want %v", name, got, want)
		}
	}
	near("SIN(PI/6)", Sin(Pi()/6), 0.5)
	near("COS(PI/3)", Cos(Pi()/3), 0.5)
	near("TAN(PI/4)", Tan(Pi()/4), 1)
	near("COT(1)", Cot(1), 0.6420926159343306)
	near("ASIN(1)", Asin(1), Pi()/2)
	near("ACOS(0)", Acos(0), Pi()/2)
	near("ATAN(1)", Atan(1), Pi()/4)
	near("ATAN2(1, -1)", Atan2(1, -1), 3*Pi()/4)
	near("SINH(1)", Sinh(1), 1.1752011936438014)
	near("COSH(1)", Cosh(1), 1.543080634815244)
	near("TANH(1)", Tanh(1), 0.7615941559557649)
	near("DEGREES(PI)", Degrees(Pi()), 180)
	near("RADIANS(180)", Radians(180), Pi())
	near("LOG(2, 8)", Log(2, 8), 3)
	near("LN(E)", Ln(E()), 1)
}

func TestClock(t *testing.T) {
	c := NewContext(time.FixedZone("", 3600))
	before := time.Now().UnixMilli()
	if now := c.Now(); now < before || now > before+60_000 {
		t.Errorf("the clock says %d, it is %d", now, before)
	}
	const instant = 82_800_999 // 1970-01-01 23:00:00.999 in UTC, midnight in the zone
	c.Now = func() int64 { return instant }
	check(t, []row{
		{"CURRENT_TIMESTAMP", show(Now(c)), "{82800999 0}"},
		{"LOCALTIMESTAMP", show(LocalTimestamp(c)), "{86400999 0}"},
		{"CURRENT_DATE", show(CurrentDate(c)), "1"},
		{"LOCALTIME", show(LocalTime(c)), "0"},
		{"UNIX_TIMESTAMP()", show(UnixNow(c)), "82800"},
	})
}
