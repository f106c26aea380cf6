package job

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"log/slog"
)

type safeBuilder struct {
	mu sync.Mutex
	b  strings.Builder
}

func (s *safeBuilder) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func TestStatusText(t *testing.T) {
	before := sample{records: 1000}
	tests := []struct {
		now  sample
		want string
	}{
		{sample{records: 1000}, "1000 records, 0/s, 0 commits"},
		{sample{records: 3000, commits: 4}, "3000 records, 1000/s, 4 commits"},
		{sample{records: 3000, lag: 70, lagKnown: true, keys: 34, keyed: true},
			"3000 records, 1000/s, 70 behind, 34 keys, 0 commits"},
	}
	for _, tt := range tests {
		if got := tt.now.text(before, 2*time.Second); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestStatusInLog: a job that does not run on a terminal logs its status every ten seconds.
func TestStatusInLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := chain(newPipeline(time.Second, &fakeSource{splits: 1, rows: 20, endless: true}), Single)
		env, log := testEnv(1), &safeBuilder{}
		env.Log = slog.New(slog.NewTextHandler(log, nil))
		r := newRun(t.Context(), &p.Spec, env)
		end := r.showStatus(log)
		drain := make(chan struct{})
		time.AfterFunc(25500*time.Millisecond, func() { close(drain) })
		time.AfterFunc(15*time.Second, func() { env.Health.Waiting("sink", "gone") })
		if _, err := r.run(drain); err != nil {
			t.Fatal(err)
		}
		end()
		got := log.b.String()
		for _, want := range []string{
			"status: 20 records, 2/s, ", "status: 20 records, 0/s, ", "; waiting for sink: gone",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("want %q in\n%s", want, got)
			}
		}
		if n := strings.Count(got, "status:"); n != 2 {
			t.Errorf("%d status lines, want 2", n)
		}
	})
}
