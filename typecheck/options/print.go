package options

// printConnector writes rows to standard output, as Flink's print connector does.
var printConnector = connector{
	Name:   "print",
	Doc:    "Writes rows to standard output.",
	NoScan: "a print table can only be written",
	Options: []Option{
		{Key: "print-identifier", Role: Sink, Doc: "Text in front of every row."},
		{Key: "standard-error", Kind: Bool, Role: Sink, Default: "false",
			Doc: "Write to standard error."},
		{Key: "sink.parallelism", Kind: Int, Role: Sink,
			Doc: "More than 1 puts the number of the task in front of every row."},
	},
	Check: func(r *resolution) { r.positive("sink.parallelism") },
}

// blackholeConnector swallows rows.
var blackholeConnector = connector{
	Name:   "blackhole",
	Doc:    "Accepts every row and keeps none.",
	NoScan: "a blackhole table can only be written",
}
