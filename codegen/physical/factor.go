package physical

import (
	"math/big"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// byFactor compares a whole number instead of its product with a constant: 0.908 * n > 1000000 is n > 1101321. Neither
// the product nor its 128 bits are then needed for a row that a condition drops. It must be exact: of a type that holds
// it for every n, and compared with a constant.
func byFactor(e logical.Expr) logical.Expr {
	return logical.Map(e, func(e logical.Expr) logical.Expr {
		b, ok := e.(*logical.Binary)
		if !ok || mirrored[b.Op] == 0 || b.X.Type().Scale != b.Y.Type().Scale {
			return nil
		}
		if limit, ok := constant(b.Y); ok {
			return factorCompared(b, b.Op, b.X, limit)
		}
		if limit, ok := constant(b.X); ok {
			return factorCompared(b, mirrored[b.Op], b.Y, limit)
		}
		return nil
	})
}

// mirrored are the comparisons with their operands the other way around.
var mirrored = map[logical.BinaryOp]logical.BinaryOp{logical.Eq: logical.Eq, logical.Ne: logical.Ne,
	logical.Lt: logical.Gt, logical.Gt: logical.Lt, logical.Le: logical.Ge, logical.Ge: logical.Le}

// factorCompared is product op limit as a comparison of the factor that is not constant; nil when it cannot be one.
func factorCompared(b *logical.Binary, op logical.BinaryOp, product logical.Expr, limit *big.Int) logical.Expr {
	n, by := factors(product)
	if n == nil || by.Sign() == 0 {
		return nil
	}
	if by.Sign() < 0 {
		by, limit, op = new(big.Int).Neg(by), new(big.Int).Neg(limit), mirrored[op]
	}
	q, rest := new(big.Int).DivMod(limit, by, new(big.Int)) // rounded down
	if rest.Sign() != 0 {
		switch op {
		case logical.Eq, logical.Ne:
			return nil
		case logical.Lt, logical.Ge: // below the quotient is what is below it rounded up
			q.Add(q, big.NewInt(1))
		}
	}
	if width := wholeBits[n.Type().Kind]; q.CmpAbs(new(big.Int).Lsh(big.NewInt(1), width-1)) >= 0 {
		return nil
	}
	whole := logical.Typed{T: n.Type().NotNull(), At: b.At}
	return &logical.Binary{Typed: b.Typed, Op: op, X: byFactor(n), Y: &logical.Literal{Typed: whole, Value: q.Int64()}}
}

// wholeBits are the types of whole numbers.
var wholeBits = map[types.Kind]uint{types.TinyInt: 8, types.SmallInt: 16, types.Int: 32, types.BigInt: 64}

// factors takes a product apart into a whole number and a constant, unscaled as the product is; nil for what is none.
func factors(e logical.Expr) (n logical.Expr, by *big.Int) {
	m, ok := e.(*logical.Binary)
	if !ok || m.Op != logical.Mul {
		return nil, nil
	}
	for _, pair := range [][2]logical.Expr{{m.X, m.Y}, {m.Y, m.X}} {
		by, ok := constant(pair[0])
		if n := wholeNumber(pair[1]); ok && n != nil && exactProduct(m, pair[0], n, by) {
			return n, by
		}
	}
	return nil, nil
}

// exactProduct reports whether the type of a product has room for every n times the constant.
func exactProduct(m *logical.Binary, c, n logical.Expr, by *big.Int) bool {
	most := new(big.Int).Lsh(new(big.Int).Abs(by), wholeBits[n.Type().Kind]-1)
	room := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(m.T.Precision)), nil)
	return m.T.Scale == c.Type().Scale && most.Cmp(room) < 0
}

// constant is the unscaled value of a DECIMAL literal.
func constant(e logical.Expr) (*big.Int, bool) {
	l, ok := e.(*logical.Literal)
	if !ok {
		return nil, false
	}
	v, ok := l.Value.(*big.Int)
	return v, ok
}

// wholeNumber is what a cast brings to DECIMAL with all its digits and none behind the point; nil for what is no whole
// number.
func wholeNumber(e logical.Expr) logical.Expr {
	c, ok := e.(*logical.Cast)
	if !ok || c.T.Kind != types.Decimal || c.T.Scale != 0 {
		return nil
	}
	if t, _ := c.X.Type().AsDecimal(); wholeBits[c.X.Type().Kind] == 0 || c.T.Precision < t.Precision {
		return nil
	}
	return c.X
}
