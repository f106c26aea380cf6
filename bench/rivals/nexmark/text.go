package nexmark

import (
	"strings"

	"github.com/flinkc/flinkc/bench/rivals/words"
	"github.com/flinkc/flinkc/rtlib/fn"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// Q21 numbers the channels: the well-known ones itself, the others by the bid's address.
type Q21 struct {
	reader
	Sink[Row21]
	text fn.Arena
}

// Row21 is a row of q21.
type Row21 struct {
	Auction, Bidder, Price int64
	Channel, ID            string
	Null                   uint64
}

// Run works on bids.
func (x *Q21) Run(buf []byte, spans []stream.Span) { run(x, &x.reader, buf, spans) }

func (x *Q21) columns() uint64 { return auction | bidder | price | channel | url }

func (x *Q21) fast(buf []byte, spans []stream.Span) int {
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
		c := p + len(beforeChannel)
		if p = b.Stop(c, e); !b.Has16(p, e, beforeURL) {
			return n
		}
		channel := b.Text(c, p)
		u := p + len(beforeURL)
		if p = b.Stop(u, e); !b.Has16(p, e, beforeDateTime) {
			return n
		}
		url := b.Text(u, p)
		if p = b.Stop(p+len(beforeDateTime), e); !b.Has16(p, e, beforeExtra) {
			return n
		}
		if p = b.Stop(p+len(beforeExtra), e); !ends(b, p, e) {
			return n
		}
		id := known(b, c, len(channel))
		if id == "" {
			var ok bool
			if id, ok = channelID(url); !ok {
				continue
			}
		}
		x.Last = Row21{auction, bidder, price, channel, id, 0}
		x.Rows++
	}
	return len(spans)
}

// known is the number of a well-known channel in any case of letters, which are ASCII.
func known(b words.Buffer, p, n int) string {
	const lower, lower4 = 0x2020202020202020, 0x20202020
	switch first := b.Half(p) | lower4; {
	case n == 5 && first == 'a'|'p'<<8|'p'<<16|'l'<<24 && b.Byte(p+4)|0x20 == 'e':
		return "0"
	case n == 6 && first == 'g'|'o'<<8|'o'<<16|'g'<<24 && b.Half(p+2)|lower4 == 'o'|'g'<<8|'l'<<16|'e'<<24:
		return "1"
	case n == 8 && b.Word(p)|lower == 'f'|'a'<<8|'c'<<16|'e'<<24|'b'<<32|'o'<<40|'o'<<48|'k'<<56:
		return "2"
	case n == 5 && first == 'b'|'a'<<8|'i'<<16|'d'<<24 && b.Byte(p+4)|0x20 == 'u':
		return "3"
	}
	return ""
}

// channelID is the second group of (&|^)channel_id=([^&]*) in the address.
func channelID(url string) (string, bool) {
	const name = "channel_id="
	for from := 0; ; {
		i := strings.Index(url[from:], name)
		if i < 0 {
			return "", false
		}
		i += from
		if i == 0 || url[i-1] == '&' {
			id, _, _ := strings.Cut(url[i+len(name):], "&")
			return id, true
		}
		from = i + len(name)
	}
}

func (x *Q21) slow(b *bid) {
	r := Row21{b.auction, b.bidder, b.price, b.channel, "", b.null & 0xF}
	x.text.Reset()
	switch name := fn.Lower(&x.text, b.channel); {
	case b.null&channel != 0:
	case name == "apple":
		r.ID = "0"
	case name == "google":
		r.ID = "1"
	case name == "facebook":
		r.ID = "2"
	case name == "baidu":
		r.ID = "3"
	}
	if r.ID == "" {
		id, ok := channelID(b.url)
		if b.null&url != 0 || !ok {
			return
		}
		r.ID = id
	}
	x.Last = r
	x.Rows++
}

// Q22 takes an address apart.
type Q22 struct {
	reader
	Sink[Row22]
}

// Row22 is a row of q22.
type Row22 struct {
	Auction, Bidder, Price    int64
	Channel, Dir1, Dir2, Dir3 string
	Null                      uint64
}

// Run works on bids.
func (x *Q22) Run(buf []byte, spans []stream.Span) { run(x, &x.reader, buf, spans) }

func (x *Q22) columns() uint64 { return auction | bidder | price | channel | url }

func (x *Q22) fast(buf []byte, spans []stream.Span) int {
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
		c := p + len(beforeChannel)
		if p = b.Stop(c, e); !b.Has16(p, e, beforeURL) {
			return n
		}
		r.Channel = b.Text(c, p)
		u := p + len(beforeURL)
		if p = b.Stop(u, e); !b.Has16(p, e, beforeDateTime) {
			return n
		}
		url := b.Text(u, p)
		if p = b.Stop(p+len(beforeDateTime), e); !b.Has16(p, e, beforeExtra) {
			return n
		}
		if p = b.Stop(p+len(beforeExtra), e); !ends(b, p, e) {
			return n
		}
		x.split(url)
	}
	return len(spans)
}

// split completes the row with the parts 3 to 5 between slashes.
func (x *Q22) split(url string) {
	r := &x.Last
	r.Null = 0x70
	r.Dir1, r.Dir2, r.Dir3 = "", "", ""
	x.Rows++
	for range 3 {
		i := strings.IndexByte(url, '/')
		if i < 0 {
			return
		}
		url = url[i+1:]
	}
	var more bool
	r.Dir1, url, more = strings.Cut(url, "/")
	if r.Null = 0x60; !more {
		return
	}
	r.Dir2, url, more = strings.Cut(url, "/")
	if r.Null = 0x40; !more {
		return
	}
	r.Dir3, _, _ = strings.Cut(url, "/")
	r.Null = 0
}

func (x *Q22) slow(b *bid) {
	x.Last = Row22{Auction: b.auction, Bidder: b.bidder, Price: b.price, Channel: b.channel}
	if b.null&url != 0 || b.url == "" {
		x.Last.Null = 0x70
		x.Rows++
	} else {
		x.split(b.url)
	}
	x.Last.Null |= b.null & 0xF
}
