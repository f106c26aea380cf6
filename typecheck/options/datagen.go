package options

import "github.com/flinkc/flinkc/typecheck/types"

// datagenConnector makes rows out of nothing.
var datagenConnector = connector{
	Name: "datagen",
	Doc: "Generates rows: sequences and random values. The parts of a constructed type have options of their own, " +
		"under `fields.#.element` of an ARRAY or MULTISET, `fields.#.key` and `fields.#.value` of a MAP, and " +
		"`fields.#.name` of a ROW, nested as the type is.",
	Parts:  Generated,
	NoSink: "a datagen table makes rows and cannot be written",
	Check:  checkDatagen,
	Options: []Option{
		{Key: "rows-per-second", Kind: Int, Role: Source, Default: "10000",
			Doc: "Rate of the rows; 0 and less is as fast as possible."},
		{Key: "number-of-rows", Kind: Int, Role: Source,
			Doc: "How many rows; without it there is no end, unless a sequence ends."},
		{Key: "scan.parallelism", Kind: Int, Role: Source, Status: Ignored,
			Why: "Use --parallelism."},
		{Key: "fields.#.kind", Kind: Enum, Values: []string{"random", "sequence"}, Role: Source,
			Default: "random", Doc: "How the column is filled."},
		{Key: "fields.#.min", Role: Source, Doc: "Smallest random value; default the type's."},
		{Key: "fields.#.max", Role: Source, Doc: "Largest random value; default the type's."},
		{Key: "fields.#.max-past", Kind: Duration, Role: Source, Default: "0",
			Doc: "How far in the past random timestamps may lie."},
		{Key: "fields.#.length", Kind: Int, Role: Source, Default: "100",
			Doc: "Length of random texts; how many parts an ARRAY, MAP or MULTISET has, by default 3."},
		{Key: "fields.#.var-len", Kind: Bool, Role: Source, Default: "false",
			Doc: "Whether random texts have any length up to fields.#.length."},
		{Key: "fields.#.start", Kind: Int, Role: Source, Doc: "First value of a sequence."},
		{Key: "fields.#.end", Kind: Int, Role: Source, Doc: "Last value of a sequence."},
		{Key: "fields.#.null-rate", Kind: Float, Role: Source, Default: "0",
			Doc: "Share of NULLs, 0 to 1."},
	},
}

func checkDatagen(r *resolution) {
	r.nonNegative("number-of-rows")
	for _, c := range r.columns {
		checkGenerated(r, c)
	}
}

// Generated are the columns of a datagen table, and behind each the parts of its type by their path: what options
// of fields can be of.
func Generated(columns []types.Field) []types.Field {
	var out []types.Field
	for _, c := range columns {
		out = append(append(out, c), Generated(Parts(c))...)
	}
	return out
}

// Parts are the parts of a constructed type, each with its path.
func Parts(c types.Field) []types.Field {
	var out []types.Field
	if c.Type.Key != nil {
		out = append(out, types.Field{Name: c.Name + ".key", Type: *c.Type.Key})
	}
	if c.Type.Elem != nil {
		name := c.Name + ".element"
		if c.Type.Key != nil {
			name = c.Name + ".value"
		}
		out = append(out, types.Field{Name: name, Type: *c.Type.Elem})
	}
	for _, f := range c.Type.Fields {
		out = append(out, types.Field{Name: c.Name + "." + f.Name, Type: f.Type})
	}
	return out
}
