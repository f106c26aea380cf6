package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/flinkc/flinkc/codegen/gobuild"
)

// watchInterval is how often the sources are looked at. They are few, and looking works on every
// file system and with every way in which editors write.
const watchInterval = 200 * time.Millisecond

// watcher is `flinkc run --watch`: it builds and runs a script, and again with each change of what
// the program is made from. A build that fails, or gives the same program, leaves the one running
// that there is. The fields belong to the goroutine of loop.
type watcher struct {
	flags  *scriptFlags
	script string
	args   []string // of the program

	sources []string
	last    string // their stamp a moment ago
	tried   string // and as it was built last; "" asks for one more build

	building bool
	stop     context.CancelFunc // ends the build
	built    chan attempt
	began    bool // a build has ended, with or without success

	child    *exec.Cmd // nil: none runs
	childEnd chan error
	sum      [sha256.Size]byte // of the program that was started last
	next     string            // the program that runs when the child has ended; "" is none
	quitting bool
}

// attempt is how a build went.
type attempt struct {
	sources []string // nil when the script could not be read
	seen    string   // their stamp, "" when it has to be repeated
	bin     string
	sum     [sha256.Size]byte
	err     error
}

func runWatching(ctx context.Context, f *scriptFlags, args []string) error {
	if args[0] == "-" {
		return errWatchStdin()
	}
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGTERM, os.Interrupt)
	defer signal.Stop(signals)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	w := &watcher{flags: f, script: args[0], args: args[1:], sources: []string{args[0]}, stop: stop,
		built: make(chan attempt), childEnd: make(chan error)}
	return w.loop(ctx, signals)
}

func (w *watcher) loop(ctx context.Context, signals <-chan os.Signal) error {
	ticks := time.NewTicker(watchInterval)
	defer ticks.Stop()
	w.last = stamp(w.sources)
	w.build(ctx)
	for {
		var err error
		select {
		case s := <-signals:
			w.quit(s)
		case a := <-w.built:
			err = w.take(a)
		case end := <-w.childEnd:
			err = w.childEnded(exitOf(end))
		case <-ticks.C:
			w.look(ctx)
		}
		if err != nil || w.quitting && w.child == nil && !w.building {
			return err
		}
	}
}

// look starts a build when the sources have changed and are still: an editor may write a file in
// several steps.
func (w *watcher) look(ctx context.Context) {
	now := stamp(w.sources)
	still := now == w.last
	w.last = now
	if still && now != w.tried && !w.building && !w.quitting {
		w.build(ctx)
	}
}

// build checks and builds in the background, so that signals are heard meanwhile.
func (w *watcher) build(ctx context.Context) {
	w.building, w.tried = true, w.last
	go func(known []string) { w.built <- w.attempt(ctx, known) }(w.sources)
}

// attempt stamps the sources between the compiler, which finds out what they are, and the go
// command: what changes afterwards is seen as a change, and what changes before is built.
func (w *watcher) attempt(ctx context.Context, known []string) (a attempt) {
	before := stamp(known)
	c, err := w.flags.checked(w.script)
	var o gobuild.Options
	if err == nil {
		if o, err = c.runOptions(); err == nil {
			err = c.shown(c.generate(o.Dir))
		}
	}
	if c != nil {
		a.sources = c.sources()
		if a.seen = stamp(a.sources); stamp(known) != before {
			a.seen = "" // the script itself, while it was read
		}
	}
	if err == nil {
		err = c.shown(gobuild.Build(ctx, c.program, o))
	}
	if err == nil {
		var program []byte
		program, err = os.ReadFile(o.Output)
		a.bin, a.sum = o.Output, sha256.Sum256(program)
	}
	a.err = err
	return a
}

// take runs what was built. The error ends the watching: the first build failed, and not for the
// sources.
func (w *watcher) take(a attempt) error {
	first := !w.began
	w.building, w.began = false, true
	if a.sources != nil {
		w.sources, w.tried = a.sources, a.seen
	}
	switch {
	case w.quitting:
	case a.err != nil:
		return w.failed(a.err, first)
	case !first && a.sum == w.sum:
	default:
		w.sum, w.next = a.sum, a.bin
		if w.child == nil {
			return w.startNext()
		}
		// It fails when the child has ended already, and then its end is under way.
		_ = w.child.Process.Signal(syscall.SIGTERM)
	}
	return nil
}

func (w *watcher) failed(err error, first bool) error {
	code, shown := classify(err)
	if first && code != exitInput {
		return err
	}
	if shown {
		fmt.Fprintf(os.Stderr, "error: %v\n", err)
	}
	w.say("not built; waiting for changes")
	return nil
}

func (w *watcher) startNext() error {
	w.child, w.next = childOf(w.next, w.args), ""
	if err := w.child.Start(); err != nil {
		return errCannotStart(err)
	}
	go func(p *exec.Cmd) { w.childEnd <- p.Wait() }(w.child)
	return nil
}

// childEnded starts the next program, or waits for changes. The error is the program's when the
// watching ends with it.
func (w *watcher) childEnded(end error) error {
	w.child = nil
	switch {
	case w.quitting:
		return end
	case w.next != "":
		w.say("changed; starting again")
		return w.startNext()
	case end != nil:
		w.say("the program has ended with %v; waiting for changes", end)
	default:
		w.say("the program has ended; waiting for changes")
	}
	return nil
}

// quit passes a signal on; the watching ends with the program.
func (w *watcher) quit(s os.Signal) {
	w.quitting, w.next = true, ""
	w.stop()
	if w.child != nil {
		_ = w.child.Process.Signal(s)
	}
}

func (w *watcher) say(format string, args ...any) {
	if !w.flags.quiet {
		fmt.Fprintf(os.Stderr, "watch: "+format+"\n", args...)
	}
}

// stamp tells files and the content of folders apart from what they were, by sizes and times.
// Hidden files and backups are left out: editors make them beside what is edited.
func stamp(paths []string) string {
	var b strings.Builder
	note := func(path string, info os.FileInfo, err error) {
		if err != nil {
			fmt.Fprintf(&b, "%q absent\n", path)
			return
		}
		fmt.Fprintf(&b, "%q %d %d\n", path, info.Size(), info.ModTime().UnixNano())
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			note(path, info, err)
			continue
		}
		entries, err := os.ReadDir(path)
		if err != nil {
			note(path, nil, err)
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "~") {
				continue
			}
			info, err := e.Info()
			note(filepath.Join(path, e.Name()), info, err)
		}
	}
	return b.String()
}
