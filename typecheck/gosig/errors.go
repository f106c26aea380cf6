package gosig

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

func errReference(ref string) error {
	return fmt.Errorf("'%s' does not name a Go function: a folder or import path, a dot and the "+
		"function's name are needed", ref)
}

func errNotExported(name string) error {
	return fmt.Errorf("'%s' is not exported by its package: names of Go functions that others call "+
		"begin with an upper case letter", name)
}

func errAbsolute(path string) error {
	return fmt.Errorf("'%s' is absolute: folders are relative to the script and begin with ./", path)
}

// errNoFolder shows the end of the path only: the rest is known to who runs the command.
func errNoFolder(dir string) error {
	return fmt.Errorf("the folder '%s' of the function does not exist", filepath.Base(dir))
}

func errNoGoFiles(dir string) error {
	return fmt.Errorf("the folder '%s' of the function has no Go files", filepath.Base(dir))
}

func errParse(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if i := strings.LastIndexByte(line, '/'); i >= 0 {
		line = line[i+1:]
	}
	return fmt.Errorf("the Go file cannot be read: %s", line)
}

func errTwoPackages(dir, a, b string) error {
	return fmt.Errorf("the folder '%s' holds two packages, %s and %s", filepath.Base(dir), a, b)
}

func errMainPackage(dir string) error {
	return fmt.Errorf("the folder '%s' is package main, which cannot be imported", filepath.Base(dir))
}

func errNoModule(path string) error {
	return fmt.Errorf("'%s' is an import path, but there is no go.mod around the script; a folder "+
		"beside the script begins with ./", path)
}

func errBadModule(root string) error {
	return fmt.Errorf("go.mod in '%s' cannot be read", filepath.Base(root))
}

func errImport(path, module string) error {
	return fmt.Errorf("package '%s' is found neither in module %s nor among the modules it requires",
		path, module)
}

func errNoFunction(pkg, name string, known []string) error {
	if near := diag.Suggest(name, known); near != "" {
		return fmt.Errorf("package %s has no function %s; did you mean %s?", pkg, name, near)
	}
	return fmt.Errorf("package %s has no function and no type %s", pkg, name)
}

func errNoEval(name string) error {
	return fmt.Errorf("type %s has no method Eval", name)
}

func errNoValue(name string) error {
	return fmt.Errorf("aggregate function %s has no method Value without parameters, which gives the result", name)
}

func errValueRows(name string) error {
	return fmt.Errorf("method Value of %s gives rows: an aggregate function has one result a group", name)
}

func errValueReceiver(name, method string) error {
	return fmt.Errorf("method %s must be of *%s: it changes the accumulator", method, name)
}

func errStepResult(name, method string) error {
	return fmt.Errorf("method %s of %s returns nothing or an error", method, name)
}

func errAccumulatorOpen(name, method string) error {
	return fmt.Errorf("aggregate function %s has a method %s: its values are accumulators, one a group, "+
		"which are not opened and closed", name, method)
}

func errRetractParams(name string) error {
	return fmt.Errorf("method Retract of %s must have the parameters of Accumulate", name)
}

func errMerge(name string) error {
	return fmt.Errorf("method Merge of *%s must be Merge(%s) or Merge(*%s), without result", name, name, name)
}

func errNoStruct(name string) error {
	return fmt.Errorf("aggregate function %s must be a struct: its fields are what is kept of a group", name)
}

func errHiddenField(name, field string) error {
	return fmt.Errorf("field %s of accumulator %s is not exported, and so cannot be saved with the state: "+
		"begin its name with an upper case letter", field, name)
}

func errFieldType(name string, f logical.GoField) error {
	typ := f.Type
	if f.Pointer {
		typ = "*" + typ
	}
	if typ == "" {
		return fmt.Errorf("accumulator %s has an embedded field: give it a name", name)
	}
	return fmt.Errorf("field %s of accumulator %s is %s, which cannot be saved with the state: use bool, numbers, "+
		"string, value.Decimal, value.Timestamp, arrays and structs of them; for all values of a group, a function "+
		"of ARRAY_AGG(x)", f.Name, name, typ)
}

func errSecondOfRows(name, second string) error {
	return fmt.Errorf("the second result of %s is %s: a table function returns iter.Seq[T], "+
		"(iter.Seq[T], error) or iter.Seq2[T, error]", name, second)
}

func errGeneric(name string) error {
	return fmt.Errorf("%s has type parameters; write a function with plain types that calls it", name)
}

func errVariadic(name string) error {
	return fmt.Errorf("%s takes any number of arguments; give it a fixed number", name)
}

func errOpen(name string) error {
	return fmt.Errorf("method Open of %s must be Open(udf.Context) error", name)
}

func errClose(name string) error {
	return fmt.Errorf("method Close of %s must be Close() error", name)
}

func errResults(name string, n int) error {
	return fmt.Errorf("%s returns %d values: a function returns T, (T, bool) or (T, error)", name, n)
}

func errSecondResult(name, second string) error {
	return fmt.Errorf("the second result of %s is %s: a function returns T, (T, bool) or (T, error)",
		name, second)
}
