package job

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// Exit codes of a generated program.
const (
	exitOK      = 0
	exitUsage   = 2
	exitFailure = 5
)

// config is what the command line says.
type config struct {
	parallelism int
	listen      string
	level       string
	from        string
	untilEnd    bool
	check       bool
	version     bool
	summaryJSON bool
	quiet       bool
	vars        vars
}

// vars collects --var K=V.
type vars map[string]string

// String implements flag.Value. Package flag shows it as the default, and there is none.
func (v vars) String() string { return "" }

// Set implements flag.Value.
func (v vars) Set(s string) error {
	k, val, ok := strings.Cut(s, "=")
	if !ok {
		return errors.New("want K=V")
	}
	v[k] = val
	return nil
}

// Main is the main function of a generated program.
func Main(spec *Spec) {
	os.Exit(Execute(spec, os.Args[1:], os.Stderr))
}

// Execute parses the arguments, runs the pipeline, and returns the exit code. Standard output is
// left to the print sink and to --json.
func Execute(spec *Spec, args []string, stderr io.Writer) int {
	c, err := parseFlags(spec, args, stderr)
	if err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return exitOK
		}
		return exitUsage
	}
	if c.version {
		printVersion(spec)
		return exitOK
	}
	env, err := c.env(spec, stderr)
	if err != nil {
		fmt.Fprintf(stderr, "error: %v\n", err)
		return exitUsage
	}
	// Before anything is connected: the answer does not depend on it.
	if spec.NeedsFrom && c.from == "" && !c.check {
		fmt.Fprintln(stderr, needsFrom)
		return exitUsage
	}
	return c.execute(spec, env, stderr)
}

const needsFrom = "error: this job keeps state in memory, and its start position depends on what an earlier run\n" +
	"has committed: state is lost at restart and totals would shrink.\n" +
	"hint: Say where to start: --from earliest recomputes everything, --from latest begins with new records."

func parseFlags(spec *Spec, args []string, stderr io.Writer) (*config, error) {
	c := &config{vars: vars{}}
	f := flag.NewFlagSet(spec.Name, flag.ContinueOnError)
	f.SetOutput(stderr)
	f.IntVar(&c.parallelism, "parallelism", spec.Parallelism, "lanes; 0: the cores the process may use")
	f.StringVar(&c.listen, "listen", "127.0.0.1:0", "address of /metrics, /healthz, /readyz, /why, /plan; \"\": none")
	f.StringVar(&c.level, "log", "info", "debug, info, warn or error")
	f.StringVar(&c.from, "from", "", "where sources start: earliest, latest, group-offsets or a timestamp in ms")
	f.BoolVar(&c.untilEnd, "until-end", false, "stop at the end offsets seen at the start")
	f.BoolVar(&c.check, "check", false, "connect to sources and sinks, report, and exit")
	f.BoolVar(&c.version, "version", false, "print the query's hash and the modules, and exit")
	f.BoolVar(&c.summaryJSON, "json", false, "print the summary as one JSON line on standard output")
	f.BoolVar(&c.quiet, "q", false, "no status lines, no summary")
	f.Var(c.vars, "var", "K=V: a parameter that functions can read; may be repeated")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	if f.NArg() > 0 {
		fmt.Fprintf(stderr, "error: unexpected argument %q\n", f.Arg(0))
		return nil, errors.New("usage")
	}
	return c, nil
}

func (c *config) env(spec *Spec, stderr io.Writer) (*Env, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.level)); err != nil {
		return nil, fmt.Errorf("--log %s: want debug, info, warn or error", c.level)
	}
	// The compiler has checked the name, but with its own machine's list of zones.
	zone, err := time.LoadLocation(spec.Zone)
	if err != nil {
		return nil, fmt.Errorf("time zone %q: %w", spec.Zone, err)
	}
	if c.parallelism < 0 || c.parallelism > maxParallelism {
		return nil, fmt.Errorf("--parallelism %d: want 0 to %d", c.parallelism, maxParallelism)
	}
	log := slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: level}))
	env := &Env{
		Log: log, Health: newHealth(log), Zone: zone, Parallelism: c.parallelism, From: c.from,
		UntilEnd: c.untilEnd, Params: c.vars, Metrics: &Registry{},
	}
	if env.Parallelism == 0 {
		env.Parallelism = min(runtime.GOMAXPROCS(0), maxParallelism)
	}
	return env, nil
}

// maxParallelism is the number of key groups: more lanes could not own any.
const maxParallelism = 128

// execute runs the job and reports its end.
func (c *config) execute(spec *Spec, env *Env, stderr io.Writer) int {
	ctx, stop := context.WithCancelCause(context.Background())
	defer stop(nil)
	drain, release := onSignal(stop)
	defer release()
	r := newRun(ctx, spec, env)
	if c.check {
		return exit(stderr, r.check())
	}
	server, err := serve(c.listen, r)
	if err != nil {
		return exit(stderr, err)
	}
	defer server.close()
	endStatus := func() {}
	if !c.quiet {
		endStatus = r.showStatus(stderr)
	}
	if spec.Guarantee != "" && !c.quiet {
		env.Log.Info("restart", "means", spec.Guarantee)
	}
	summary, err := r.run(drain)
	endStatus()
	// A job that never connected has nothing to sum up; its error is enough.
	if r.opened.Load() {
		c.printSummary(summary, stderr)
	}
	return exit(stderr, err)
}

// onSignal closes drain at the first SIGTERM or interrupt and calls stop at the second one, for a
// job that cannot be drained as its sink is away. release ends it.
func onSignal(stop context.CancelCauseFunc) (drain <-chan struct{}, release func()) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGTERM, os.Interrupt)
	draining, done := make(chan struct{}), make(chan struct{})
	go func() {
		for n := 0; ; n++ {
			select {
			case <-signals:
			case <-done:
				return
			}
			if n > 0 {
				stop(errInterrupted)
				return
			}
			close(draining)
		}
	}()
	return draining, func() { signal.Stop(signals); close(done) }
}

func (c *config) printSummary(s *Summary, stderr io.Writer) {
	if c.summaryJSON {
		_ = json.NewEncoder(os.Stdout).Encode(s.fields())
	}
	if !c.quiet {
		s.Print(stderr)
	}
}

func exit(stderr io.Writer, err error) int {
	if err == nil {
		return exitOK
	}
	fmt.Fprintf(stderr, "error: %v\n", err)
	return exitFailure
}
