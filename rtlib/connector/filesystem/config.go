// Package filesystem reads and writes tables that are files of a folder.
//
// Reading: a Source finds the files of a path once, cuts large ones into ranges on record borders,
// and deals files and ranges out as splits. A reader has one buffer: it reads a piece of the file,
// a Framer marks the records in it or the lines as a whole, and the block refers to the buffer. No
// step is taken a record but the marking.
//
//	file:   |----- range 0 -----|----- range 1 -----|-- range 2 --|
//	buffer:      [ done | records of the block | part of a record | free | padding ]
//	             ^ base                        ^ next              ^ filled
//
// Writing: a Sink appends rows to a hidden file and makes it visible when the epoch is committed
// that closed it. See Sink.
package filesystem

import (
	"path/filepath"
	"strings"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Config is what a table's options say about where to read. All fields are required.
type Config struct {
	Table string // SQL name, for messages
	// Path is a file, a folder (all files in it and in its folders, but for names that begin with a
	// dot or an underscore) or a glob as path/filepath has it. It may begin with file://. A
	// relative path starts at the working directory of the program.
	Path string
	// Framer finds the records: Lines, or that of package csvrecord.
	Framer Framer
}

// Framer finds records in the content of a file. It is called once a block and may keep state only
// within a call: one Framer serves all readers of a table.
type Framer interface {
	// Frame adds to b the records of data that start at from and are complete, until b is full, and
	// returns where the next one starts. Deltas are the records' starts in data. Instead of spans and
	// deltas it may set b.Lines, where the format's decoder knows what that is. With last nothing
	// follows data, and what remains at its end is a record; without, a record whose end may lie
	// behind data is left. At least one byte behind data is writable memory.
	Frame(b *stream.Block, data []byte, from int, last bool) (next int)
	// Splittable reports whether every line feed ends a record, so that a file can be cut there.
	Splittable() bool
}

// localPath drops the scheme of a path.
func localPath(path string) string {
	if rest, ok := strings.CutPrefix(path, "file:"); ok {
		path = rest
		if rest, ok := strings.CutPrefix(path, "//localhost/"); ok {
			path = "/" + rest
		} else if rest, ok := strings.CutPrefix(path, "//"); ok {
			path = rest
		}
	}
	return filepath.FromSlash(path)
}
