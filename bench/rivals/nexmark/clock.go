package nexmark

import (
	"github.com/flinkc/flinkc/bench/rivals/words"
	"github.com/flinkc/flinkc/rtlib/format/scalar"
)

// clock reads timestamps of the form 2015-07-15 00:00:00.000 and remembers the last day.
type clock struct {
	date, rest uint64 // the first eight bytes of the date, and the last eight with the blank
	midnight   int64
}

const (
	layout       = "2015-07-15 00:00:00.000"
	millisPerDay = 86_400_000
)

// dateTime is the milliseconds of the timestamp at p and the place behind it, far away for none.
func (c *clock) dateTime(b words.Buffer, p int) (ms int64, q int) {
	t := b.Word(p+11) ^ 0x30303A30303A3030 // 00:00:00, so that digits become numbers
	f := b.Half(p+19) ^ 0x3030302E         // .000
	wrong := (t+0x7676767676767676|t)&0x8080808080808080 | t&0x0000FF0000FF0000 |
		uint64((f+0x76767600|f)&0x80808000|f&0xFF)
	pairs := t*10 + t>>8
	hour, minute, second := pairs&0xFF, pairs>>24&0xFF, pairs>>48&0xFF
	if wrong != 0 || hour > 23 || minute > 59 || second > 59 || b.Word(p) != c.date || b.Word(p+3) != c.rest {
		return c.other(b, p)
	}
	return c.midnight + int64((hour*60+minute)*60+second)*1000 +
		int64(f>>8&0xFF)*100 + int64(f>>16&0xFF)*10 + int64(f>>24), p + len(layout)
}

// other reads the first timestamp of a day, and whatever else a timestamp may be.
func (c *clock) other(b words.Buffer, p int) (ms int64, q int) {
	t, ok := scalar.TimestampSQL(b.Text(p, p+len(layout)))
	if !ok {
		return 0, 1 << 40
	}
	if b.Byte(p+11) != '2' || b.Byte(p+12) != '4' { // 24:00 is of the next day
		c.date, c.rest = b.Word(p), b.Word(p+3)
		c.midnight = t.Millis - (t.Millis%millisPerDay+millisPerDay)%millisPerDay
	}
	return t.Millis, p + len(layout)
}
