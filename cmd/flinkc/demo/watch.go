package demo

import (
	"context"
	"errors"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/page"
)

// run makes lines, watches, and brings the job to its end.
func (d *demo) run(ctx context.Context) (*Result, error) {
	lines := loggen.New(loggen.Config{Seed: d.Seed, BrokenShare: d.Broken, ForeignShare: ForeignShare})
	d.feed = &feeder{to: d.to, lines: lines, rate: d.Rate, read: &d.read}
	d.started, d.state = time.Now(), page.Running
	if err := d.produce(ctx); err != nil {
		return nil, err
	}
	d.state = page.Draining
	if err := d.drain(); err != nil {
		return nil, err
	}
	d.elapsed = time.Since(d.started)
	return d.finish()
}

// greatRate keeps a count of lines within an int64 for years.
const greatRate = 1e9

// ForeignShare is the part of the addresses that lie in no province.
const ForeignShare = 0.02

// produce makes lines until the time is over, the context ends, or something fails.
func (d *demo) produce(ctx context.Context) error {
	ctx, end := d.limited(ctx)
	defer end()
	fed := make(chan error, 1)
	go func() { fed <- d.feed.run(ctx) }()
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case err := <-fed:
			return err
		case <-d.job.done:
			end()
			return errors.Join(d.job.failure(), <-fed)
		case <-tick.C:
			if err := d.watch(n); err != nil {
				end()
				return errors.Join(err, <-fed)
			}
		}
	}
}

// limited is the context of the generator.
func (d *demo) limited(ctx context.Context) (context.Context, context.CancelFunc) {
	if d.For == 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, d.For)
}

// Times of the watch. The counter is read often, because the feeder waits for it.
const (
	watchEvery = 50 * time.Millisecond
	showEvery  = 10 // watches
	stallLimit = 30 * time.Second
)

// watch reads the job's counter, and every now and then shows the table. The counter is what lets
// the feeder go on: it holds still while the job does.
func (d *demo) watch(n int) error {
	counts, err := d.job.counts()
	if err != nil {
		return nil // it may have ended: the next look at job.done says so
	}
	d.read.Store(counts.records)
	if n%showEvery != 0 {
		return nil
	}
	if err := d.to.trim(); err != nil {
		return err
	}
	return d.show(counts)
}

// show reads the table and publishes it.
func (d *demo) show(c counts) error {
	rows, err := d.db.rows()
	if err != nil {
		return err
	}
	s := page.Snapshot{
		State: d.state, Records: c.records, BadRecords: c.badRecords, BadFields: c.badFields,
		Behind:  max(0, d.feed.made.Load()-c.records),
		Seconds: time.Since(d.started).Seconds(), Rows: rows,
	}
	s.Rate = d.view.meter.read(s.Records, s.Seconds)
	if d.elapsed > 0 { // the end: the rate is that of the whole run
		s.Seconds = d.elapsed.Seconds()
		s.Rate = float64(s.Records) / s.Seconds
	}
	d.page.Publish(s)
	d.view.show(s)
	return nil
}

// drain waits until the job has read every line. It gives up when the counter stands still.
func (d *demo) drain() error {
	want := d.feed.lines.Counts().Records
	last, since := int64(-1), time.Now()
	for n := 0; d.read.Load() < want; n++ {
		select {
		case <-d.job.done:
			return d.job.failure()
		case <-time.After(watchEvery):
		}
		if err := d.watch(n); err != nil {
			return err
		}
		if now := d.read.Load(); now != last {
			last, since = now, time.Now()
		}
		if time.Since(since) > stallLimit {
			return errStalled(last, want, d.job.journal.String())
		}
	}
	return nil
}

// finish ends the job, which writes its last rows, and compares its counts with the generator's.
func (d *demo) finish() (*Result, error) {
	c, err := d.job.end()
	if err != nil {
		return nil, err
	}
	d.state = page.Finished
	if err := d.show(c); err != nil {
		return nil, err
	}
	rows, err := d.db.rows()
	if err != nil {
		return nil, err
	}
	r := &Result{
		Records: c.records, BadRecords: c.badRecords, BadFields: c.badFields, Rows: rows,
		Provinces: provinces(rows), Seconds: d.elapsed.Seconds(),
		Rate: float64(c.records) / d.elapsed.Seconds(),
	}
	return r, d.judge(c)
}

// judge is nil when the job has counted what the generator has made.
func (d *demo) judge(c counts) error {
	made := d.feed.lines.Counts()
	want := counts{made.Records, made.BadRecords, made.BadFields}
	if c != want {
		return errMiscounted(c, want)
	}
	return nil
}

// provinces counts the names other than that of addresses without one.
func provinces(rows []page.Row) (n int) {
	for _, r := range rows {
		if r.Province != nowhere {
			n++
		}
	}
	return n
}

// nowhere is what the example's function answers for an address without a province.
const nowhere = "UnKnow"
