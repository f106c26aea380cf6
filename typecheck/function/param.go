package function

import "github.com/flinkc/flinkc/typecheck/types"

// class is a family of types that a parameter accepts. take gives the type to which an argument is
// cast, which is the argument's own type when the Go function takes it as it is; nullability never
// changes.
type class struct {
	text string
	take func(t types.Type) (types.Type, bool)
}

// param is one parameter of an overload.
type param struct {
	name string
	class
	// through names a function that makes of an argument what the Go function takes; "" is a cast.
	through string
}

// InArray is the function through which an element becomes an ARRAY of its own, NULL or not.
const InArray = "ARRAY"

// Classes of parameters. A NULL literal becomes the class's plainest type.
var (
	character = class{"a string", keep(types.Type.IsCharacter, types.StringOf())}
	textBytes = class{"a string or bytes", keep(isText, types.StringOf())}
	bytesOnly = class{"bytes", keep(types.Type.IsBinary, types.BytesOf())}
	integer   = class{"INT or smaller", upTo(types.Int)}
	long      = class{"an integer", upTo(types.BigInt)}
	cutOff    = class{"a number", into(types.Type.IsNumeric, types.Of(types.BigInt))}
	anyInt    = class{"an integer", keep(types.Type.IsInteger, types.Of(types.Int))}
	decimal   = class{"DECIMAL", keep(is(types.Decimal), types.DecimalOf(10, 0))}
	approx    = class{"FLOAT or DOUBLE", keep(types.Type.IsApproximate, types.Of(types.Double))}
	double    = class{"a number", into(types.Type.IsNumeric, types.Of(types.Double))}
	exact     = class{"an exact number", exactAsDecimal}
	ordered   = class{"a number, a string, a DATE or a TIME", keep(isOrdered, types.Of(types.Int))}
	boolean   = class{"BOOLEAN", keep(is(types.Boolean), types.Of(types.Boolean))}
	date      = class{"DATE", keep(is(types.Date), types.Of(types.Date))}
	clock     = class{"TIME", keep(is(types.Time), types.Of(types.Time))}
	timestamp = class{"TIMESTAMP", keep(is(types.Timestamp), types.TimestampOf(3))}
	instant   = class{"TIMESTAMP_LTZ", keep(is(types.TimestampLTZ), types.TimestampLTZOf(3))}
	dateTime  = class{"DATE or TIMESTAMP", dateOrTimestamp}
	months    = class{"INTERVAL YEAR TO MONTH", keep(is(types.IntervalYearMonth), intervalMonth)}
	millis    = class{"INTERVAL DAY TO SECOND", keep(is(types.IntervalDayTime), intervalDay)}
)

var (
	intervalMonth = types.Of(types.IntervalYearMonth)
	intervalDay   = types.Of(types.IntervalDayTime)
)

func is(k types.Kind) func(types.Type) bool {
	return func(t types.Type) bool { return t.Kind == k }
}

func isText(t types.Type) bool { return t.IsCharacter() || t.IsBinary() }

// isOrdered are the types whose Go values compare with <.
func isOrdered(t types.Type) bool {
	return t.IsInteger() || t.IsApproximate() || isText(t) || t.IsInterval() ||
		t.Kind == types.Date || t.Kind == types.Time
}

// exactAsDecimal makes integers DECIMALs of scale 0.
func exactAsDecimal(t types.Type) (types.Type, bool) {
	if t.Kind == types.Null {
		return types.DecimalOf(10, 0), true
	}
	return t.AsDecimal()
}

// keep accepts what ok accepts as it is, and a NULL literal as null.
func keep(ok func(types.Type) bool, null types.Type) func(types.Type) (types.Type, bool) {
	return func(t types.Type) (types.Type, bool) {
		if t.Kind == types.Null {
			return null.OrNull(), true
		}
		return t, ok(t)
	}
}

// into casts whatever ok accepts to one type.
func into(ok func(types.Type) bool, to types.Type) func(types.Type) (types.Type, bool) {
	return func(t types.Type) (types.Type, bool) {
		if t.Kind == types.Null {
			return to.OrNull(), true
		}
		return to.WithNullable(t.Nullable), ok(t)
	}
}

// upTo accepts the integers that fit into k and widens them to k.
func upTo(k types.Kind) func(types.Type) (types.Type, bool) {
	fits := func(t types.Type) bool { return t.IsInteger() && t.Kind <= k }
	return into(fits, types.Of(k))
}

// given is a class without the NULL literal.
func given(c class) class {
	return class{c.text + " and not NULL", func(t types.Type) (types.Type, bool) {
		to, ok := c.take(t)
		return to, ok && t.Kind != types.Null
	}}
}

// dateOrTimestamp makes a DATE a midnight. Functions that subtract times want one Go type.
func dateOrTimestamp(t types.Type) (types.Type, bool) {
	switch t.Kind {
	case types.Date, types.Null:
		return types.TimestampOf(3).WithNullable(t.Nullable || t.Kind == types.Null), true
	case types.Timestamp:
		return t, true
	}
	return t, false
}

// arg names a parameter of a class.
func arg(name string, c class) param { return param{name: name, class: c} }

// args is a parameter list; most functions have one to three.
func args(ps ...param) []param { return ps }
