package options

import (
	"strings"
	"testing"
)

func TestMarkdownNamesEveryOption(t *testing.T) {
	doc := Markdown()
	for _, name := range append(Connectors(), Formats()...) {
		if !strings.Contains(doc, "# "+name+"\n") {
			t.Errorf("no section for %s", name)
		}
		for _, o := range Of(name) {
			if !strings.Contains(doc, "`"+o.Key+"`") {
				t.Errorf("%s lacks %s", name, o.Key)
			}
		}
	}
	for key := range legacyDefaults {
		if !strings.Contains(doc, "| `"+key+"` | `"+legacyDefaults[key]+"` |") {
			t.Errorf("the legacy default of %s is missing", key)
		}
	}
}

// legacyTables is a map, so Markdown names its tables: a new one must not be forgotten.
func TestMarkdownHasEveryLegacyTable(t *testing.T) {
	doc := Markdown()
	for name, table := range legacyTables {
		for _, r := range table {
			if !strings.Contains(doc, "| `"+r.Old+"` |") {
				t.Errorf("connector.type = %s: %s is missing", name, r.Old)
			}
		}
	}
}

func TestMarkdownLines(t *testing.T) {
	doc := Markdown()
	lines := []string{
		"| `topic` | list |  | Topics to read, separated by ;. |",
		"| `table-name` | text | required | Table in the database. |",
		"| `password` | credential |  | Password; needs username. |",
		"| `scan.bounded.mode` | `unbounded`, `latest-offset`; not `group-offsets`, `timestamp`, " +
			"`specific-offsets` | `unbounded` | Read: Where reading ends; latest-offset is the end " +
			"seen at the start. |",
		"Reads the topics of an Apache Kafka cluster. Each partition has a watermark of its own, and the lowest " +
			"counts (language.md, Time). A source only: flinkc reads Kafka topics but does not write them yet. " +
			"Needs a format.",
		"Accepts every row and keeps none. A sink only: a blackhole table can only be written.",
		"- `key.fields`: flinkc does not decode record keys.",
		"| `autoDeserialize` | refused: it runs code that the server chooses |",
		"| `useSSL` | obeyed: unless there is sslMode, `true` is `PREFERRED` and `false` is `DISABLED` |",
		"| `connector.write.flush.interval` | `sink.buffer-flush.interval` |",
		"| `format.comment-prefix` | refused: Use 'format.allow-comments'. |",
		"| `sink.buffer-flush.max-rows` | `5000` | `100` |",
	}
	for _, want := range lines {
		if !strings.Contains(doc, "\n"+want+"\n") {
			t.Errorf("missing: %s", want)
		}
	}
}
