package options

import (
	"sort"
	"strings"
)

// rename is one line of a table of legacy keys (Flink 1.9 and 1.10, connector.type).
type rename struct {
	Old, New string // a trailing * stands for any rest, which is kept
	Status   Status
	Why      string
}

// legacyTables are the legacy keys by connector.type. Their defaults are in legacyDefaults.
var legacyTables = map[string][]rename{
	"kafka": {
		{Old: "connector.version", Status: Ignored, Why: "flinkc speaks every version's protocol."},
		{Old: "connector.topic", New: "topic"},
		{Old: "connector.properties.*", New: "properties.*"},
		{Old: "connector.startup-mode", New: "scan.startup.mode"},
		{Old: "connector.specific-offsets", New: "scan.startup.specific-offsets"},
		{Old: "connector.startup-timestamp-millis", New: "scan.startup.timestamp-millis"},
		{Old: "connector.sink-partitioner", New: "sink.partitioner"},
		{Old: "connector.sink-partitioner-class", Status: Ignored,
			Why: "flinkc does not write Kafka yet."},
	},
	"jdbc": {
		{Old: "connector.url", New: "url"},
		{Old: "connector.table", New: "table-name"},
		{Old: "connector.driver", New: "driver"},
		{Old: "connector.username", New: "username"},
		{Old: "connector.password", New: "password"},
		{Old: "connector.write.flush.max-rows", New: "sink.buffer-flush.max-rows"},
		{Old: "connector.write.flush.interval", New: "sink.buffer-flush.interval"},
		{Old: "connector.write.max-retries", New: "sink.max-retries"},
		{Old: "connector.read.*", New: "scan.*"},
		{Old: "connector.lookup.*", New: "lookup.*"},
	},
	"filesystem": {
		{Old: "connector.path", New: "path"},
	},
}

// legacyCommon are the legacy keys that every table may have.
var legacyCommon = []rename{
	{Old: "connector.type", New: "connector"},
	{Old: "format.type", New: "format"},
	{Old: "connector.property-version", Status: Ignored, Why: "There is one version."},
	{Old: "format.property-version", Status: Ignored, Why: "There is one version."},
	{Old: "update-mode", Status: Ignored,
		Why: "flinkc finds out by itself which changes a query makes."},
	{Old: "format.derive-schema", Status: Ignored, Why: "The table's columns are the schema."},
	{Old: "format.schema", Status: Ignored, Why: "The table's columns are the schema."},
	{Old: "format.json-schema", Status: Ignored, Why: "The table's columns are the schema."},
	{Old: "format.fields.*", Status: Ignored, Why: "The table's columns are the schema."},
	{Old: "format.line-delimiter", Status: Unsupported,
		Why: "Records end with the line; leave the option out."},
	{Old: "format.ignore-first-line", Status: Unsupported,
		Why: "flinkc does not skip header lines; remove them from the file."},
	{Old: "format.comment-prefix", Status: Unsupported, Why: "Use 'format.allow-comments'."},
	{Old: "schema.*", Status: Unsupported,
		Why: "Write computed columns and WATERMARK in the column list instead."},
}

// legacyDefaults are the defaults that differ from today's, by today's key. A legacy Kafka
// table without committed offsets starts where the client's own default says: at the end.
var legacyDefaults = map[string]string{
	"sink.buffer-flush.max-rows":   "5000",
	"sink.buffer-flush.interval":   "0",
	"properties.auto.offset.reset": "latest",
}

func legacyDefault(key, today string) string {
	if d, ok := legacyDefaults[key]; ok {
		return d
	}
	return today
}

// translate turns legacy keys into today's; what has no counterpart is reported and dropped.
func (r *resolution) translate(connectorType string) {
	table := append(append([]rename(nil), legacyTables[connectorType]...), legacyCommon...)
	formatName := ""
	if e := r.entry("format.type"); e != nil {
		formatName = e.Value
	}
	r.indexedProperties()
	kept := r.entries[:0:0]
	for _, e := range r.entries {
		if r.translateOne(&e, table, formatName) {
			kept = append(kept, e)
		}
	}
	r.entries = kept
}

// translateOne renames one key; false: the entry is dealt with.
func (r *resolution) translateOne(e *Entry, table []rename, formatName string) bool {
	line := findRename(table, e.Key)
	switch {
	case line != nil && line.Status == Ignored:
		r.add(noteIgnored(e, &Option{Key: e.Key, Why: line.Why}))
		return false
	case line != nil && line.Status == Unsupported:
		r.add(errUnsupportedOption(e, &Option{Key: e.Key, Why: line.Why}))
		return false
	case line != nil:
		e.Key = line.target(e.Key)
		return true
	case strings.HasPrefix(e.Key, "format.") && formatName != "":
		e.Key = formatName + strings.TrimPrefix(e.Key, "format")
		return true
	case strings.HasPrefix(e.Key, "properties."):
		return true
	case legacyTables[findType(r.entries)] == nil:
		// The connector itself is unknown, which is said once.
		return true
	}
	r.add(errUnknownLegacy(e, table))
	return false
}

func findType(entries []Entry) string {
	for _, e := range entries {
		if e.written == "connector.type" {
			return e.Value
		}
	}
	return ""
}

// indexedProperties joins the form of Flink 1.9, connector.properties.0.key and .value.
func (r *resolution) indexedProperties() {
	const prefix = "connector.properties."
	kept := r.entries[:0:0]
	for _, e := range r.entries {
		index, what, ok := strings.Cut(strings.TrimPrefix(e.Key, prefix), ".")
		if !strings.HasPrefix(e.Key, prefix) || !ok || !digits(index) {
			kept = append(kept, e)
			continue
		}
		if value := r.entry(prefix + index + ".value"); what == "key" && value != nil {
			joined := *value
			joined.Key = prefix + e.Value
			kept = append(kept, joined)
		}
	}
	r.entries = kept
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func findRename(table []rename, key string) *rename {
	for i := range table {
		if table[i].Old == key {
			return &table[i]
		}
	}
	for i := range table {
		if _, ok := (&Option{Key: table[i].Old}).match(key); ok {
			return &table[i]
		}
	}
	return nil
}

// target returns today's key.
func (n *rename) target(key string) string {
	old, pattern := strings.CutSuffix(n.Old, "*")
	if !pattern {
		return n.New
	}
	return strings.TrimSuffix(n.New, "*") + strings.TrimPrefix(key, old)
}

func oldKeys(table []rename) []string {
	var out []string
	for _, n := range table {
		out = append(out, strings.TrimSuffix(n.Old, "*"))
	}
	sort.Strings(out)
	return out
}
