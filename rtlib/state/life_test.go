package state

import "testing"

func TestLivingSet(t *testing.T) {
	s := LivingSet{Life: Life{TTL: 10}}
	for _, step := range []struct {
		key  string
		now  int64
		want bool
	}{{"a", 100, true}, {"a", 109, false}, {"b", 110, true}, {"a", 118, false}, {"a", 128, true}, {"a", 137, false}} {
		if got := s.Add(1, step.key, step.now); got != step.want {
			t.Errorf("%v: %v", step, got)
		}
	}
	s.Sweep(130)
	if s.Len() != 1 {
		t.Errorf("%d keys live, want 1", s.Len())
	}
	to := LivingSet{Life: Life{TTL: 10}}
	err := s.Snapshot(func(group uint32, page []byte) error { return to.Restore(group, page) })
	if err != nil || to.Add(1, "a", 146) || !to.Add(1, "a", 156) {
		t.Errorf("a snapshot lost a time: %v", err)
	}
}

func TestLivingMultiset(t *testing.T) {
	m := LivingMultiset{Life: Life{TTL: 10}}
	for _, step := range []struct {
		change string
		now    int64
		want   bool
	}{{"-", 100, false}, {"+", 100, true}, {"+", 109, false}, {"-", 118, false}, {"-", 127, true}, {"-", 128, false},
		{"+", 130, true}, {"+", 131, false}, {"-", 141, false}, {"+", 141, true}, {"-", 142, true}} {
		change := m.Add
		if step.change == "-" {
			change = m.Remove
		}
		if got := change(1, "a", step.now); got != step.want {
			t.Errorf("%v: %v", step, got)
		}
	}
	m.Add(1, "b", 142)
	to := LivingMultiset{Life: Life{TTL: 10}}
	m.Sweep(142)
	err := m.Snapshot(func(group uint32, page []byte) error { return to.Restore(group, page) })
	if err != nil || to.Len() != 1 || to.Add(1, "b", 151) || !to.Add(1, "b", 161) {
		t.Errorf("%d keys, %v", to.Len(), err)
	}
}

// TestDue: tables that are small or were swept a moment ago are left alone.
func TestDue(t *testing.T) {
	l := Life{TTL: 100_000}
	for _, step := range []struct {
		now  int64
		keys int
		want bool
	}{{1_000_000, leastSwept, false}, {1_000_000, leastSwept + 1, true}, {1_099_999, 1 << 20, false},
		{1_100_000, 1 << 20, true}} {
		if got := l.Due(step.now, step.keys); got != step.want {
			t.Errorf("%v: %v", step, got)
		}
	}
	short := Life{TTL: 1}
	if !short.Due(1_000_000, 1<<20) || short.Due(1_000_000+leastBetween-1, 1<<20) {
		t.Error("a short life is swept at every batch")
	}
}
