package filesystem

import (
	"bytes"
	"fmt"
	"io"
	"math/bits"
	"os"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// rangeBytes is the size of a range; a larger file is cut.
const rangeBytes = 8 << 20

// maxRanges bounds the ranges of a file: from 8 GiB on they grow instead.
const maxRanges = 1024

// toEnd stands for the end of a file whose size says nothing: a compressed one, a pipe.
const toEnd = -1

// section is a split: a file, or a range of it from the start of a record to the end of another.
type section struct {
	path       string
	codec      codec
	start, end int64 // bytes of the content; end may be toEnd
}

// sections cuts a file. The cuts depend on its size alone, so that splits keep their names when the
// parallelism changes.
func sections(path string, f Framer) ([]section, error) {
	c, err := codecOf(path)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, errPath(path, err)
	}
	whole := section{path: path, codec: c, end: toEnd}
	if c != plain || !info.Mode().IsRegular() {
		return []section{whole}, nil
	}
	whole.end = info.Size()
	if whole.end <= rangeBytes || !f.Splittable() {
		return []section{whole}, nil
	}
	return cut(whole)
}

// cut divides a section at the first record border behind every multiple of the range's size.
func cut(whole section) ([]section, error) {
	file, err := os.Open(whole.path)
	if err != nil {
		return nil, errPath(whole.path, err)
	}
	defer func() { _ = file.Close() }() // only read
	var out []section
	rest, step := whole, rangeSize(whole.end)
	for at := step; at < whole.end; at += step {
		if at <= rest.start {
			continue // inside a record that is longer than a range
		}
		b, err := border(file, at, whole.end)
		if err != nil {
			return nil, errRead(whole.path, err)
		}
		if b == whole.end {
			break
		}
		first := rest
		first.end, rest.start = b, b
		out = append(out, first)
	}
	return append(out, rest), nil
}

// rangeSize is rangeBytes, doubled until a file has at most maxRanges of them.
func rangeSize(size int64) int64 {
	ranges := uint64((size + rangeBytes - 1) / rangeBytes)
	return rangeBytes << bits.Len64((ranges-1)/maxRanges)
}

// border is the first start of a line at or behind at, or end.
func border(file io.ReaderAt, at, end int64) (int64, error) {
	buf := make([]byte, 16<<10)
	for at--; at < end; {
		n, err := file.ReadAt(buf[:min(int64(len(buf)), end-at)], at)
		if i := bytes.IndexByte(buf[:n], '\n'); i >= 0 {
			return at + int64(i) + 1, nil
		}
		if err != nil {
			return 0, err
		}
		at += int64(n)
	}
	return end, nil
}

// split makes the stream's view of a section.
func (s section) split(table string) *stream.Split {
	id := fmt.Sprintf("%s@%d", s.path, s.start)
	return &stream.Split{Table: table, ID: id, Unit: "byte", Private: s}
}
