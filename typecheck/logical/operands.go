package logical

// Operands returns the direct operands of an expression, in the order of evaluation.
func Operands(e Expr) []Expr {
	switch e := e.(type) {
	case *Unary:
		return []Expr{e.X}
	case *Binary:
		return []Expr{e.X, e.Y}
	case *Cast:
		return []Expr{e.X}
	case *Case:
		var out []Expr
		for _, w := range e.Whens {
			out = append(out, w.Cond, w.Then)
		}
		return append(out, e.Else)
	case *In:
		return append([]Expr{e.X}, e.List...)
	case *Let:
		return []Expr{e.Value, e.Body}
	case *Subquery:
		if e.X == nil {
			return e.By
		}
		return append([]Expr{e.X}, e.By...)
	case *Construct:
		return e.Args
	case *Element:
		return []Expr{e.X, e.Index}
	case *FieldOf:
		return []Expr{e.X}
	case *Call:
		return e.Args
	case *UserCall:
		return e.Args
	}
	return streamingOperands(e)
}
