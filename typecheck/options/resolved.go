// Package options holds the WITH options of every connector and format as typed tables.
//
// A table line says what an option is called, what values it takes, what it means when it is
// absent and whether flinkc obeys, ignores or refuses it. Resolve holds a WITH clause against
// the tables; the same tables make the documentation and the completion of editors.
package options

import (
	"sort"
	"strings"
	"time"
)

// Resolved is the WITH clause of one table: validated, defaults filled in, legacy keys
// translated to today's.
type Resolved struct {
	Connector string // kafka, filesystem, datagen, jdbc, print, blackhole
	Format    string // csv, json; "" for connectors without a format
	Legacy    bool   // written with connector.type keys
	JDBC      *JDBC  // the parsed url of a jdbc table; nil for all others

	values map[string]Value // by today's key
}

// Value is one option's value; the field that the option's type names is set, and Text always
// holds the value as written (or the default's text), but for secrets.
type Value struct {
	Text     string
	Int      int64 // Int and Memory (bytes)
	Float    float64
	Bool     bool
	Duration time.Duration
	List     []string
	Secret   Secret
	Set      bool // written in the script; false for a default
}

// Secret is a credential: a literal, or where to find it when the program starts.
type Secret struct{ Literal, Env, File string }

// IsLiteral reports whether the credential stands in the script itself.
func (s Secret) IsLiteral() bool { return s.Env == "" && s.File == "" && s.Literal != "" }

// String masks a literal, so that a credential never reaches a plan, a log or a message.
func (s Secret) String() string {
	switch {
	case s.Env != "":
		return "env('" + s.Env + "')"
	case s.File != "":
		return "file('" + s.File + "')"
	case s.Literal != "":
		return "***"
	}
	return ""
}

// Pair is one option with its key.
type Pair struct {
	Key   string
	Value Value
}

// Get returns the option's value, which is the zero Value when the option has no default and
// is not set.
func (r *Resolved) Get(key string) Value { return r.values[key] }

// Prefix returns the options whose key begins with the prefix, which is cut off, ordered by
// key: Prefix("properties.") gives what goes to the Kafka client.
func (r *Resolved) Prefix(prefix string) []Pair {
	var out []Pair
	for k, v := range r.values {
		if rest, ok := strings.CutPrefix(k, prefix); ok {
			out = append(out, Pair{rest, v})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out
}

// All returns every option, defaults among them, ordered by key.
func (r *Resolved) All() []Pair { return r.Prefix("") }
