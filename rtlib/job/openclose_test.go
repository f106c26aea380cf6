package job

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// closing panics when it is closed.
type closing struct{ stream.Base }

func (*closing) Rows(int, stream.Batch) error { return nil }
func (*closing) Close() error                 { panic("cannot close") }

// A function's Open and Close are the user's code: their panics are errors, not the end of the process.
func TestPanicsOfOpenAndClose(t *testing.T) {
	s := &Stage{New: func(*Lane) (stream.Stage, error) { panic("no table") }}
	if _, err := newMachine(s, &Lane{}); err == nil || !strings.Contains(err.Error(), "no table") {
		t.Errorf("Open: error %v, want one with the panic's text", err)
	}
	if err := closeMachine(&closing{}); err == nil || !strings.Contains(err.Error(), "cannot close") {
		t.Errorf("Close: error %v, want one with the panic's text", err)
	}
}
