package typecheck

import (
	"slices"
	"strings"
	"time"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/options"
)

// stateTTL is how long the setting keeps what is not written; 0: for ever, as always in batch mode. As in Flink it
// has whole milliseconds.
func (c *checker) stateTTL() time.Duration {
	d, _ := options.ParseDuration(c.settings.values[stateTTL])
	return c.kept(d)
}

func (c *checker) kept(d time.Duration) time.Duration {
	if c.batch() {
		return 0
	}
	return d.Truncate(time.Millisecond)
}

// hintedTTL is what the hint STATE_TTL of the query says, else the setting. It warns of other hints, which are for
// joins and have no meaning here.
func (s *selection) hintedTTL() time.Duration {
	out, found := s.stateTTL(), false
	if s.stmt.Hints == nil {
		return out
	}
	for _, h := range s.stmt.Hints.List {
		if !strings.EqualFold(h.Name.Name, "STATE_TTL") {
			s.warnHint(h)
			continue
		}
		if d, ok := s.checkTTL(h); ok && !found {
			out, found = s.kept(d), true
		}
	}
	return out
}

// checkTTL is the time of the first table that the hint names; false: it is wrong.
func (s *selection) checkTTL(h *lang.Hint) (time.Duration, bool) {
	if len(h.Args) == 0 {
		s.errTTL(h.Span(), "STATE_TTL names no table")
		return 0, false
	}
	var out []time.Duration
	for _, a := range h.Args {
		switch d, ok := ttlOf(a); {
		case a.Key == nil || a.Value == nil:
			s.errTTL(a.Span(), "STATE_TTL takes pairs of texts")
		case !s.reads(a.Key.Value):
			s.errTTLTable(a, s.tables())
		case !ok:
			s.errTTL(a.Value.Span(), "'"+a.Value.Value+"' is no duration")
		default:
			out = append(out, d)
		}
	}
	if len(out) < len(h.Args) {
		return 0, false
	}
	return out[0], true
}

func ttlOf(a *lang.HintArg) (time.Duration, bool) {
	if a.Value == nil {
		return 0, false
	}
	return options.ParseDuration(a.Value.Value)
}

// reads reports whether a name is that of a table of FROM. Where one of them has errors, any may be.
func (s *selection) reads(name string) bool {
	return s.scope.broken || slices.Contains(s.tables(), name)
}

// tables are the names that FROM gives to what it reads.
func (s *selection) tables() []string {
	var out []string
	for _, col := range s.scope.columns {
		if !slices.Contains(out, col.table) {
			out = append(out, col.table)
		}
	}
	return out
}
