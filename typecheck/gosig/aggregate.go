package gosig

// Aggregate functions: a struct type whose values are accumulators, one a group.
//
//	func (a *T) Accumulate(x int64)      takes a row's arguments; may return an error
//	func (a *T) Retract(x int64)         takes them back; optional
//	func (a *T) Merge(other T)           takes another accumulator, or *T; optional
//	func (a *T) Value() R                the result, in the forms of a function's result

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/flinkc/flinkc/typecheck/logical"
)

func (p *folder) aggregate(name string) (logical.GoFunc, error) {
	out := logical.GoFunc{Name: name, Aggregate: &logical.GoAggregate{}}
	if err := p.accumulator(name, p.structs()); err != nil {
		return out, err
	}
	accumulate, at := p.method(name, "Accumulate")
	out, err := p.params(at, accumulate, out)
	if err != nil {
		return out, err
	}
	if out.Aggregate.Fails, err = p.step(name, "Accumulate"); err != nil {
		return out, err
	}
	if err := p.optional(&out); err != nil {
		return out, err
	}
	value, at := p.method(name, "Value")
	if value == nil || len(fields(value.Type.Params)) > 0 {
		return out, errNoValue(name)
	}
	out, err = p.results(at, value, out)
	if err == nil && out.Results.AreRows() {
		return out, errValueRows(name)
	}
	return out, err
}

// step reports whether a method that takes a row, which must be able to change the accumulator, returns an error.
func (p *folder) step(name, method string) (fails bool, err error) {
	f, at := p.method(name, method)
	results := fields(f.Type.Results)
	switch {
	case !byPointer(f):
		return false, errValueReceiver(name, method)
	case len(results) == 0:
		return false, nil
	case len(results) == 1 && at.text(results[0]) == "error":
		return true, nil
	}
	return false, errStepResult(name, method)
}

func byPointer(f *ast.FuncDecl) bool {
	_, ok := f.Recv.List[0].Type.(*ast.StarExpr)
	return ok
}

// optional looks at Retract and Merge, and for what an accumulator cannot have.
func (p *folder) optional(out *logical.GoFunc) (err error) {
	for _, method := range []string{"Open", "Close"} {
		if f, _ := p.method(out.Name, method); f != nil {
			return errAccumulatorOpen(out.Name, method)
		}
	}
	if retract, at := p.method(out.Name, "Retract"); retract != nil {
		same, err := p.params(at, retract, logical.GoFunc{Name: out.Name})
		if err != nil || !slices.Equal(same.GoParams, out.GoParams) || !slices.Equal(same.Pointer, out.Pointer) {
			return errRetractParams(out.Name)
		}
		out.Aggregate.Retract = true
		if out.Aggregate.RetractFails, err = p.step(out.Name, "Retract"); err != nil {
			return err
		}
	}
	if merge, at := p.method(out.Name, "Merge"); merge != nil {
		params := fields(merge.Type.Params)
		if len(params) != 1 || len(fields(merge.Type.Results)) > 0 || !byPointer(merge) {
			return errMerge(out.Name)
		}
		text, pointer := p.value(at, params[0])
		if text != out.Name {
			return errMerge(out.Name)
		}
		out.Aggregate.Merge, out.Aggregate.MergePointer = true, pointer
	}
	return nil
}

// plainTypes are the types of fields that state can be made of: of one size, without pointers, and string.
var plainTypes = []string{"bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32",
	"uint64", "float32", "float64", "string", "time.Duration", "value.Decimal", "value.Int128", "value.Timestamp"}

// accumulator checks that the fields of a struct can be saved: exported, and of plain types, structs of the package or
// arrays of them.
func (p *folder) accumulator(name string, structs map[string][]logical.GoField) error {
	list, ok := structs[name]
	if !ok {
		return errNoStruct(name)
	}
	structs = maps.Clone(structs)
	delete(structs, name) // a struct inside of itself does not compile
	for _, f := range list {
		if !token.IsExported(f.Name) {
			return errHiddenField(name, f.Name)
		}
		typ := f.Type
		for strings.HasPrefix(typ, "[") && !strings.HasPrefix(typ, "[]") {
			_, typ, _ = strings.Cut(typ, "]")
		}
		_, inner := structs[typ]
		switch {
		case f.Pointer || f.Type == "" || !inner && !slices.Contains(plainTypes, typ):
			return errFieldType(name, f)
		case inner:
			if err := p.accumulator(typ, structs); err != nil {
				return err
			}
		}
	}
	return nil
}
