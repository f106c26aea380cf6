package json

import "github.com/flinkc/flinkc/rtlib/value"

// Clock reads the timestamps of one column. Those of a stream are mostly of the same day, which it
// remembers as text, so that only the time of day is left to be read: as one word, for the layouts
// with seconds or milliseconds that nearly all writers use. Its zero value is ready.
type Clock struct {
	date, rest uint64 // the first eight bytes of the date, and the last eight with what follows it
	midnight   int64
}

const (
	dateLength    = len("2006-01-02 ")
	secondsLength = len("2006-01-02 15:04:05")
	millisLength  = len("2006-01-02 15:04:05.000")
	millisPerDay  = 86_400_000
)

// Timestamp reads the timestamp whose text starts at p and ends with a quote: its milliseconds and
// the index of the quote; -1 for none and for one of another layout. read is what the format has for
// texts of all layouts. Taking the digits and signs of 00:00:00 away leaves numbers below ten and
// nothing.
func (c *Clock) Timestamp(d Doc, p int, read func(string) (value.Timestamp, bool)) (int64, int) {
	const signs = 0x0000FF0000FF0000
	t := d.word(p+dateLength) ^ 0x30303A30303A3030
	wrong := (t+ones*0x76|t)&highs | t&signs
	pairs := t*10 + t>>8
	hour, minute, second := pairs&0xFF, pairs>>24&0xFF, pairs>>48&0xFF
	ms, quote := int64((hour*60+minute)*60+second)*1000, p+secondsLength
	if f := d.word(p+secondsLength) ^ 0x3030302E; f&0xFF == 0 { // a dot
		wrong |= (f + 0x76767600 | f) & 0x80808000
		ms += int64(f>>8&0xFF)*100 + int64(f>>16&0xFF)*10 + int64(f>>24&0xFF)
		quote = p + millisLength
	}
	if wrong != 0 || hour > 23 || minute > 59 || second > 59 || d.Byte(quote) != '"' {
		return 0, -1
	}
	if d.word(p) != c.date || d.word(p+dateLength-wordSize) != c.rest {
		return c.otherDay(d, p, quote, read)
	}
	return c.midnight + ms, quote
}

// otherDay reads the first timestamp of a day.
func (c *Clock) otherDay(
	d Doc, p, quote int, read func(string) (value.Timestamp, bool),
) (ms int64, q int) {
	t, ok := read(d.Text(p, quote))
	if !ok {
		return 0, -1
	}
	c.date, c.rest = d.word(p), d.word(p+dateLength-wordSize)
	c.midnight = t.Millis - (t.Millis%millisPerDay+millisPerDay)%millisPerDay
	return t.Millis, quote
}
