package job

import (
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// waiter notes how many rows have come through each port when one of them ends.
type waiter struct {
	*fakeStage
	rows   [2]int
	events *[]string
}

func (w *waiter) Rows(port int, b stream.Batch) error {
	w.rows[port] += b.Len()
	return w.fakeStage.Rows(port, b)
}

func (w *waiter) PortEnded(port int) error {
	*w.events = append(*w.events, fmt.Sprint("port ", port, " behind ", w.rows[port]))
	return nil
}

func (w *waiter) End() error {
	*w.events = append(*w.events, "end")
	return nil
}

// TestPortEnded: a stage learns once that nothing more comes through a port, when the last of its
// producers has ended; of the port that ends last it learns by the end.
func TestPortEnded(t *testing.T) {
	for _, short := range []int{0, 1} {
		synctest.Test(t, func(t *testing.T) {
			sources := []*fakeSource{{splits: 3, rows: 1000}, {splits: 3, rows: 1000}}
			sources[1-short].pace = 10 * time.Millisecond
			sources[1-short].rows = 10_000
			p := newPipeline(time.Second, sources[0], sources[1])
			p.stage("query", 0, false, nil, 0)
			p.stage("rows", 1, false, nil, 1)
			p.stage("match", -1, true, []int{0})
			p.Edges = []Edge{{To: 2, Dist: Single}, {To: 2, Dist: Single, Port: 1}}
			var events []string
			plain := p.Stages[2].New
			p.Stages[2].New = func(l *Lane) (stream.Stage, error) {
				s, err := plain(l)
				return &waiter{fakeStage: s.(*fakeStage), events: &events}, err
			}
			if _, err := p.start(t, testEnv(3), nil); err != nil {
				t.Fatal(err)
			}
			want := []string{fmt.Sprint("port ", short, " behind 3000"), "end"}
			if !slices.Equal(events, want) {
				t.Errorf("%q, want %q", events, want)
			}
		})
	}
}
