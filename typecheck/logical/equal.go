package logical

import "math/big"

// Equal reports whether two expressions over the same input compute the same value by the same
// way: places in the script and names of columns do not matter. A function that is not
// deterministic is equal to itself, as GROUP BY wants it.
func Equal(a, b Expr) bool { return (slots{}).equal(a, b) }

// slots maps the Let slots of one expression to those of the other: each binding has a slot of
// its own, also when the same text is bound twice.
type slots map[int]int

func (s slots) equal(a, b Expr) bool {
	return a.Type().Equal(b.Type()) && s.head(a, b) && s.lists(Operands(a), Operands(b))
}

func (s slots) lists(a, b []Expr) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !s.equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

// head compares everything but type and operands. A Let is met before its body.
func (s slots) head(a, b Expr) bool {
	switch a := a.(type) {
	case *Let:
		b, ok := b.(*Let)
		if ok {
			s[a.Slot] = b.Slot
		}
		return ok
	case *SlotRef:
		b, ok := b.(*SlotRef)
		return ok && s[a.Slot] == b.Slot
	}
	return equalHead(a, b)
}

func equalHead(a, b Expr) bool {
	switch a := a.(type) {
	case *Column:
		b, ok := b.(*Column)
		return ok && a.Index == b.Index
	case *Literal:
		b, ok := b.(*Literal)
		return ok && equalValues(a.Value, b.Value)
	case *Unary:
		b, ok := b.(*Unary)
		return ok && a.Op == b.Op
	case *Binary:
		b, ok := b.(*Binary)
		return ok && a.Op == b.Op
	case *Cast:
		b, ok := b.(*Cast)
		return ok && a.Try == b.Try
	case *Case:
		b, ok := b.(*Case)
		return ok && len(a.Whens) == len(b.Whens)
	case *In:
		b, ok := b.(*In)
		return ok && a.Not == b.Not
	}
	return equalCalls(a, b) || equalConstructed(a, b) || equalStreaming(a, b)
}

func equalConstructed(a, b Expr) bool {
	switch a := a.(type) {
	case *Construct:
		_, ok := b.(*Construct)
		return ok
	case *Element:
		_, ok := b.(*Element)
		return ok
	case *FieldOf:
		b, ok := b.(*FieldOf)
		return ok && a.Index == b.Index
	}
	return false
}

func equalCalls(a, b Expr) bool {
	switch a := a.(type) {
	case *Call:
		b, ok := b.(*Call)
		return ok && a.Func == b.Func
	case *UserCall:
		b, ok := b.(*UserCall)
		return ok && a.Func == b.Func
	}
	return false
}

func equalValues(a, b any) bool {
	x, ok := a.(*big.Int)
	y, ok2 := b.(*big.Int)
	if ok && ok2 {
		return x.Cmp(y) == 0
	}
	return a == b
}
