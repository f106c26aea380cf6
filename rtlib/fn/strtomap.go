package fn

import (
	"strings"

	"github.com/flinkc/flinkc/rtlib/nested"
)

// Delimiters are those of STR_TO_MAP, two Java regular expressions.
type Delimiters struct{ entry, pair *Regexp }

// PrepareDelimiters compiles the delimiters between entries and between key and value.
func PrepareDelimiters(entry, pair string) (*Delimiters, error) {
	e, err := PrepareRegexp(entry)
	if err != nil {
		return nil, err
	}
	p, err := PrepareRegexp(pair)
	switch {
	case err != nil:
		return nil, err
	case e.re == nil:
		return nil, errNoRegexp(entry)
	case p.re == nil:
		return nil, errNoRegexp(pair)
	}
	return &Delimiters{e, p}, nil
}

// StrToMap is the map of a text like "a=1,b=2"; a key without a value has NULL. Of several values of a
// key the last one counts.
func StrToMap(w *nested.Writer, text string) string {
	depth := w.Depth()
	text = strings.TrimRight(text, ",") // empty texts at the end are none, as in Java
	for more := text != ""; more; {
		var entry string
		entry, text, more = strings.Cut(text, ",")
		key, value, ok := strings.Cut(entry, "=")
		putEntry(w, key, value, ok)
	}
	return w.HashedTexts(depth)
}

// StrToMapBy is StrToMap with other delimiters.
func StrToMapBy(w *nested.Writer, text string, d *Delimiters) string {
	depth, from := w.Depth(), 0
	kept := depth
	for _, m := range d.entry.re.All(text) {
		if m[1] == 0 { // an empty match at the start parts nothing, as in Java
			continue
		}
		kept = d.put(w, text[from:m[0]], kept)
		from = m[1]
	}
	kept = d.put(w, text[from:], kept)
	w.Drop(kept)
	return w.HashedTexts(depth)
}

// put puts one entry and returns how much of the stack is to be kept: empty texts at the end are no
// entries.
func (d *Delimiters) put(w *nested.Writer, entry string, kept int) int {
	if start, end := d.pair.first(entry); end > 0 {
		putEntry(w, entry[:start], entry[end:], true)
	} else {
		putEntry(w, entry, "", false)
	}
	if entry != "" {
		return w.Depth()
	}
	return kept
}

func putEntry(w *nested.Writer, key, value string, ok bool) {
	w.Text(key)
	if !ok {
		w.Null()
		return
	}
	w.Text(value)
}

// first is the first match that parts a text in two; its end is 0 when there is none.
func (r *Regexp) first(s string) (start, end int) {
	for _, m := range r.re.All(s) {
		if m[1] > 0 {
			return m[0], m[1]
		}
	}
	return 0, 0
}
