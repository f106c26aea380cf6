package rivals

import (
	"github.com/flinkc/flinkc/bench/rivals/words"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// The writer's key order and spacing, verified byte by byte; a text's quotes are part of what stands
// before and behind it.
const (
	key0 = `{"uuid":"`
	key1 = `","client_ip":"`
	key2 = `","request_time":`
	key3 = `,"response_size":`
	key4 = `,"uri":"`
	tail = `"}`
)

// DecodeJSON folds all documents.
func (x *Expert) DecodeJSON(buf []byte, spans []stream.Span) (s Sum) {
	for len(spans) > 0 {
		n := foldJSON(buf, spans, &s)
		if spans = spans[n:]; len(spans) == 0 {
			break
		}
		var slow Row
		if x.json(buf[spans[0].Start:spans[0].End], &slow) {
			s.add(&slow)
		}
		spans = spans[1:]
	}
	return s
}

// foldJSON folds documents up to the first that is unusual, and returns how many.
func foldJSON(buf []byte, spans []stream.Span, s *Sum) int {
	for n := range spans {
		b, p, e := words.Open(buf, spans[n])
		if !b.Has16(p, e, key0) {
			return n
		}
		if p = b.Stop(p+len(key0), e); !b.Has16(p, e, key1) {
			return n
		}
		ip := p + len(key1)
		if p = b.Stop(ip, e); !b.Has24(p, e, key2) {
			return n
		}
		text := b.Text(ip, p)
		time, p := b.Integer(p + len(key2))
		if !b.Has24(p, e, key3) {
			return n
		}
		size, p := b.Integer(p + len(key3))
		if !b.Has8(p, e, key4) {
			return n
		}
		if p = b.Stop(p+len(key4), e); p+len(tail) != e || b.Byte(p) != '"' || b.Byte(p+1) != '}' {
			return n
		}
		s.Rows++
		s.Text += int64(len(text))
		s.Time += time
		s.Bytes += size
	}
	return len(spans)
}
