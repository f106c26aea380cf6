package main

import (
	"bufio"
	"encoding/binary"
	"os"
)

// How a file holds lines. Lines may hold line ends themselves, so that only a length is safe.
const (
	frameLength  = "length"
	frameNewline = "newline"
)

// lineFile is a file of lines.
type lineFile struct {
	file *os.File
	buf  *bufio.Writer
	head bool // a length before each line
}

func createFile(path, frame string) (*lineFile, error) {
	if frame != frameLength && frame != frameNewline {
		return nil, errFrame(frame)
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &lineFile{f, bufio.NewWriterSize(f, 1<<20), frame == frameLength}, nil
}

// write leaves errors to close: the buffer keeps the first one.
func (f *lineFile) write(line []byte) error {
	if f.head {
		head := binary.BigEndian.AppendUint32(f.buf.AvailableBuffer(), uint32(len(line)))
		_, _ = f.buf.Write(head)
	}
	_, err := f.buf.Write(line)
	if !f.head {
		err = f.buf.WriteByte('\n')
	}
	return err
}

func (f *lineFile) close() error {
	err := f.buf.Flush()
	if cerr := f.file.Close(); err == nil {
		err = cerr
	}
	return err
}
