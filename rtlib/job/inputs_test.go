package job

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// TestWatermarks: what a task says of event time, message by message. "0:5" is watermark 5 of
// producer 0, "1:idle" and "2:end" speak for themselves.
func TestWatermarks(t *testing.T) {
	tests := []struct {
		name, in, want string
	}{
		{"the least counts", "0:5 1:3 2:9 1:7", "- - 3 5"},
		{"never backwards", "0:5 1:5 2:5 0:4", "- - 5 -"},
		{"idle leaves the minimum", "0:5 1:7 2:idle", "- - 5"},
		{"all idle", "0:5 1:5 2:5 0:idle 1:idle 2:idle", "- - 5 - - idle"},
		{"back from idle", "0:5 1:5 2:5 0:idle 1:idle 2:idle 1:5", "- - 5 - - idle active"},
		{"back with more", "0:5 1:5 2:5 0:idle 1:idle 2:idle 1:6", "- - 5 - - idle 6"},
		{"an end holds nothing back", "0:5 1:7 2:end", "- - 5"},
		{"an end and idle are not the end of time", "0:5 1:idle 2:end 0:idle 0:8", "- - 5 idle 8"},
		{"the end of all", "0:end 1:end 2:end", "- - max"},
		{"idle, then all end", "0:idle 1:idle 2:idle 0:end 1:end 2:end", "- - idle - - max"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := newInputs(3)
			var got []string
			for _, step := range strings.Fields(tt.in) {
				got = append(got, watermarkStep(t, &in, step))
			}
			if got := strings.Join(got, " "); got != tt.want {
				t.Errorf("%s gives %s, want %s", tt.in, got, tt.want)
			}
		})
	}
}

func watermarkStep(t *testing.T, in *inputs, step string) string {
	t.Helper()
	var from int
	var what string
	if _, err := fmt.Sscanf(step, "%d:%s", &from, &what); err != nil {
		t.Fatal(err)
	}
	time := int64(0)
	switch what {
	case "end":
		in.end(from)
		time = stream.MaxWatermark
	case "idle":
	default:
		_, _ = fmt.Sscan(what, &time)
	}
	switch in.watermark(from, time, what == "idle") {
	case advanced:
		if in.low == math.MaxInt64 {
			return "max"
		}
		return fmt.Sprint(in.low)
	case allIdle:
		return "idle"
	case active:
		return "active"
	}
	return "-"
}

// TestAlignment: messages behind a mark are held until all producers are there or at their end, and
// come out in order.
func TestAlignment(t *testing.T) {
	in := newInputs(3)
	send := func(from int, kind stream.MessageKind) bool {
		return in.hold(stream.Message{Kind: kind, From: from, Time: int64(len(in.held))})
	}
	if send(0, stream.MsgRows) {
		t.Fatal("held without a mark")
	}
	if in.mark(0) {
		t.Fatal("aligned with one of three")
	}
	if !send(0, stream.MsgRows) || !send(0, stream.MsgEnd) || send(1, stream.MsgRows) {
		t.Fatal("rows behind the mark are not held, or those before it are")
	}
	if aligned, all := in.end(1); aligned || all {
		t.Fatal("aligned with two of three")
	}
	if !in.mark(2) {
		t.Fatal("not aligned with two marks and an end")
	}
	held := in.release()
	if len(held) != 2 || held[0].Kind != stream.MsgRows || held[1].Kind != stream.MsgEnd {
		t.Fatalf("released %v", held)
	}
	if send(0, stream.MsgRows) {
		t.Error("held after the release")
	}
}
