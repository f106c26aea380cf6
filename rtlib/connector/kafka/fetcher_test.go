package kafka

import (
	"os"
	"slices"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"
)

// stutter gives an answer in pieces. Who waits briefly gets every other one too late.
type stutter struct {
	*replay
	brief bool // the wait allowed
	reads int
	late  int // pieces that came too late
}

func (c *stutter) SetReadDeadline(t time.Time) error {
	c.brief = time.Until(t) < time.Second
	return nil
}

func (c *stutter) Read(b []byte) (int, error) {
	if c.reads++; c.brief && c.reads%2 == 0 {
		c.late++
		return 0, os.ErrDeadlineExceeded
	}
	return c.replay.Read(b[:min(len(b), 1000)])
}

// An answer that comes slowly is begun by Fill and read to its end by the fetcher's own goroutine.
func TestAnswerThatIsLate(t *testing.T) {
	conn := &stutter{replay: newReplay(t, captured(t, kgo.NoCompression()))}
	r := replayed(t, conn)
	const round = capturedParts * capturedBatches * capturedRecords
	if n := walk(t, r, 5*round); n < 5*round {
		t.Errorf("%d records were read, want %d", n, 5*round)
	}
	r.cancel()
	r.wg.Wait()
	if conn.late == 0 {
		t.Error("no piece came too late for Fill")
	}
}

// A broker that always has an answer at hand does not keep Fill from another one's.
func TestNoBrokerStarves(t *testing.T) {
	answer := captured(t, kgo.NoCompression())
	r := replayed(t, newReplay(t, answer), newReplay(t, append([]byte(nil), answer...)))
	const round = capturedParts * capturedBatches * capturedRecords
	behind := func() bool {
		return slices.ContainsFunc(r.parts, func(p *part) bool {
			return p.done < 3*capturedBatches*capturedRecords
		})
	}
	// Long enough for the other goroutine to run on a busy machine.
	for start := time.Now(); behind(); walk(t, r, round) {
		if time.Since(start) > 5*time.Second {
			t.Fatal("after five seconds a partition is still at its beginning")
		}
	}
}
