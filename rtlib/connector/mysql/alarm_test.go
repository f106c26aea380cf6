package mysql

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// TestAlarm: the timer runs on between commits, and each commit has its own silence.
func TestAlarm(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		said := &messages{}
		a := alarm{config: &Config{Table: "t", Host: "h", Health: said}}
		commit := func(took time.Duration, want ...string) {
			t.Helper()
			said.list = nil
			a.start()
			time.Sleep(took)
			a.stop()
			if !slices.Equal(said.list, want) {
				t.Errorf("a commit of %v: %q, want %q", took, said.list, want)
			}
		}
		silent := reasonSilent(a.config)
		for range 100 {
			commit(silence - time.Millisecond)
		}
		commit(silence+time.Millisecond, silent, "")
		commit(time.Millisecond)
		time.Sleep(time.Hour)
		commit(silence - time.Millisecond)
		commit(2*silence, silent, "")
	})
}

type messages struct{ list []string }

func (m *messages) Waiting(_, reason string) { m.list = append(m.list, reason) }
