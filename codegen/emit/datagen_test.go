package emit

import (
	"fmt"
	"testing"

	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// column is a datagen column with options, as the checker hands it over.
func column(t *testing.T, typ types.Type, with map[string]string) generated {
	t.Helper()
	f := types.Field{Name: "c", Type: typ}
	entries := []options.Entry{{Key: "connector", Value: "datagen"}}
	for k, v := range with {
		entries = append(entries, options.Entry{Key: k, Value: v})
	}
	o, problems := options.Resolve(options.Request{Entries: entries, Columns: []types.Field{f}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return generated{f, o}
}

func TestBoundsOfRandomColumns(t *testing.T) {
	bounds := func(least, most string) map[string]string {
		return map[string]string{"fields.c.min": least, "fields.c.max": most}
	}
	dec := func(p, s int) types.Type { return types.Type{Kind: types.Decimal, Precision: p, Scale: s} }
	for _, c := range []struct {
		name string
		typ  types.Type
		with map[string]string
		want string
	}{
		{"TINYINT", types.Type{Kind: types.TinyInt}, nil, "-128 127"},
		{"BIGINT", types.Type{Kind: types.BigInt}, nil, "-9223372036854775808 9223372036854775807"},
		{"INT with bounds", types.Type{Kind: types.Int}, bounds("-5", "7"), "-5 7"},
		{"FLOAT", types.Type{Kind: types.Float}, nil, "1.401298464324817e-45 3.4028234663852886e+38"},
		{"DOUBLE with bounds", types.Type{Kind: types.Double}, bounds("-1.5", "1e3"), "-1.5 1000"},
		{"DECIMAL", dec(4, 1), nil, "0 9999"},
		{"DECIMAL with bounds", dec(10, 2), bounds("-1.5", "2.259"), "-150 225"},
		{"DECIMAL with bounds too large", dec(3, 1), bounds("-1e9", "1e9"), "-999 999"},
	} {
		if got := rangeText(column(t, c.typ, c.with)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func rangeText(c generated) string {
	switch c.Type.Kind {
	case types.Decimal:
		a, b := c.decimalRange()
		return fmt.Sprint(a, b)
	case types.Float, types.Double:
		a, b := c.floatRange()
		return fmt.Sprint(a, b)
	}
	a, b := c.intRange()
	return fmt.Sprint(a, b)
}

func TestBoundsTheWrongWayRound(t *testing.T) {
	for _, c := range []struct {
		typ   types.Kind
		with  map[string]string
		empty bool
	}{
		{types.Int, map[string]string{"fields.c.min": "3", "fields.c.max": "3"}, false},
		{types.Int, map[string]string{"fields.c.min": "4", "fields.c.max": "3"}, true},
		{types.TinyInt, map[string]string{"fields.c.max": "-128"}, false},
		{types.Double, map[string]string{"fields.c.max": "-1"}, true},
		{types.Boolean, nil, false},
	} {
		if _, _, empty := column(t, types.Type{Kind: c.typ}, c.with).emptyRange(); empty != c.empty {
			t.Errorf("%v %v: empty %v", c.typ, c.with, empty)
		}
	}
}
