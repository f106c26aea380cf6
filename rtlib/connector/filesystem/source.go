package filesystem

import (
	"context"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Source reads the files that exist when it is opened, each up to the size that it then has.
type Source struct{ config Config }

// NewSource returns a source.
func NewSource(c Config) *Source { return &Source{c} }

// Open finds the files. A folder without files gives no split; a path that does not exist, or a
// glob that nothing matches, is an error.
func (s *Source) Open(ctx context.Context) ([]*stream.Split, error) {
	files, err := listFiles(localPath(s.config.Path))
	if err != nil {
		return nil, err
	}
	var out []*stream.Split
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		parts, err := sections(f, s.config.Framer)
		if err != nil {
			return nil, err
		}
		for _, p := range parts {
			out = append(out, p.split(s.config.Table))
		}
	}
	return out, nil
}

// Reader returns a reader of splits, one behind the other.
func (s *Source) Reader(ctx context.Context, splits []stream.Start) (stream.Reader, error) {
	r := &reader{framer: s.config.Framer}
	for _, st := range splits {
		if err := r.Assign(ctx, st); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Close does nothing: readers own the files.
func (*Source) Close() error { return nil }
