package main

import (
	"errors"
	"fmt"
)

var errNoSummary = errors.New("the job printed no summary")

func errRole(name string, err error) error { return fmt.Errorf("role %s: %w", name, err) }

func errRecords(got, want int64) error {
	return fmt.Errorf("the job read %d records, want %d", got, want)
}

func errNoFetch(log string) error { return fmt.Errorf("no fetch within 10 s:\n%s", log) }

func errMissing(what string, got, want int) error {
	return fmt.Errorf("%s: %d of %d", what, got, want)
}

func errJob(program string, err error, complaint string) error {
	return fmt.Errorf("%s: %w\n%s", program, err, complaint)
}

func errGroups(got, want int) error {
	return fmt.Errorf("another result: %d groups, want %d", got, want)
}

func errDiffers(key, got, want string) error {
	return fmt.Errorf("another result: group %s has %q, want %q", key, got, want)
}

func errExpired(err error) error { return fmt.Errorf("not ended within %v: %w", sessionLimit, err) }
