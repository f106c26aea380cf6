package options

// datagenConnector makes rows out of nothing.
var datagenConnector = connector{
	Name:   "datagen",
	Doc:    "Generates rows: sequences and random values.",
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
			Doc: "Length of random texts."},
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
	for _, c := range r.request.Columns {
		checkGenerated(r, c)
	}
}
