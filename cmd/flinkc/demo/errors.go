package demo

import (
	"errors"
	"fmt"
	"time"
)

// Kind says whose fault an error of Run is; a command maps it to its exit code.
type Kind int

// Kinds of errors. Those of Config.Build are returned as they are.
const (
	Environment Kind = iota // the machine: an address in use, no space
	Input                   // a wrong address or DSN
	Pipeline                // a server or the job failed
	Bug                     // the job and the generator disagree
)

// Error is a failure of the demo.
type Error struct {
	Kind Kind
	err  error
}

// Error says what is wrong and, behind "hint:", what to do.
func (e *Error) Error() string { return e.err.Error() }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.err }

func failure(k Kind, format string, args ...any) error {
	return &Error{k, fmt.Errorf(format, args...)}
}

// ErrArguments is for a command line with more than flags.
func ErrArguments(first string) error { return failure(Input, "want no arguments, got %q", first) }

func errFor(d time.Duration) error {
	return failure(Input, "--for %v: want a positive time, such as 10s", d)
}

func errRate(rate float64) error {
	return failure(Input, "--rate %v: want a number of lines a second, or 0", rate)
}

func errBroken(part float64) error {
	return failure(Input, "--broken %v: want a number from 0 to 1", part)
}

var (
	errNoAnswer = errors.New("the broker's answer has no partition")
	errNoServer = errors.New("the job has not told its address yet")
)

func errEnvironment(what string, err error) error {
	return failure(Environment, "%s: %w", what, err)
}

func errExample(err error) error { return failure(Bug, "the example cdn.sql: %w", err) }

func errAddress(usual string, n int) error {
	return failure(Bug, "the example cdn.sql has the address %s %d times, want once", usual, n)
}

func errKafka(address string, err error) error {
	return failure(Pipeline, "Kafka at %s: %w\n"+
		"hint: Check that the broker runs, and that it advertises an address that this machine reaches.",
		address, err)
}

func errProduce(address string, err error) error {
	return failure(Pipeline, "writing to topic %q of Kafka at %s: %w", topic, address, err)
}

func errDSN(why string) error {
	return failure(Input, "--mysql: %s\n"+
		"hint: Write user:password@tcp(host:port)/database, such as "+
		"root:secret@tcp(127.0.0.1:3306)/Flink.", why)
}

func errMySQL(address string, err error) error {
	return failure(Pipeline, "MySQL at %s: %w\n"+
		"hint: Check that the server runs, and that the user may create databases and tables.",
		address, err)
}

func errNotEmpty(address, name string, rows int) error {
	return failure(Pipeline, "table %q of MySQL at %s, database %q, has %d rows already\n"+
		"hint: The demo counts from nothing: run TRUNCATE TABLE %s, or name another database.",
		table, address, name, rows, table)
}

func errMetric(line string) error {
	return failure(Bug, "the job's counter is no number: %s", line)
}

func errStatus(path, status string) error { return fmt.Errorf("%s: %s", path, status) }

func errNotReady(why, journal string) error {
	return failure(Pipeline, "the job is not connected after %v: %s\n%s", readyWait, why, journal)
}

func errStalled(read, made int64, journal string) error {
	return failure(Pipeline, "the job has read %d of %d records and no more for %v\n%s",
		read, made, stallLimit, journal)
}

func errNoEnd(journal string) error {
	return failure(Pipeline, "the job has not ended %v after it was told to\n%s", endWait, journal)
}

func errJob(result error, journal string) error {
	if result == nil {
		return failure(Pipeline, "the job has ended too early\n%s", journal)
	}
	return failure(Pipeline, "the job has failed: %w\n%s", result, journal)
}

func errSummary(text string, err error) error {
	return failure(Bug, "the job's summary %q: %w", text, err)
}

func errMiscounted(got, want counts) error {
	return failure(Bug, "the job reports %d records, %d dropped and %d fields made NULL, "+
		"but the generator has made %d, %d and %d", got.records, got.badRecords, got.badFields,
		want.records, want.badRecords, want.badFields)
}
