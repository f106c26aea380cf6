package main

import (
	"encoding/binary"
	"strings"
)

// encode is the table's file as package udf reads it:
//
//	"provinces 1\n", the names, one a line, an empty line
//	uint32 number of runs
//	uint32 first address of each run, in order, the first one 0.0.0.0
//	uint8  province of each run: the line of its name, from 1; 0 for none
//
// all numbers little-endian.
func encode(runs []provinceRun) []byte {
	out := []byte("provinces 1\n" + strings.Join(provinces, "\n") + "\n\n")
	out = binary.LittleEndian.AppendUint32(out, uint32(len(runs)))
	for _, r := range runs {
		out = binary.LittleEndian.AppendUint32(out, r.start)
	}
	for _, r := range runs {
		out = append(out, r.province)
	}
	return out
}
