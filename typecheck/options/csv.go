package options

// csvFormat is comma separated values as Flink reads and writes them.
var csvFormat = format{
	Name:  "csv",
	Doc:   "Comma separated values.",
	Check: checkCSV,
	Options: []Option{
		{Key: "csv.field-delimiter", Kind: Char, Default: ",", Doc: "Character between fields."},
		{Key: "csv.disable-quote-character", Kind: Bool, Default: "false",
			Doc: "Quotes are ordinary characters."},
		{Key: "csv.quote-character", Kind: Char, Default: "\"",
			Doc: "Character around fields that hold delimiters or line ends."},
		{Key: "csv.allow-comments", Kind: Bool, Default: "false",
			Doc: "Lines that begin with # are skipped."},
		{Key: "csv.ignore-parse-errors", Kind: Bool, Default: "false",
			Doc: "Fields that do not fit become NULL, broken lines are dropped and counted."},
		{Key: "csv.array-element-delimiter", Kind: Char, Default: ";",
			Doc: "Character between the elements of an ARRAY and the fields of a ROW."},
		{Key: "csv.escape-character", Kind: Char, Doc: "Character that takes the next one as is."},
		{Key: "csv.null-literal", Doc: "Text that means NULL."},
		{Key: "csv.write-bigdecimal-in-scientific-notation", Kind: Bool, Default: "true",
			Doc: "Large decimals are written as 1E+5."},
	},
}

func checkCSV(r *resolution) {
	quote := r.entry("csv.quote-character")
	if quote != nil && r.out.Get("csv.disable-quote-character").Bool {
		r.add(errExclusive(quote, "csv.disable-quote-character"))
		return
	}
	r.different("csv.field-delimiter", "csv.quote-character")
	r.different("csv.field-delimiter", "csv.escape-character")
}
