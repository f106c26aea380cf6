// Package nexmark holds Nexmark's queries over bids in JSON, written by hand as fast as can be: one
// loop a query, from the document's bytes to the row that the sink gets, without rows in between.
// What a query does not read is only looked at to see that it is well-formed. What the loop does not
// expect (NULL, another order of fields, text that is not ASCII, nine digits) goes to a slow and
// general path, so that the rows are those of the generated program for broken documents too.
package nexmark

import (
	"math/bits"

	"github.com/flinkc/flinkc/bench/rivals/words"
	"github.com/flinkc/flinkc/rtlib/format/json"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// bid is a bid as the general path reads it.
type bid struct {
	auction, bidder, price, time int64
	channel, url, extra          string
	null                         uint64 // by column
}

// The columns as bits.
const (
	auction = 1 << iota
	bidder
	price
	channel
	url
	dateTime
	extra
)

var column = map[string]uint64{"auction": auction, "bidder": bidder, "price": price,
	"channel": channel, "url": url, "dateTime": dateTime, "extra": extra}

// reader reads any document. It looks for as many fields as the query reads columns, as Flink does.
type reader struct{ json.Reader }

func (r *reader) bid(doc []byte, want uint64, b *bid) bool {
	r.Reset()
	*b = bid{null: want}
	r.Begin(doc)
	for n := bits.OnesCount64(want); r.More(); {
		if n == 0 {
			r.Skip()
			continue
		}
		c := column[r.Name()] & want
		if c == 0 {
			r.Skip()
			continue
		}
		r.field(c, b)
		r.Done()
		n--
	}
	return r.Fault().Kind == json.None
}

// field reads the value at hand into a column.
func (r *reader) field(c uint64, b *bid) {
	b.null |= c
	if r.IsNull() {
		return
	}
	ok := false
	switch c {
	case auction:
		b.auction, ok = r.Int64()
	case bidder:
		b.bidder, ok = r.Int64()
	case price:
		b.price, ok = r.Int64()
	case channel:
		b.channel, ok = r.String()
	case url:
		b.url, ok = r.String()
	case dateTime:
		t, valid := r.TimestampSQL()
		b.time, ok = t.Millis, valid
	case extra:
		b.extra, ok = r.String()
	}
	if ok {
		b.null &^= c
	}
}

// Sink is where the rows go: each is written over the one before.
type Sink[R any] struct {
	Rows int64
	Last R
}

// query is one query over a stream of bids.
type query interface {
	// fast works on bids up to the first that it does not expect, and returns how many.
	fast(buf []byte, spans []stream.Span) int
	// slow works on a bid that the general path has read.
	slow(b *bid)
	// columns are those that the query reads.
	columns() uint64
}

// run works on all bids.
func run(q query, r *reader, buf []byte, spans []stream.Span) {
	for len(spans) > 0 {
		spans = spans[q.fast(buf, spans):]
		if len(spans) == 0 {
			return
		}
		var b bid
		if s := spans[0]; !s.IsNull() && r.bid(buf[s.Start:s.End], q.columns(), &b) {
			q.slow(&b)
		}
		spans = spans[1:]
	}
}

// The texts before the values; the quotes of a text are part of what stands before and behind it.
const (
	beforeAuction  = `{"auction":`
	beforeBidder   = `,"bidder":`
	beforePrice    = `,"price":`
	beforeChannel  = `,"channel":"`
	beforeURL      = `","url":"`
	beforeDateTime = `","dateTime":"`
	beforeExtra    = `","extra":"`
	end            = `"}`
)

// ends reports whether the document ends at p.
func ends(b words.Buffer, p, e int) bool {
	return p+len(end) == e && b.Byte(p) == '"' && b.Byte(p+1) == '}'
}
