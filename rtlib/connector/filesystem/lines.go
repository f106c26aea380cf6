package filesystem

import (
	"bytes"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Lines is the Framer of formats with a record a line. A carriage return before the line feed
// belongs to the line end, as in Flink; alone it is data. An empty line is an empty record, and a
// line feed at the end of the file starts no further one.
type Lines struct{}

// Splittable is true: a line feed always ends a record.
func (Lines) Splittable() bool { return true }

// Frame implements Framer.
func (Lines) Frame(b *stream.Block, data []byte, from int, last bool) int {
	for len(b.Spans) < stream.BlockRows && from < len(data) {
		n := bytes.IndexByte(data[from:], '\n')
		if n < 0 {
			if last {
				addLine(b, data, from, len(data))
				return len(data)
			}
			return from
		}
		addLine(b, data, from, from+n)
		from += n + 1
	}
	return from
}

func addLine(b *stream.Block, data []byte, start, end int) {
	if end > start && data[end-1] == '\r' {
		end--
	}
	b.Add(stream.Span{Start: uint32(start), End: uint32(end)}, uint32(start))
}
