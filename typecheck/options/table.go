package options

import (
	"strings"

	"github.com/flinkc/flinkc/typecheck/types"
)

// Kind is what an option's value looks like.
type Kind uint8

// Kinds of values.
const (
	Text     Kind = iota // any text
	Int                  // a 64-bit integer
	Float                // a decimal number
	Bool                 // true or false, in any case
	Duration             // '1 s', '500 ms', a bare number is milliseconds
	Memory               // '128 mb', a bare number is bytes
	Enum                 // one of Option.Values, in any case
	List                 // texts separated by ;
	Char                 // one character; \t and the like are understood
)

var kindNames = [...]string{"text", "integer", "number", "boolean", "duration", "memory size",
	"choice", "list", "character"}

// String names the kind for documentation and messages.
func (k Kind) String() string { return kindNames[k] }

// Role says on which side of a table an option has a meaning.
type Role uint8

// Roles. Both is also the zero value's meaning: most options are valid everywhere.
const (
	Both Role = iota
	Source
	Sink
)

// Status says what flinkc does with an option.
type Status uint8

// Statuses of options.
const (
	Supported   Status = iota
	Ignored            // Flink has it, flinkc has no use for it: a note
	Unsupported        // Flink has it, flinkc would do the wrong thing without it: an error
)

// Option is one line of a table.
type Option struct {
	// Key is today's key. A trailing * stands for any rest, a # between dots for a column.
	Key      string
	Kind     Kind
	Values   []string // of an Enum
	Refused  []string // values of an Enum that Flink has and flinkc does not
	Default  string   // as it would be written; "" is none
	Required bool
	Role     Role
	Secret   bool // a credential: env() and file() are allowed, the value is never shown
	Status   Status
	Doc      string // one line
	Why      string // why it is ignored or unsupported, and what to do instead; a sentence
}

// connector is the table of one connector.
type connector struct {
	Name    string
	Doc     string
	Formats bool // takes a format
	NoScan  string
	NoSink  string // why it cannot be read or written; "" when it can
	Options []Option
	// Parts are what a # in a key may name; nil for the columns.
	Parts func(columns []types.Field) []types.Field
	// Check looks at what concerns several options at once.
	Check func(*resolution)
}

// format is the table of one format; its keys have the format's name as prefix.
type format struct {
	Name    string
	Doc     string
	Options []Option
	Check   func(*resolution)
}

// connectors lists the connectors that flinkc links.
var connectors = []*connector{&kafkaConnector, &filesystemConnector, &datagenConnector,
	&jdbcConnector, &printConnector, &blackholeConnector}

// formats lists the formats that flinkc generates decoders and encoders for.
var formats = []*format{&csvFormat, &jsonFormat}

// foreign names what Flink has and flinkc does not, so that the message can say so.
var foreign = map[string][]string{
	"connector": {"upsert-kafka", "elasticsearch-7", "elasticsearch-6", "hbase-2.2", "hbase-1.4",
		"mongodb", "kinesis", "firehose", "dynamodb", "opensearch", "mysql-cdc", "postgres-cdc",
		"faker", "nexmark", "socket", "hive", "iceberg", "paimon", "hudi", "pulsar"},
	"format": {"avro", "avro-confluent", "parquet", "orc", "raw", "protobuf", "debezium-json",
		"debezium-avro-confluent", "canal-json", "maxwell-json", "ogg-json"},
}

func findConnector(name string) *connector {
	for _, c := range connectors {
		if c.Name == name {
			return c
		}
	}
	return nil
}

func findFormat(name string) *format {
	for _, f := range formats {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// Connectors returns the names of the connectors, in the order of the documentation.
func Connectors() []string {
	var out []string
	for _, c := range connectors {
		out = append(out, c.Name)
	}
	return out
}

// Formats returns the names of the formats.
func Formats() []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.Name)
	}
	return out
}

// Of returns the options of a connector or of a format; nil for an unknown name.
func Of(name string) []Option {
	if c := findConnector(name); c != nil {
		return c.Options
	}
	if f := findFormat(name); f != nil {
		return f.Options
	}
	return nil
}

// CanScan reports whether a connector can be read, and if not why.
func CanScan(name string) (bool, string) {
	c := findConnector(name)
	return c != nil && c.NoScan == "", reason(c, func(c *connector) string { return c.NoScan })
}

// CanSink reports whether a connector can be written, and if not why.
func CanSink(name string) (bool, string) {
	c := findConnector(name)
	return c != nil && c.NoSink == "", reason(c, func(c *connector) string { return c.NoSink })
}

func reason(c *connector, why func(*connector) string) string {
	if c == nil {
		return "the connector is not known"
	}
	return why(c)
}

// match reports whether a key is meant by the option's key, and for a # which column it names.
func (o *Option) match(key string) (column string, ok bool) {
	if rest, found := strings.CutSuffix(o.Key, "*"); found {
		return "", len(key) > len(rest) && strings.HasPrefix(key, rest)
	}
	before, after, hole := strings.Cut(o.Key, "#")
	if !hole {
		return "", o.Key == key
	}
	if !strings.HasPrefix(key, before) || !strings.HasSuffix(key, after) {
		return "", false
	}
	if len(key) <= len(before)+len(after) {
		return "", false
	}
	return key[len(before) : len(key)-len(after)], true
}

// pattern reports whether the option stands for many keys.
func (o *Option) pattern() bool { return strings.ContainsAny(o.Key, "*#") }
