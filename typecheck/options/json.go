package options

// jsonFormat is one JSON object a row.
var jsonFormat = format{
	Name:  "json",
	Doc:   "One JSON object a row.",
	Check: checkJSON,
	Options: []Option{
		{Key: "json.fail-on-missing-field", Kind: Bool, Default: "false",
			Doc: "A missing field is an error instead of NULL."},
		{Key: "json.ignore-parse-errors", Kind: Bool, Default: "false",
			Doc: "Fields that do not fit become NULL, broken documents are dropped and counted."},
		{Key: "json.timestamp-format.standard", Kind: Enum, Default: "SQL",
			Values: []string{"SQL", "ISO-8601"}, Doc: "Form of timestamps: blank or T between."},
		{Key: "json.map-null-key.mode", Kind: Enum, Default: "FAIL",
			Values: []string{"FAIL", "DROP", "LITERAL"},
			Doc:    "What becomes of an entry of a MAP whose key is NULL; LITERAL gives it a name."},
		{Key: "json.map-null-key.literal", Default: "null",
			Doc: "The name of a key that is NULL, for LITERAL."},
		{Key: "json.encode.decimal-as-plain-number", Kind: Bool, Default: "false",
			Doc: "Decimals are written without an exponent."},
		{Key: "json.encode.ignore-null-fields", Kind: Bool, Default: "false",
			Doc: "NULL fields are left out."},
		{Key: "json.decode.json-parser.enabled", Kind: Bool, Default: "true", Status: Ignored,
			Why: "flinkc has one JSON decoder."},
	},
}

func checkJSON(r *resolution) {
	missing := r.entry("json.fail-on-missing-field")
	if missing != nil && r.out.Get("json.fail-on-missing-field").Bool &&
		r.out.Get("json.ignore-parse-errors").Bool {
		r.add(errExclusive(missing, "json.ignore-parse-errors"))
	}
}
