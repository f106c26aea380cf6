package function

import (
	"fmt"
	"strings"

	"github.com/flinkc/flinkc/typecheck/types"
)

// Mismatch is the error of a call that fits no overload. Candidates tell why, one line each.
type Mismatch struct {
	Name       string
	Args       []types.Type
	Candidates []Candidate
}

// Candidate is an overload that was tried.
type Candidate struct {
	Signature string // SUBSTRING(string, start [, length])
	Reason    string // why it does not fit
}

// Error is one line for the call and one for each candidate.
func (m *Mismatch) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "no form of %s takes %s", m.Name, typeList(m.Args))
	for _, c := range m.Candidates {
		fmt.Fprintf(&b, "\n  %s: %s", c.Signature, c.Reason)
	}
	return b.String()
}

func typeList(ts []types.Type) string {
	if len(ts) == 0 {
		return "no arguments"
	}
	names := make([]string, len(ts))
	for i, t := range ts {
		names[i] = t.String()
	}
	return "(" + strings.Join(names, ", ") + ")"
}

// reasonCount is the wrong number of arguments.
func reasonCount(o *overload, got int) string {
	if o.repeat > 0 {
		return fmt.Sprintf("takes at least %d arguments, the call has %d", len(o.params), got)
	}
	if len(o.params) == 1 {
		return fmt.Sprintf("takes 1 argument, the call has %d", got)
	}
	return fmt.Sprintf("takes %d arguments, the call has %d", len(o.params), got)
}

// reasonType is an argument of a type that the parameter does not accept.
func reasonType(p param, t types.Type) string {
	return fmt.Sprintf("%s must be %s, not %s", p.name, p.text, t)
}

// reasonElement is an element of another type than an array's.
func reasonElement(p param, elem, t types.Type) string {
	return fmt.Sprintf("%s must be %s, not %s", p.name, elem, t)
}

// reasonNoCommon is GREATEST and its like over types that do not generalise.
func reasonNoCommon(ts []types.Type) string {
	return "the arguments have no common type: " + typeList(ts)
}
