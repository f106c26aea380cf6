package main

import (
	"errors"
	"fmt"
)

var (
	errSource = errors.New("want either -npm or -from FILE")
	errNoData = fmt.Errorf("the package has no %s", dataPath)
	errShort  = errors.New("not an ip2region.db of format 1: an offset points behind the end")
)

func errHash(got string) error {
	return fmt.Errorf("the data has SHA-256 %s, want %s: a different version needs a look at its "+
		"province names first", got, dataHash)
}

func errGap(i int, start, want uint32) error {
	return fmt.Errorf("range %d starts at %d, want %d: the ranges must cover all addresses in order",
		i, start, want)
}

func errBackwards(i int) error { return fmt.Errorf("range %d ends before it starts", i) }

func errRegion(i int, text string) error {
	return fmt.Errorf("range %d: region %q has not the five parts of format 1", i, text)
}

func errProvince(i int, name string) error {
	return fmt.Errorf("range %d: %q is no province that this tool knows", i, name)
}

func errNPM(err error, output []byte) error {
	return fmt.Errorf("npm pack %s: %w: %s", packageName, err, output)
}
