package gosig

import (
	"go/ast"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// A table function returns iter.Seq[T], (iter.Seq[T], error) or iter.Seq2[T, error].

// sequence is the T of a sequence, with what the function returns; nil for another type.
func (p *folder) sequence(s source, t ast.Expr) (ast.Expr, logical.GoResults) {
	switch x := p.unaliased(t).(type) {
	case *ast.IndexExpr:
		if s.text(x.X) == "iter.Seq" {
			return x.Index, logical.ResultRows
		}
	case *ast.IndexListExpr:
		if s.text(x.X) == "iter.Seq2" && s.text(x.Indices[1]) == "error" {
			return x.Indices[0], logical.ResultRowErrors
		}
	}
	return nil, 0
}

// goRows is a table function whose first result has been read.
type goRows struct {
	logical.GoFunc
	kind logical.GoResults
	rest []ast.Expr
}

func (p *folder) rows(s source, elem ast.Expr, f goRows) (logical.GoFunc, error) {
	out := f.GoFunc
	out.Results = f.kind
	out.GoResult, out.PointerResult = p.value(s, elem)
	if len(f.rest) == 0 {
		return out, nil
	}
	second := s.text(f.rest[0])
	if f.kind != logical.ResultRows || second != "error" {
		return out, errSecondOfRows(out.Name, second)
	}
	out.Results = logical.ResultRowsError
	return out, nil
}
