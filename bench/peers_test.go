package main

import (
	"errors"
	"maps"
	"strings"
	"testing"
	"time"
)

// fakeEngine takes start and then perRecord for each record.
type fakeEngine struct {
	start, perRecord time.Duration
	result           table
	err              error
	closed           bool
}

func (f *fakeEngine) time(records int) (usage, error) {
	d := f.start + time.Duration(records)*f.perRecord
	return usage{wall: 10 * d, cpu: d}, f.err
}

func (f *fakeEngine) show(int) (table, error) { return f.result, nil }

func (f *fakeEngine) close() { f.closed = true }

// TestComparison leaves starts out, and gives no figure of a peer that fails or has another result.
func TestComparison(t *testing.T) {
	result := table{"a": "1"}
	side := func(name string, e *fakeEngine) *peer {
		return &peer{engine: e, name: name, goal: 3, few: 100, all: 300}
	}
	c := comparison{id: "P0", query: "q", sides: []*peer{
		side("own", &fakeEngine{start: time.Second, perRecord: 50, result: result}),
		side("good", &fakeEngine{start: time.Hour, perRecord: 200, result: result}),
		side("failing", &fakeEngine{result: result, err: errors.New("no memory")}),
		side("wrong", &fakeEngine{perRecord: 1, result: table{"a": "2"}}),
	}}
	results, err := c.run()
	if err != nil || len(results) != 3 {
		t.Fatalf("%v, %v", results, err)
	}
	good := results[0]
	if good.Value != 4 || good.Rule != atLeast || good.Name != "q, good" ||
		!strings.HasPrefix(good.Text, "processor time 50 against 200 ns a record, 4x; ") ||
		!strings.Contains(good.Text, "clock 500 against 2000 ns a record, 4x; 7 rounds, ") {
		t.Errorf("%v", good)
	}
	for i, want := range []string{"no memory", `group a has "2", want "1"`} {
		if r := results[i+1]; r.Rule != failed || !strings.Contains(r.Text, want) {
			t.Errorf("%v, want the reason %q and no figure", r, want)
		}
	}
	c.close()
	for _, p := range c.sides {
		if !p.engine.(*fakeEngine).closed {
			t.Errorf("%s was not closed", p.name)
		}
	}
}

// TestGatedByProcessorTime: when others disturb the clock, the figure is that of processor time. Of
// one round it counts in neither case.
func TestGatedByProcessorTime(t *testing.T) {
	own := &peer{costs: []cost{{wall: 100, cpu: 10}}}
	its := &peer{costs: []cost{{wall: 900, cpu: 30}}}
	for foreign, want := range map[float64]float64{0.01: 9, 0.5: 3} {
		c := comparison{sides: []*peer{own, its}, foreign: []float64{foreign}}
		if got := c.result(its); got.Value != want || !got.Disturbed {
			t.Errorf("others took %v: %v, want %v", foreign, got.Value, want)
		}
	}
}

func TestReadChanges(t *testing.T) {
	in := "a warning\n+I[a, 1, 2]\n+I[b, 7]\n-U[a, 1, 2]\n+U[a, 3, 4]\n-D[b, 7]\n+I[c]\n{\"cpu\": 1}\n"
	got, answer, err := readChanges(strings.NewReader(in))
	if err != nil || string(answer) != `{"cpu": 1}` {
		t.Fatalf("answer %s, %v", answer, err)
	}
	if want := (table{"a": "3, 4", "c": ""}); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, _, err := readChanges(strings.NewReader("+I[a, 1]\n")); err == nil {
		t.Error("an end without an answer is no error")
	}
}

func TestTableDiffers(t *testing.T) {
	for _, tt := range []struct {
		want, got table
		differ    bool
	}{
		{table{"a": "1"}, table{"a": "1"}, false},
		{table{"a": "1"}, table{"a": "2"}, true},
		{table{"a": "1"}, table{"b": "1"}, true},
		{table{"a": "1"}, table{"a": "1", "b": "1"}, true},
		{table{}, table{}, true}, // nothing has been compared
	} {
		if err := tt.want.differs(tt.got); (err != nil) != tt.differ {
			t.Errorf("%v beside %v: %v", tt.want, tt.got, err)
		}
	}
}
