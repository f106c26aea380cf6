package typecheck

import (
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/options"
)

// hinted is a table as the hints at its name make it: OPTIONS puts other options in the place of
// those that it was declared with, for this one use. Other hints have no meaning here. Nil after an
// error.
func (c *checker) hinted(t *table, hints *lang.Hints) *table {
	if hints == nil {
		return t
	}
	for _, h := range hints.List {
		switch {
		case !strings.EqualFold(h.Name.Name, "OPTIONS"):
			c.warnHint(h)
		case t.view != nil:
			c.errHintView(h, t)
			return nil
		case t.declared != nil && !t.broken:
			t = c.withOptions(t, h)
		}
	}
	return t
}

// withOptions is a table with the options of a hint.
func (c *checker) withOptions(t *table, h *lang.Hint) *table {
	own, ok := c.hintOptions(h)
	if !ok {
		return nil
	}
	merged := own
	for _, e := range t.declared.options {
		if !has(own, e.Key) {
			merged = append(merged, e)
		}
	}
	resolved, problems := options.Resolve(options.Request{Columns: t.logical.Columns,
		Entries: merged, At: h.Span()})
	for _, p := range problems {
		if p.Severity == diag.Error {
			c.report(p)
			ok = false
		}
	}
	if !ok {
		return nil
	}
	out, changed := *t, *t.logical
	changed.Options, changed.Legacy = resolved, resolved.Legacy
	out.logical = &changed
	return &out
}

func (c *checker) hintOptions(h *lang.Hint) ([]options.Entry, bool) {
	var out []options.Entry
	for _, a := range h.Args {
		if a.Key == nil || a.Value == nil {
			c.errHintOption(a)
			return nil, false
		}
		out = append(out, options.Entry{Key: a.Key.Value, Value: a.Value.Value,
			Origin: options.Literal, KeyAt: a.Key.Span(), ValAt: a.Value.Span()})
	}
	return out, true
}
