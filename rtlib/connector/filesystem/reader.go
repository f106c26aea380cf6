package filesystem

import (
	"context"
	"io"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// bufferBytes is the size of a reader's buffer: it holds more than a block of usual rows and stays
// in the second-level cache.
const bufferBytes = 256 << 10

// maxRecord bounds a record in bytes: a quote that is never closed must not fill the memory.
const maxRecord = 64 << 20

// reader reads sections in turn. One block at a time refers to its buffer, so one buffer will do:
//
//	buf[next:filled] has been read and not handed out; buf[0] is byte base of the content.
type reader struct {
	framer Framer
	turns  []turn
	now    int      // index in turns
	file   *content // of turns[now]; nil: not open
	eof    bool     // everything of it has been read

	buf          []byte
	base         int64
	next, filled int
}

// turn is a section and how far it was handed out.
type turn struct {
	section
	split *stream.Split
	at    int64
}

// Assign adds a split.
func (r *reader) Assign(_ context.Context, s stream.Start) error {
	t := turn{section: s.Split.Private.(section), split: s.Split}
	t.at = t.start
	if s.Position != nil {
		at, err := decodePosition(t.section, s.Position)
		if err != nil {
			return err
		}
		t.at = at
	}
	r.turns = append(r.turns, t)
	return nil
}

// Fill frames the next records, reading when the buffer holds no whole one. Files never keep it
// waiting, so it answers Filled or End.
func (r *reader) Fill(
	ctx context.Context, b *stream.Block, _ time.Duration,
) (stream.Status, error) {
	for r.now < len(r.turns) {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if r.file == nil {
			if err := r.open(); err != nil {
				return 0, err
			}
		}
		if r.frame(b) {
			return stream.Filled, nil
		}
		if err := r.advance(); err != nil {
			return 0, err
		}
	}
	return stream.End, nil
}

// open starts the section whose turn it is.
func (r *reader) open() error {
	t := &r.turns[r.now]
	file, err := openContent(t.section, t.at)
	if err != nil {
		return err
	}
	if r.buf == nil {
		r.buf = make([]byte, bufferBytes+stream.Padding)
	}
	r.file, r.eof = file, false
	r.base, r.next, r.filled = t.at, 0, 0
	return nil
}

// frame hands out the records that are whole.
func (r *reader) frame(b *stream.Block) bool {
	if r.next == r.filled {
		return false
	}
	t := &r.turns[r.now]
	b.Buf, b.Split, b.Base = r.buf[:r.filled], t.split, r.base
	r.next = r.framer.Frame(b, b.Buf, r.next, r.eof)
	t.at = r.base + int64(r.next)
	return b.Len() > 0
}

// advance reads on, or goes to the next section.
func (r *reader) advance() error {
	if !r.eof {
		return r.read()
	}
	r.now++
	err := r.file.Close()
	r.file = nil
	return err
}

// read moves what is left to the front of the buffer and fills the rest. A record that is longer
// than the buffer makes it grow, by doubling, so that it is looked at a few times only.
func (r *reader) read() error {
	copy(r.buf, r.buf[r.next:r.filled])
	r.base += int64(r.next)
	r.filled -= r.next
	r.next = 0
	if r.filled == r.room() {
		if r.filled >= maxRecord {
			return errLongRecord(r.turns[r.now].path, r.base)
		}
		bigger := make([]byte, 2*r.room()+stream.Padding)
		copy(bigger, r.buf[:r.filled])
		r.buf = bigger
	}
	return r.readMore()
}

// readMore reads once, and again until the buffer is full when the content is compressed: then
// pieces are small. A pipe is not waited for longer than for its next piece.
func (r *reader) readMore() error {
	for {
		n, err := r.file.Read(r.buf[r.filled:r.room()])
		r.filled += n
		switch {
		case err == io.EOF:
			r.eof = true
			return r.checkEnd()
		case err != nil:
			return errRead(r.turns[r.now].path, err)
		case r.filled == r.room(), n > 0 && r.turns[r.now].codec == plain:
			return nil
		}
	}
}

// room is the size of the buffer without the padding.
func (r *reader) room() int { return len(r.buf) - stream.Padding }

// checkEnd finds a file that has become shorter since it was opened.
func (r *reader) checkEnd() error {
	t := &r.turns[r.now]
	if at := r.base + int64(r.filled); t.end != toEnd && at < t.end {
		return errShorter(t.path, at, t.end)
	}
	return nil
}

// Positions returns how far each split was handed out.
func (r *reader) Positions() []stream.Start {
	out := make([]stream.Start, len(r.turns))
	for i := range r.turns {
		out[i] = stream.Start{Split: r.turns[i].split, Position: encodePosition(r.turns[i].at)}
	}
	return out
}

// Close closes the open file.
func (r *reader) Close() error {
	if r.file == nil {
		return nil
	}
	err := r.file.Close()
	r.file = nil
	return err
}
