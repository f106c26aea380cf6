package diag

import (
	"cmp"
	"slices"
)

// Severity is how bad a diagnostic is.
type Severity uint8

// Severities. Only an Error stops the compiler.
const (
	Error Severity = iota
	Warning
	Note
)

// String returns the word that diagnostics show.
func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// Diagnostic is one finding at one place.
type Diagnostic struct {
	Severity Severity
	Code     string // stable, lower case, with hyphens: unknown-column
	At       Span
	Source   *Source // nil for a finding without a place
	Message  string  // one line, no full stop
	Label    string  // stands behind the carets; "" for none
	Notes    []Remark
	Hint     string // a full sentence that says what to do; "" for none
}

// Remark adds to a diagnostic, usually another place that explains it.
type Remark struct {
	Message string
	At      Span
	Source  *Source // nil when the remark has no place
}

// List is the diagnostics of a phase.
type List []Diagnostic

// HasErrors reports whether the list holds an error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sorted returns the list in the order of the source, without repetitions. Two findings with the
// same code at the same place are one, the first given.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.At == b.At && a.Code == b.Code && sourceName(a.Source) == sourceName(b.Source)
	})
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(sourceName(a.Source), sourceName(b.Source)),
		cmp.Compare(a.At.Start, b.At.Start),
		cmp.Compare(a.At.End, b.At.End),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Code, b.Code),
	)
}

func sourceName(s *Source) string {
	if s == nil {
		return ""
	}
	return s.Name
}

// Doc is the reference entry of a code.
type Doc struct {
	Code    string
	Title   string // one line
	Text    string // what it means, in a few sentences
	Example string // a script that gives it
	Cure    string // what to write instead
}
