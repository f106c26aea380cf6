package main

// The comparison with other engines, P20 and P21: what is measured of each and what the figure is.
// Engines are session.go and ownjob.go, the queries flink.go and databases.go.

import (
	"fmt"
	"time"

	"github.com/flinkc/flinkc/bench/measure"
)

const (
	peerRounds  = 7
	peerTime    = 9 * time.Minute // behind which no round begins
	showRecords = 100_000         // of the file on which results are compared
)

// engine runs one query over a CSV file of so many records: our job does, and its peers.
type engine interface {
	// time runs the query; its result goes nowhere.
	time(records int) (usage, error)
	// show runs the query and returns its result.
	show(records int) (table, error)
	// close ends the processes that still run.
	close()
}

// peer is an engine in a comparison. What a run takes before the first record, and until its code
// is compiled, is in the runs over both files, and the difference leaves it out.
type peer struct {
	engine
	name     string
	goal     float64 // how many times our cost its own should be
	few, all int     // records of the two files
	err      error   // why there will be no figure
	costs    []cost  // of each round
}

// cost is nanoseconds a record.
type cost struct{ wall, cpu float64 }

// comparison is our job, the first, and its peers.
type comparison struct {
	id, query string
	sides     []*peer
	foreign   []float64 // share of the machine that others took in each round
}

// run compares the results and then measures all sides in turns. A peer that fails or has another
// result gives a failed result, and the others go on.
func (c *comparison) run() ([]Result, error) {
	began := time.Now()
	own := c.sides[0]
	want, err := own.show(showRecords)
	if err != nil {
		return nil, err
	}
	for _, p := range c.sides[1:] {
		p.check(want)
	}
	c.round()
	c.forget() // it was the warm-up
	for len(c.foreign) < peerRounds && time.Since(began) < peerTime {
		c.round()
	}
	if own.err != nil {
		return nil, own.err
	}
	var results []Result
	for _, p := range c.sides[1:] {
		results = append(results, c.result(p))
	}
	return results, nil
}

// check runs the peer for its result.
func (p *peer) check(want table) {
	if p.err != nil {
		return
	}
	var got table
	if got, p.err = p.show(showRecords); p.err == nil {
		p.err = want.differs(got)
	}
}

// round measures each side once.
func (c *comparison) round() {
	m := measure.StartMeter(0)
	for _, p := range c.sides {
		m.Own(p.measure())
	}
	c.foreign = append(c.foreign, m.Foreign())
}

// measure adds a cost, and returns what processes that have not ended have taken for it.
func (p *peer) measure() (live time.Duration) {
	var few, all usage
	if p.err == nil {
		few, p.err = p.time(p.few)
	}
	if p.err == nil {
		all, p.err = p.time(p.all)
	}
	if p.err != nil {
		return 0
	}
	n := float64(p.all - p.few)
	p.costs = append(p.costs, cost{wall: float64(all.wall-few.wall) / n,
		cpu: float64(all.cpu-few.cpu) / n})
	return few.live + all.live
}

func (c *comparison) close() {
	for _, p := range c.sides {
		p.close()
	}
}

// forget drops what was measured so far.
func (c *comparison) forget() {
	c.foreign = nil
	for _, p := range c.sides {
		p.costs = nil
	}
}

// result is a peer's figure: the ratio by the clock, or by processor time when others disturbed the
// clock. Both are printed. It does not count when they took so much that there were too few rounds.
func (c *comparison) result(p *peer) Result {
	name := fmt.Sprintf("%s, %s", c.query, p.name)
	if p.err != nil {
		return Result{ID: c.id, Name: name, Text: lastLines(p.err.Error(), 12)}
	}
	own := c.sides[0]
	byClock := compare(own.costs, p.costs, func(c cost) float64 { return c.wall })
	byTime := compare(own.costs, p.costs, func(c cost) float64 { return c.cpu })
	value, foreign, clock := byClock.ratio, measure.Median(c.foreign), "clock"
	if foreign > measure.ForeignShare {
		value, clock = byTime.ratio, "disturbed clock"
	}
	return Result{ID: c.id, Name: name, Value: value, Unit: "x", Goal: p.goal, Rule: atLeast,
		Disturbed: len(p.costs) < peerRounds,
		Text: fmt.Sprintf("processor time %s; %s %s; %d rounds, others took %.0f %% of the machine",
			byTime, clock, byClock, len(p.costs), 100*foreign)}
}

// versus is the medians of two sides.
type versus struct{ own, its, ratio float64 }

func compare(own, its []cost, of func(cost) float64) versus {
	a, b := make([]float64, len(own)), make([]float64, len(its))
	for i := range own {
		a[i], b[i] = of(own[i]), of(its[i])
	}
	return versus{measure.Median(a), measure.Median(b), measure.MedianRatio(b, a)}
}

// String is "80 against 240 ns a record, 3x".
func (v versus) String() string {
	return fmt.Sprintf("%s against %s ns a record, %sx", number(v.own), number(v.its),
		number(v.ratio))
}
