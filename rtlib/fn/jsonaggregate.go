package fn

import (
	"github.com/flinkc/flinkc/rtlib/jsonpath"
	"github.com/flinkc/flinkc/rtlib/nested"
)

// JSONArrayOf is JSON_ARRAYAGG of the items' texts with commas between; NULL when there are none.
func JSONArrayOf(a *Arena, items string, none bool) string {
	if none {
		return "[]"
	}
	b := a.Bytes(len(items) + len("[]"))
	b[0], b[len(b)-1] = '[', ']'
	copy(b[1:], items)
	return text(b)
}

// JSONObjectOf is JSON_OBJECTAGG of rows of a key and the JSON text of its value, in the order of keys;
// NULL when there are none. It fails when a key is NULL or comes twice.
func JSONObjectOf(a *Arena, w *nested.Writer, t *nested.Type, members string, none bool) (string, error) {
	if none {
		return "{}", nil
	}
	members = nested.Sort(w, t, members)
	b := append(a.tail(2*len(members)), '{')
	last := ""
	for i := range nested.Len(members) {
		row := nested.Text(members, i)
		key := nested.Text(row, nested.Field(row, 0))
		if nested.Field(row, 0) < 0 || i > 0 && key == last {
			return "", errJSONKeys
		}
		if last = key; i > 0 {
			b = append(b, ',')
		}
		b = append(jsonpath.AppendQuoted(b, key), ':')
		b = append(b, nested.Text(row, 1)...)
	}
	return a.take(append(b, '}')), nil
}
