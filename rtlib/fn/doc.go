// Package fn has the built-in functions that generated programs call, one Go function for each
// overload.
//
// Conventions, which the table of package function describes for each of them: arguments come as
// plain Go values in the order of the SQL text, NULL handling lies with the caller unless the
// function takes (value, isNull) pairs or Maybe values, and a result is T, (T, bool) with false for
// NULL, or (T, error). A function that needs the session zone, the clock or random numbers takes a
// *Context first; one that builds strings takes an *Arena next. A string result that is part of an
// argument is not copied. Strings are UTF-8; invalid bytes count as one character each.
//
// Prepare functions compile a pattern or format once; their error means that the text can never be
// used.
package fn

// Maybe is an argument that may be NULL, for functions that take any number of those.
type Maybe[T any] struct {
	V    T
	Null bool
}
