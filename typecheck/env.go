package typecheck

import "github.com/flinkc/flinkc/typecheck/logical"

// Env is what Check may not fetch by itself: it never touches files.
type Env struct {
	// Go reads the Go side of user functions. Nil: every LANGUAGE GO function is an error.
	Go GoReader
}

// GoReader finds the Go function that a CREATE FUNCTION names.
type GoReader interface {
	// Read returns the function or type as its source declares it. ref is the text behind AS, for
	// instance "./udf.IPToProvince" or "example.com/shop/udf.IPToProvince". The error is one line
	// that says what is missing or wrong, fit to stand in a diagnostic.
	Read(ref string) (logical.GoFunc, error)
}
