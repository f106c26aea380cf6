package udf

import (
	"errors"
	"fmt"
)

var (
	errHeader = errors.New("udf: provinces.bin: not a table of provinces, version 1")
	errSize   = errors.New("udf: provinces.bin: its size does not fit its number of runs")
)

func errOrder(run int) error {
	return fmt.Errorf("udf: provinces.bin: run %d does not start where it must", run)
}

func errProvince(run int) error {
	return fmt.Errorf("udf: provinces.bin: run %d has a province without a name", run)
}
