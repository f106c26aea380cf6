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
