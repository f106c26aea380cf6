package filesystem

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// codec is how a file's content is compressed; its name says so.
type codec uint8

const (
	plain codec = iota
	gzipped
	zstandard
)

var codecs = map[string]codec{
	".gz": gzipped, ".gzip": gzipped, ".zst": zstandard, ".zstd": zstandard,
}

// unreadable are the endings of compressed files that Flink reads and this package does not.
var unreadable = map[string]bool{".bz2": true, ".xz": true, ".deflate": true}

func codecOf(path string) (codec, error) {
	ending := strings.ToLower(filepath.Ext(path))
	if unreadable[ending] {
		return plain, errCompression(path, ending)
	}
	return codecs[ending], nil
}

// content is an open section from some byte on.
type content struct {
	io.Reader
	file  *os.File
	close func()
}

// openContent opens a section at a byte of its content.
func openContent(s section, at int64) (*content, error) {
	file, err := os.Open(s.path)
	if err != nil {
		return nil, errPath(s.path, err)
	}
	c := &content{Reader: file, file: file, close: func() {}}
	if err := c.start(s, at); err != nil {
		_ = c.Close() // the first error says more
		return nil, errRead(s.path, err)
	}
	return c, nil
}

func (c *content) start(s section, at int64) error {
	if s.codec != plain {
		return c.decompress(s.codec, at)
	}
	if at > 0 {
		if _, err := c.file.Seek(at, io.SeekStart); err != nil {
			return err
		}
	}
	// The record that begins before the end of a range and goes on behind it is in the section:
	// split.go puts ends at borders of records.
	if s.end != toEnd {
		c.Reader = io.LimitReader(c.file, s.end-at)
	}
	return nil
}

// decompress reads up to a byte of the content, which cannot be reached otherwise.
func (c *content) decompress(kind codec, at int64) error {
	switch kind {
	case gzipped:
		z, err := gzip.NewReader(c.file)
		if err == io.EOF {
			return nil // an empty file has no header either
		}
		if err != nil {
			return err
		}
		c.Reader = z
	case zstandard:
		// One goroutine: the job's lanes are what uses the cores.
		z, err := zstd.NewReader(c.file, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return err
		}
		c.Reader, c.close = z, z.Close
	}
	// A position in a compressed file is one of its content: reading up to it costs a restart some
	// time, once a file.
	_, err := io.CopyN(io.Discard, c.Reader, at)
	return err
}

// Close closes the file.
func (c *content) Close() error {
	c.close()
	return c.file.Close()
}
