package main

import (
	"errors"
	"fmt"

	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/lang/diag"
)

// Exit codes.
const (
	exitOK          = 0
	exitInput       = 1 // the user's input is wrong
	exitUsage       = 2
	exitBug         = 3 // a bug of flinkc
	exitEnvironment = 4 // no Go toolchain, no network
	exitPipeline    = 5 // the pipeline failed while it ran
)

// usageError is a wrong command line.
type usageError struct{ error }

// bugError is a failure that only a bug of flinkc can cause.
type bugError struct{ error }

// Error asks for a report.
func (e bugError) Error() string {
	return "this is a bug of flinkc: " + e.error.Error() + "\nhint: Please report it with the script."
}

// errReported says that what is wrong with the input was printed already.
var errReported = errors.New("the script has errors")

// exitError carries the exit code of a program that was run.
type exitError int

// Error names the code.
func (e exitError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// classify maps an error to the exit code, and says whether it still has to be printed.
func classify(err error) (code int, shown bool) {
	var (
		bug    bugError
		env    *gobuild.EnvironmentError
		user   *gobuild.UserCodeError
		target *gobuild.TargetError
		built  *gobuild.BugError
		ran    exitError
	)
	switch {
	case errors.Is(err, errReported):
		return exitInput, false
	case errors.As(err, &ran):
		return int(ran), false
	case errors.As(err, &user):
		return exitInput, true
	case errors.As(err, &bug), errors.As(err, &built):
		return exitBug, true
	case errors.As(err, &env):
		return exitEnvironment, true
	case errors.As(err, &target):
		return exitUsage, true
	}
	return exitUsage, true // cobra's own errors and usageError
}

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

func errNoCommand() error { return usagef("want a command") }

func errUnknownCommand(name string, known []string) error {
	if near := diag.Suggest(name, known); near != "" {
		return usagef("there is no command %q\nhint: Did you mean %q?", name, near)
	}
	return usagef("there is no command %q\nhint: flinkc help lists them.", name)
}

func errOneScript(n int) error {
	return usagef("want one script, or - for standard input; got %d arguments", n)
}

func errSVGAlone() error {
	return usagef("--svg prints a picture and goes with no other part")
}

func errWatchStdin() error {
	return usagef("--watch needs a file: standard input does not change")
}

func errVar(v string) error { return usagef("--var %s: want NAME=VALUE", v) }

func errFormat(f string) error {
	return usagef("--format %s: want text, json, github or sarif", f)
}

func errPlatform(p string) error {
	return usagef("--platform %s: want os/arch, for instance linux/arm64", p)
}

func errImagePlatform(goos string) error {
	return usagef("an image is built for linux, not for %s\nhint: Leave GOOS and --platform out, "+
		"or write --platform linux/arm64.", goos)
}

func errUnknownCode(code string, known []string) error {
	if near := diag.Suggest(code, known); near != "" {
		return usagef("there is no error %q\nhint: Did you mean %q?", code, near)
	}
	return usagef("there is no error %q\nhint: flinkc explain-error without a code lists all.", code)
}

func errNotFormatted(names []string) error {
	return fmt.Errorf("%w: %d of the files are not formatted", errReported, len(names))
}

func errWriteStdin() error { return usagef("-w needs files: standard input cannot be rewritten") }

func errFmtModes() error { return usagef("choose one of -d, -w and --check") }

func errProjectName(name string) error {
	return usagef("%q cannot be the name of a project\nhint: Use letters, digits, - and _, "+
		"beginning with a letter.", name)
}

func errProjectExists(dir string) error {
	return usagef("%s exists and is not empty\nhint: Choose another name, or remove it.", dir)
}

// errCannotWrite is for files that flinkc was told to write.
func errCannotWrite(err error) error {
	return &gobuild.EnvironmentError{What: err.Error(),
		Cure: "Choose a place that can be written and has room."}
}

func errNoCache(err error) error {
	return &gobuild.EnvironmentError{What: err.Error(),
		Cure: "Set XDG_CACHE_HOME to a folder that can be written."}
}

// errCannotStart is for a program that was built for this machine and does not start on it.
func errCannotStart(err error) error {
	return &gobuild.EnvironmentError{What: err.Error(),
		Cure: "Leave GOOS and GOARCH unset, and let XDG_CACHE_HOME name a folder without noexec."}
}
