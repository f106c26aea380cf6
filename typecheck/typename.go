package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/types"
)

// simpleTypes are the type names without parameters, and what parameterised names are without
// their parameters (dialect/types.md 1).
var simpleTypes = map[string]types.Kind{
	"BOOLEAN": types.Boolean, "TINYINT": types.TinyInt, "SMALLINT": types.SmallInt,
	"INT": types.Int, "INTEGER": types.Int, "BIGINT": types.BigInt, "FLOAT": types.Float,
	"REAL": types.Float, "DOUBLE": types.Double, "DECIMAL": types.Decimal, "DEC": types.Decimal,
	"NUMERIC": types.Decimal, "CHAR": types.Char, "CHARACTER": types.Char,
	"VARCHAR": types.VarChar, "STRING": types.VarChar, "BINARY": types.Binary,
	"VARBINARY": types.VarBinary, "BYTES": types.VarBinary, "DATE": types.Date,
	"TIME": types.Time, "TIMESTAMP": types.Timestamp, "TIMESTAMP_LTZ": types.TimestampLTZ,
}

// checkType resolves a type name. A wrong one is reported and gives the type Invalid.
func (c *checker) checkType(n *lang.TypeName) types.Type {
	t, ok := c.bareType(n)
	if !ok {
		return types.Type{}
	}
	if err := t.Check(); err != nil && !emptyText(t) {
		c.errType(n, err)
		return types.Type{}
	}
	if t.Kind == types.Time {
		t.Precision = 0 // whatever is asked for: Flink has TIME(0) alone
	}
	return t.WithNullable(!n.NotNull)
}

// emptyText is CHAR(0), the type of the empty literal, which Flink lets a script declare.
func emptyText(t types.Type) bool { return t.Kind == types.Char && t.Length == 0 }

func (c *checker) bareType(n *lang.TypeName) (types.Type, bool) {
	switch n.Name {
	case "ARRAY", "MULTISET", "MAP":
		return c.collectionType(n)
	case "ROW":
		return c.rowType(n)
	case "INTERVAL":
		return c.intervalType(n)
	case "RAW", "STRUCTURED", "VARIANT", "NULL":
		c.errUnsupported(n.Span(), "type "+n.Name, "Use a type of columns, for instance STRING.")
		return types.Type{}, false
	}
	kind, known := simpleTypes[n.Name]
	if !known {
		c.errUnknownType(n)
		return types.Type{}, false
	}
	return c.parameters(n, kind)
}

// parameters applies the numbers in parentheses and the zone.
func (c *checker) parameters(n *lang.TypeName, kind types.Kind) (types.Type, bool) {
	if n.Zone == lang.WithZone {
		c.errUnsupported(n.Span(), "type "+n.Name+" WITH TIME ZONE",
			"Use TIMESTAMP or TIMESTAMP_LTZ.")
		return types.Type{}, false
	}
	if n.Zone == lang.WithLocalZone && kind == types.Timestamp {
		kind = types.TimestampLTZ
	}
	t := types.Of(kind)
	if len(n.Args) > mostParameters(n.Name) {
		c.errTypeParameters(n, mostParameters(n.Name))
		return t, false
	}
	if len(n.Args) > 0 {
		setFirst(&t, n.Args[0])
	}
	if len(n.Args) > 1 {
		t.Scale = n.Args[1]
	}
	return t, true
}

func mostParameters(name string) int {
	switch name {
	case "DECIMAL", "DEC", "NUMERIC":
		return 2
	case "CHAR", "CHARACTER", "VARCHAR", "BINARY", "VARBINARY", "TIME", "TIMESTAMP",
		"TIMESTAMP_LTZ":
		return 1
	}
	return 0
}

// setFirst sets the length or the precision; DECIMAL(p) has scale 0.
func setFirst(t *types.Type, n int) {
	if t.IsCharacter() || t.IsBinary() {
		t.Length = n
		return
	}
	t.Precision = n
}

func (c *checker) collectionType(n *lang.TypeName) (types.Type, bool) {
	var parts []types.Type
	for _, e := range n.Elems {
		part := c.checkType(e)
		if part.Kind == types.Invalid {
			return part, false
		}
		parts = append(parts, part)
	}
	switch {
	case n.Name == "ARRAY" && len(parts) == 1:
		return types.ArrayOf(parts[0]), true
	case n.Name == "MULTISET" && len(parts) == 1:
		return types.MultisetOf(parts[0]), true
	case n.Name == "MAP" && len(parts) == 2:
		return types.MapOf(parts[0], parts[1]), true
	}
	c.errUnknownType(n)
	return types.Type{}, false
}

func (c *checker) rowType(n *lang.TypeName) (types.Type, bool) {
	var fields []types.Field
	for _, f := range n.Fields {
		t := c.checkType(f.Type)
		if t.Kind == types.Invalid {
			return t, false
		}
		fields = append(fields, types.Field{Name: f.Name.Name, Type: t})
	}
	return types.RowOf(fields...), true
}

func (c *checker) intervalType(n *lang.TypeName) (types.Type, bool) {
	unit := n.Interval.From
	if n.Interval.To != "" {
		unit += " TO " + n.Interval.To
	}
	t, ok := types.IntervalOf(unit)
	if !ok {
		c.errUnknownType(n)
	}
	return t, ok
}
