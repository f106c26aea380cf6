// Package demo runs the CDN example from end to end: a Kafka-protocol broker, a generator of access
// logs, the example's job as a program of its own, a MySQL-protocol database, and a live view in
// the terminal and in the browser.
//
//	loggen -> broker -> job (a child process) -> database -> table and page
//
// The broker and the database live in this process and speak the real protocols on loopback, unless
// real servers are named. The job is built as `flinkc build` does and knows nothing of the demo.
package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/page"
)

// Config says what to run.
type Config struct {
	// Example holds cdn.sql and the folder udf.
	Example fs.FS
	// Build compiles a script to a program for this machine.
	Build func(ctx context.Context, script, program string) error

	Kafka string // host:port of a real Kafka; "" is a broker in this process
	MySQL string // DSN of a real database, user:password@tcp(host:port)/name; "" is the stand-in

	For    time.Duration // how long lines are made; 0 is until the context ends
	Seed   uint64
	Rate   float64 // lines a second; 0 is as fast as the job reads them
	Broken float64 // part of the lines, 0 to 1, that are broken or odd
	Listen string  // address of the page

	Progress io.Writer // what happens, line by line
	Terminal bool      // Progress is a terminal: the table is redrawn in place
}

// check finds values that make no sense.
func (c *Config) check() error {
	switch {
	case c.For < 0:
		return errFor(c.For)
	case !(c.Rate >= 0 && c.Rate <= greatRate): // not NaN either
		return errRate(c.Rate)
	case !(c.Broken >= 0 && c.Broken <= 1):
		return errBroken(c.Broken)
	}
	return nil
}

// Result is what the demo has shown when it ends.
type Result struct {
	Records    int64   `json:"records"`
	BadRecords int64   `json:"bad_records"` // lines dropped
	BadFields  int64   `json:"bad_fields"`  // fields made NULL
	Provinces  int     `json:"provinces"`   // names in the result table other than UnKnow
	Seconds    float64 `json:"seconds"`     // from the first line made to the last one counted
	Rate       float64 `json:"records_per_second"`

	Rows []page.Row `json:"-"` // the final table, most accesses first
}

// demo is one run. Its parts are set in the order of the fields.
type demo struct {
	Config
	dir  string // temporary, removed at the end
	page *page.Server
	view *view
	db   *database
	to   *broker
	job  *job
	feed *feeder

	started time.Time     // of the first line
	elapsed time.Duration // from there until all was read; 0 before
	read    atomic.Int64  // records that the job has read
	state   string
}

// Run runs the demo until Config.For has passed or the context ends, then lets the job work off
// what was made and compares its counts with the generator's. The result is complete when the error
// is nil. An end of the context before the first line is an error, later it is not.
func Run(ctx context.Context, c Config) (*Result, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	d := &demo{Config: c, state: page.Starting}
	err := d.open(ctx)
	var r *Result
	if err == nil {
		r, err = d.run(ctx)
	}
	return r, errors.Join(err, d.close())
}

// open starts everything up to the job, which has nothing to read yet.
func (d *demo) open(ctx context.Context) (err error) {
	if d.dir, err = os.MkdirTemp("", "flinkc-demo-"); err != nil {
		return errEnvironment("temporary folder", err)
	}
	if d.page, err = page.Start(d.Listen); err != nil {
		return errEnvironment("live page", err)
	}
	d.view = newView(d.Progress, d.Terminal)
	d.view.say("page      %s", d.page.URL())
	if d.db, err = openDatabase(ctx, d.MySQL); err != nil {
		return err
	}
	d.view.say("database  %s", d.db)
	if d.to, err = openBroker(ctx, d.Kafka); err != nil {
		return err
	}
	d.view.say("broker    %s", d.to)
	return d.openJob(ctx)
}

// openJob builds the job, starts it and waits until it is connected.
func (d *demo) openJob(ctx context.Context) error {
	script, err := writeExample(d.Example, filepath.Join(d.dir, "cdn"), d.addresses())
	if err != nil {
		return err
	}
	began := time.Now()
	program := filepath.Join(d.dir, "cdn.program")
	if err := d.Build(ctx, script, program); err != nil {
		return err
	}
	d.view.say("job       cdn.sql, built in %.1f s", time.Since(began).Seconds())
	args := []string{"--json", "-q", "--listen", "127.0.0.1:0"}
	if d.to.shared() {
		// What others have left in the topic is not ours to count.
		args = append(args, "--from", fmt.Sprint(time.Now().UnixMilli()))
	}
	if d.job, err = startJob(program, args, d.db.environment()); err != nil {
		return err
	}
	return d.job.waitReady(ctx)
}

func (d *demo) addresses() addresses {
	return addresses{kafka: d.to.address, mysql: d.db.jdbcURL()}
}

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
	end := func() {}
	if d.For > 0 {
		ctx, end = context.WithTimeout(ctx, d.For)
	} else {
		ctx, end = context.WithCancel(ctx)
	}
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
			<-fed
			return d.job.failure()
		case <-tick.C:
			if err := d.watch(n); err != nil {
				end()
				<-fed
				return err
			}
		}
	}
}

// Times of the watch. The counter is read often, because the feeder waits for it.
const (
	watchEvery = 50 * time.Millisecond
	showEvery  = 10 // watches
	stallLimit = 30 * time.Second
)

// watch reads the job's counter, and every now and then shows the table.
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

// close ends what was started, in reverse.
func (d *demo) close() error {
	var errs []error
	if d.job != nil {
		d.job.kill()
	}
	if d.to != nil {
		d.to.close()
	}
	if d.db != nil {
		errs = append(errs, d.db.close())
	}
	if d.page != nil {
		errs = append(errs, d.page.Close())
	}
	if d.dir != "" {
		errs = append(errs, os.RemoveAll(d.dir))
	}
	return errors.Join(errs...)
}
