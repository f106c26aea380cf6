package input

import (
	"bytes"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"strings"
	"time"
)

// Bids is n bids of Nexmark as JSON documents, the event flattened to its bid: hot auctions and
// bidders, prices of two to eight digits evenly by their logarithm, half of the channels one of the
// four hot ones, the other half with its number in the address nine times of ten, and text that
// brings a bid to 100 bytes on average. The time runs with 10,000 events a second, of which 46 in 50
// are bids.
func Bids(n int) [][]byte {
	g := bidder{rand.New(rand.NewPCG(2, 3))}
	out := make([][]byte, n)
	for i := range out {
		out[i] = g.bid(i)
	}
	return out
}

type bidder struct{ *rand.Rand }

// start is Nexmark's base time.
var start = time.Date(2015, 7, 15, 0, 0, 0, 0, time.UTC)

var hotChannels = []string{"Google", "Facebook", "Baidu", "Apple"}

func (g bidder) bid(i int) []byte {
	events := i * 50 / 46
	auctions := int64(1000 + events*3/50)
	auction := auctions - g.Int64N(min(100, auctions-999))
	if g.IntN(2) > 0 {
		auction = auctions / 100 * 100
	}
	people := int64(1000 + events/50)
	person := people - g.Int64N(min(1000, people-999))
	if g.IntN(4) > 0 {
		person = people/100*100 + 1
	}
	price := int64(math.Round(math.Pow(10, g.Float64()*6) * 100))
	channel, url := g.channel()
	at := start.Add(time.Duration(events) * 100 * time.Microsecond).Format("2006-01-02 15:04:05.000")
	extra := g.word(54 + g.IntN(28))
	return fmt.Appendf(nil, `{"auction":%d,"bidder":%d,"price":%d,"channel":"%s","url":"%s",`+
		`"dateTime":"%s","extra":"%s"}`, auction, person, price, channel, url, at, extra)
}

// channel is one of the hot ones, each with its own address, or one of 10,000.
func (g bidder) channel() (name, url string) {
	if g.IntN(2) > 0 {
		i := g.IntN(len(hotChannels))
		return hotChannels[i], address([]string{"abo_e", "kqzt_", "p_wda", "zzxyq"}[i], "hc_ah", "t_nvp")
	}
	i := g.Uint32N(10_000)
	name, url = fmt.Sprintf("channel-%d", i), address(g.word(5), g.word(5), g.word(5))
	if g.IntN(10) > 0 {
		id := int32(bits.Reverse32(i))
		url += fmt.Sprintf("&channel_id=%d", max(id, -id))
	}
	return name, url
}

func address(dirs ...string) string {
	return "https://www.nexmark.com/" + strings.Join(dirs, "/") + "/item.htm?query=1"
}

func (g bidder) word(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('a' + g.IntN(26))
	}
	return string(b)
}

// BrokenBids is n documents like those of Bids, of which every second one is damaged at random
// places: some are no JSON any more, others have NULL, another type, another order, a field twice or
// none at all, or text that is not ASCII.
func BrokenBids(n int) [][]byte {
	g := bidder{rand.New(rand.NewPCG(4, 5))}
	out := make([][]byte, n)
	for i := range out {
		out[i] = g.bid(i * 1000) // several days
		for i%2 == 1 && g.IntN(3) > 0 {
			out[i] = g.damage(out[i])
		}
	}
	return out
}

// pieces are put into documents.
var pieces = []string{",", `"`, `""`, "x", " ", "\n", "\xff", "\x00", "中", "]", "-", "1e3", `\`, `\n`, "{", "}",
	"null", "0", "[1]", ":", "99999999", "APPLE", "&channel_id=", "//", "24"}

// values take the place of a field's value.
var values = []string{"null", "0", "-5", "1.5", `"7"`, `""`, "true", "{}", "[]", "12345678901234567", `"é"`,
	`"google"`, `"FACEBOOK"`, "99999999999999999999", `"2024-02-29 24:00:00.000"`, `"a/b/c/d"`, `"\u0041PPLE"`}

func (g bidder) damage(doc []byte) []byte {
	fields := bytes.Split(doc, []byte(`,"`))
	switch k := g.IntN(len(fields)); g.IntN(5) {
	case 0: // another order
		j := g.IntN(len(fields))
		fields[k], fields[j] = fields[j], fields[k]
		return bytes.Join(fields, []byte(`,"`))
	case 1: // a field twice
		fields = append(fields[:k:k], fields[max(k-1, 0):]...)
		return bytes.Join(fields, []byte(`,"`))
	case 2, 3: // another value
		if name, _, ok := bytes.Cut(fields[k], []byte(":")); ok {
			fields[k] = append(append(bytes.Clone(name), ':'), values[g.IntN(len(values))]...)
			if k == len(fields)-1 {
				fields[k] = append(fields[k], '}')
			}
		}
		return bytes.Join(fields, []byte(`,"`))
	}
	at := g.IntN(len(doc) + 1)
	rest := doc[min(at+g.IntN(4), len(doc)):]
	return append(append(bytes.Clone(doc[:at]), pieces[g.IntN(len(pieces))]...), rest...)
}
