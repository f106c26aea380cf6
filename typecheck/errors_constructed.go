package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

func (c *checker) errUnnest(x logical.Expr) {
	c.error("constructed", x.Span(), "UNNEST takes an ARRAY, MAP or MULTISET, but this is "+x.Type().String(), "")
}

func (c *checker) errEmptyConstructor(e lang.Node, what string) {
	c.error("constructed", e.Span(), what+" without elements has no type",
		"Write one, or CAST(NULL AS ..) with the type that is meant.")
}

func (c *checker) errMapPairs(e *lang.MapExpr) {
	c.error("constructed", e.Span(), "MAP wants a value for each key", "Write MAP[key, value, ..].")
}

// errHeld is a column of a type for which a connector or a format has no form.
func (c *checker) errHeld(at diag.Span, t types.Type, by, why string) {
	c.error("column-type", at, by+" cannot have columns of type "+t.OrNull().String()+why,
		"Declare the parts as columns of their own, or a STRING with their text.")
}

func (c *checker) errPosition(e lang.Expr) {
	c.error("constructed", e.Span(), "the elements of an ARRAY are counted from 1", "")
}

func (c *checker) errIndexed(e *lang.Index, t types.Type) {
	c.error("constructed", e.X.Span(), t.String()+" has no elements to be chosen by [..]",
		"ARRAY and MAP have; a field of a ROW is written row.field.")
}

func (c *checker) errIndexType(e lang.Expr, t, index types.Type) {
	want := "a position of type INT"
	if t.Kind == types.Map {
		want = "a key of type " + t.Key.OrNull().String()
	}
	c.error("constructed", e.Span(), "an element of "+t.OrNull().String()+" is chosen by "+want+
		", but this is "+index.String(), "")
}

func (c *checker) errNoRow(name *lang.Ident, t types.Type) {
	c.error("constructed", name.Span(), "there is no field "+quote(name.Name)+", for this is "+t.String()+
		" and not a ROW", "")
}

func (c *checker) errUnknownField(name *lang.Ident, t types.Type) {
	var names []string
	for _, f := range t.Fields {
		names = append(names, f.Name)
	}
	c.error("constructed", name.Span(), "field "+quote(name.Name)+" does not exist in "+t.OrNull().String(),
		didYouMean(name.Name, names))
}
