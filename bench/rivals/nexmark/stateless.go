package nexmark

import (
	"math/bits"

	"github.com/flinkc/flinkc/bench/rivals/words"
	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Q0 passes bids through.
type Q0 struct {
	reader
	Sink[Row0]
	clock clock
}

// Row0 is a row of q0.
type Row0 struct {
	Auction, Bidder, Price, Time int64
	Extra                        string
	Null                         uint64
}

// Run works on bids.
func (x *Q0) Run(buf []byte, spans []stream.Span) { run(x, &x.reader, buf, spans) }

func (x *Q0) columns() uint64 { return auction | bidder | price | dateTime | extra }

func (x *Q0) fast(buf []byte, spans []stream.Span) int {
	for n := range spans {
		b, p, e := words.Open(buf, spans[n])
		r := &x.Last
		if !b.Has16(p, e, beforeAuction) {
			return n
		}
		if r.Auction, p = b.Integer(p + len(beforeAuction)); !b.Has16(p, e, beforeBidder) {
			return n
		}
		if r.Bidder, p = b.Integer(p + len(beforeBidder)); !b.Has16(p, e, beforePrice) {
			return n
		}
		if r.Price, p = b.Integer(p + len(beforePrice)); !b.Has16(p, e, beforeChannel) {
			return n
		}
		if p = b.Stop(p+len(beforeChannel), e); !b.Has16(p, e, beforeURL) {
			return n
		}
		if p = b.Stop(p+len(beforeURL), e); !b.Has16(p, e, beforeDateTime) {
			return n
		}
		if r.Time, p = x.clock.dateTime(b, p+len(beforeDateTime)); !b.Has16(p, e, beforeExtra) {
			return n
		}
		p += len(beforeExtra)
		q := b.Stop(p, e)
		if !ends(b, q, e) {
			return n
		}
		r.Extra = b.Text(p, q)
		r.Null = 0
		x.Rows++
	}
	return len(spans)
}

func (x *Q0) slow(b *bid) {
	x.Last = Row0{b.auction, b.bidder, b.price, b.time, b.extra,
		b.null&(auction|bidder|price) | b.null>>2&0x18}
	x.Rows++
}

// Q1 converts the price.
type Q1 struct {
	reader
	Sink[Row1]
	clock clock
}

// Row1 is a row of q1.
type Row1 struct {
	Auction, Bidder int64
	Price           value.Int128
	Time            int64
	Extra           string
	Null            uint64
}

// Run works on bids.
func (x *Q1) Run(buf []byte, spans []stream.Span) { run(x, &x.reader, buf, spans) }

func (x *Q1) columns() uint64 { return auction | bidder | price | dateTime | extra }

// rate is 0.908 with three digits behind the point. Its product with any BIGINT has 22 digits at
// most and fits DECIMAL(23, 3).
const rate = 908

func converted(price int64) value.Int128 {
	hi, lo := bits.Mul64(uint64(price), rate)
	return value.Int128{Hi: int64(hi) + price>>63*rate, Lo: lo}
}

func (x *Q1) fast(buf []byte, spans []stream.Span) int {
	for n := range spans {
		b, p, e := words.Open(buf, spans[n])
		r := &x.Last
		if !b.Has16(p, e, beforeAuction) {
			return n
		}
		if r.Auction, p = b.Integer(p + len(beforeAuction)); !b.Has16(p, e, beforeBidder) {
			return n
		}
		if r.Bidder, p = b.Integer(p + len(beforeBidder)); !b.Has16(p, e, beforePrice) {
			return n
		}
		price, p := b.Integer(p + len(beforePrice))
		if !b.Has16(p, e, beforeChannel) {
			return n
		}
		if p = b.Stop(p+len(beforeChannel), e); !b.Has16(p, e, beforeURL) {
			return n
		}
		if p = b.Stop(p+len(beforeURL), e); !b.Has16(p, e, beforeDateTime) {
			return n
		}
		if r.Time, p = x.clock.dateTime(b, p+len(beforeDateTime)); !b.Has16(p, e, beforeExtra) {
			return n
		}
		p += len(beforeExtra)
		q := b.Stop(p, e)
		if !ends(b, q, e) {
			return n
		}
		r.Price = value.FromInt64(price * rate) // a price of 8 digits
		r.Extra = b.Text(p, q)
		r.Null = 0
		x.Rows++
	}
	return len(spans)
}

func (x *Q1) slow(b *bid) {
	x.Last = Row1{b.auction, b.bidder, converted(b.price), b.time, b.extra,
		b.null&(auction|bidder|price) | b.null>>2&0x18}
	x.Rows++
}

// Q2 selects some auctions.
type Q2 struct {
	reader
	Sink[Row2]
}

// Row2 is a row of q2.
type Row2 struct {
	Auction, Price int64
	Null           uint64
}

// Run works on bids.
func (x *Q2) Run(buf []byte, spans []stream.Span) { run(x, &x.reader, buf, spans) }

func (x *Q2) columns() uint64 { return auction | price }

func (x *Q2) fast(buf []byte, spans []stream.Span) int {
	for n := range spans {
		b, p, e := words.Open(buf, spans[n])
		if !b.Has16(p, e, beforeAuction) {
			return n
		}
		auction, p := b.Integer(p + len(beforeAuction))
		if !b.Has16(p, e, beforeBidder) {
			return n
		}
		if _, p = b.Integer(p + len(beforeBidder)); !b.Has16(p, e, beforePrice) {
			return n
		}
		price, p := b.Integer(p + len(beforePrice))
		if !b.Has16(p, e, beforeChannel) {
			return n
		}
		if p = b.Stop(p+len(beforeChannel), e); !b.Has16(p, e, beforeURL) {
			return n
		}
		if p = b.Stop(p+len(beforeURL), e); !b.Has16(p, e, beforeDateTime) {
			return n
		}
		if p = b.Stop(p+len(beforeDateTime), e); !b.Has16(p, e, beforeExtra) {
			return n
		}
		if p = b.Stop(p+len(beforeExtra), e); !ends(b, p, e) {
			return n
		}
		if uint64(auction)%123 == 0 {
			x.Last = Row2{Auction: auction, Price: price}
			x.Rows++
		}
	}
	return len(spans)
}

func (x *Q2) slow(b *bid) {
	if b.null&auction == 0 && b.auction%123 == 0 {
		x.Last = Row2{b.auction, b.price, b.null >> 1 & 2}
		x.Rows++
	}
}

// Q14 selects by the converted price, tells the time of day and counts a character in the text.
type Q14 struct {
	reader
	Sink[Row14]
	clock clock
	// Count is the user function.
	Count func(s, c string) int64
}

// Row14 is a row of q14.
type Row14 struct {
	Auction, Bidder int64
	Price           value.Int128
	Kind            string
	Time            int64
	Extra           string
	Count           int64
	Null            uint64
}

// Run works on bids.
func (x *Q14) Run(buf []byte, spans []stream.Span) { run(x, &x.reader, buf, spans) }

func (x *Q14) columns() uint64 { return auction | bidder | price | dateTime | extra }

// The limits of 0.908 * price, exclusive, in thousandths.
const (
	least    = 1_000_000_000
	greatest = 50_000_000_000
)

func (x *Q14) fast(buf []byte, spans []stream.Span) int {
	for n := range spans {
		b, p, e := words.Open(buf, spans[n])
		if !b.Has16(p, e, beforeAuction) {
			return n
		}
		auction, p := b.Integer(p + len(beforeAuction))
		if !b.Has16(p, e, beforeBidder) {
			return n
		}
		bidder, p := b.Integer(p + len(beforeBidder))
		if !b.Has16(p, e, beforePrice) {
			return n
		}
		price, p := b.Integer(p + len(beforePrice))
		if !b.Has16(p, e, beforeChannel) {
			return n
		}
		if p = b.Stop(p+len(beforeChannel), e); !b.Has16(p, e, beforeURL) {
			return n
		}
		if p = b.Stop(p+len(beforeURL), e); !b.Has16(p, e, beforeDateTime) {
			return n
		}
		time, p := x.clock.dateTime(b, p+len(beforeDateTime))
		if !b.Has16(p, e, beforeExtra) {
			return n
		}
		p += len(beforeExtra)
		q := b.Stop(p, e)
		if !ends(b, q, e) {
			return n
		}
		price *= rate
		if price <= least || price >= greatest {
			continue
		}
		extra := b.Text(p, q)
		x.Last = Row14{auction, bidder, value.FromInt64(price), kind(time), time, extra,
			x.Count(extra, "c"), 0}
		x.Rows++
	}
	return len(spans)
}

// kind is the time of day by the hour.
func kind(time int64) string {
	const hour = 3_600_000
	switch h := (time%millisPerDay + millisPerDay) % millisPerDay / hour; {
	case h >= 8 && h <= 18:
		return "dayTime"
	case h <= 6 || h >= 20:
		return "nightTime"
	}
	return "otherTime"
}

func (x *Q14) slow(b *bid) {
	p := converted(b.price)
	if b.null&price != 0 || !value.FromInt64(least).Less(p) || !p.Less(value.FromInt64(greatest)) {
		return
	}
	r := Row14{b.auction, b.bidder, p, "otherTime", b.time, b.extra, 0, b.null & (auction | bidder)}
	if b.null&dateTime == 0 {
		r.Kind = kind(b.time)
	} else {
		r.Null |= 0x10
	}
	if b.null&extra == 0 {
		r.Count = x.Count(b.extra, "c")
	} else {
		r.Null |= 0x60
	}
	x.Last = r
	x.Rows++
}
