// Package function holds the built-in functions as tables: one entry drives the checker, the
// emitter, constant folding and the documentation.
package function

import "github.com/flinkc/flinkc/typecheck/types"

// Builtin is one overload of a built-in scalar function, as a call was resolved to it.
type Builtin struct {
	Name string // upper case, as documented
	// Go is the function in package rtlib/fn, or in rtlib/nested. It is called with the arguments in order, then with
	// Consts. Go types of arguments and results, by SQL type: bool; int8..int64; float32, float64;
	// string for the character and binary types; value.Int128 (unscaled) for every DECIMAL; int32
	// days for DATE; int32 milliseconds for TIME; value.Timestamp for TIMESTAMP and TIMESTAMP_LTZ
	// of any precision; int32 and int64 for the intervals.
	Go string
	// Nested: the function is in package rtlib/nested.
	Nested bool
	// Form is what the Go function returns.
	Form Form
	// Null says what happens to NULL arguments.
	Null NullRule
	// Prepare: argument PrepareArg is not passed as it is but as the result of
	// fn.<Prepare>(argument), made once when the argument is a literal and cached per distinct
	// value otherwise (a compiled pattern, a date format). "" is none.
	Prepare    string
	PrepareArg int
	// PrepareCount arguments from PrepareArg on are given to Prepare together (a LIKE pattern and
	// its escape); 0 is 1. PrepareConsts are constant arguments of Prepare behind them.
	PrepareCount  int
	PrepareConsts []int
	// Check refuses a literal that Prepare would refuse, before there is a program; nil for none.
	Check func(text string) error
	// Consts are constant int arguments behind the others (a precision, a scale); nil is none.
	Consts func(args []types.Type, result types.Type) []int
	// Context: the function's first parameter is *fn.Context (session zone, clock).
	Context bool
	// Arena: the next parameter is a *fn.Arena, from which the function takes the strings that it
	// builds.
	Arena bool
	// Writer: the next parameter is a *nested.Writer, which makes the values of constructed types.
	Writer bool
	// Describe: the next parameter is a *nested.Type that describes the type of the first argument or
	// of the result.
	Describe Description
	// Zones: the function finds time zones by name.
	Zones bool
	// Place: the next parameter is a *fn.<Place>, in which calls with the same first PlaceArgs
	// arguments, for one row, remember how far they have come; "" is none.
	Place     string
	PlaceArgs int
	// NotDeterministic functions are never folded nor evaluated twice.
	NotDeterministic bool
	// JSON: the result is JSON text, which other functions put into theirs as it is.
	JSON bool
	// Generic: the Go function has a type parameter for the first argument's Go type, inferred by
	// Go.
	Generic bool
}

// Description is what the *nested.Type of a function describes.
type Description uint8

// Descriptions.
const (
	Nothing Description = iota
	FirstArgument
	TheResult
)

// Form is the result of a Go function.
type Form uint8

// Forms. The bool is false for NULL.
const (
	Plain       Form = iota // T
	OrNull                  // (T, bool)
	OrError                 // (T, error)
	OrNullError             // (T, bool, error)
)

// MayBeNull reports the forms with a bool.
func (f Form) MayBeNull() bool { return f == OrNull || f == OrNullError }

// MayFail reports the forms with an error.
func (f Form) MayFail() bool { return f == OrError || f == OrNullError }

// NullRule says how a function meets NULL.
type NullRule uint8

// Null rules. Strict: not called for NULL, the result is NULL. Sees: each nullable argument is
// passed as two, the value and a bool that is true for NULL; arguments that cannot be NULL are
// passed as (value, false).
const (
	Strict NullRule = iota
	Sees
	// SeesMaybe: each argument is passed as one fn.Maybe{V, Null}, for functions with any number of
	// them.
	SeesMaybe
)
