package fn

import (
	"strconv"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Format is a compiled date format: letters of Java's DateTimeFormatter or SimpleDateFormat with
// English names and weeks that begin on Sunday.
type Format struct {
	parts  []formatPart
	fixed  *fixedFormat // nil: texts of other lengths, or of other parts than numbers
	simple bool
	// century is the first year that two digits can mean to SimpleDateFormat: 80 years ago.
	century int
}

// formatPart is a run of one letter, or text to copy.
type formatPart struct {
	letter byte // 0 for text
	n      int  // how often the letter stands there
	pad    int  // width to fill with blanks on the left, from the letter p
	text   string
}

// standardFormat is the default of the functions that use SimpleDateFormat.
var standardFormat, _ = PrepareSimpleFormat("yyyy-MM-dd HH:mm:ss")

// formatLetters are the most repetitions of each letter.
var formatLetters = map[byte]int{'G': 5, 'u': 19, 'y': 19, 'Y': 19, 'Q': 5, 'q': 5, 'M': 5, 'L': 5, 'w': 2, 'W': 1,
	'D': 3, 'd': 2, 'F': 1, 'E': 5, 'e': 5, 'c': 5, 'a': 1, 'h': 2, 'H': 2, 'k': 2, 'K': 2, 'm': 2, 's': 2,
	'S': 9, 'n': 19, 'N': 19, 'A': 19}

// simpleLetters are those of SimpleDateFormat, which may be repeated at will; 32 keeps numbers
// short.
const simpleLetters = "GyYMLwWDdFEuaHkKhmsS"

const maxRun = 32

// PrepareFormat compiles a pattern of DateTimeFormatter. Letters that it lacks, and those of zones
// and of parts of the day (B), are an error.
func PrepareFormat(pattern string) (*Format, error) {
	f := &Format{}
	return f, f.compile(pattern)
}

// PrepareSimpleFormat compiles a pattern of SimpleDateFormat. Letters that it lacks, and those of
// zones, are an error.
func PrepareSimpleFormat(pattern string) (*Format, error) {
	f := &Format{simple: true, century: time.Now().Year() - 80}
	return f, f.compile(pattern)
}

// compile reads the pattern letter by letter.
func (f *Format) compile(pattern string) error {
	depth, pad := 0, 0
	for i := 0; i < len(pattern); {
		c, n := pattern[i], run(pattern[i:])
		switch {
		case c == '\'':
			text, size := quote(pattern[i:])
			if size == 0 {
				return errFormatQuote(pattern)
			}
			f.literal(text)
			n = size
		case c == 'p' && !f.simple:
			pad = n
		case isLetter(c):
			if !f.allows(c, n) {
				return errFormatLetter(pattern, pattern[i:i+n])
			}
			f.parts = append(f.parts, formatPart{letter: c, n: n, pad: pad})
			pad = 0
		case !f.simple && (c == '[' || c == ']'):
			n = 1
			if depth += int('\\') - int(c); depth < 0 {
				return errFormatQuote(pattern)
			}
			f.parts = append(f.parts, formatPart{letter: c})
		case !f.simple && strings.IndexByte("{}#", c) >= 0:
			return errFormatQuote(pattern)
		default:
			n = 1
			f.literal(pattern[i : i+1])
		}
		i += n
	}
	if pad > 0 {
		return errFormatLetter(pattern, "p")
	}
	f.fixed = newFixedFormat(f.parts)
	return nil
}

// literal appends text, joining it with text before.
func (f *Format) literal(text string) {
	if k := len(f.parts); k > 0 && f.parts[k-1].letter == 0 {
		f.parts[k-1].text += text
		return
	}
	f.parts = append(f.parts, formatPart{text: text})
}

func (f *Format) allows(c byte, n int) bool {
	if f.simple {
		return strings.IndexByte(simpleLetters, c) >= 0 && n <= maxRun
	}
	return n <= formatLetters[c] && (c != 'c' || n != 2)
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// run is how often the first byte of s repeats.
func run(s string) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// quote is the text of 'quoted text', in which two quotes mean one, as two alone do; size 0 if it
// is not closed.
func quote(s string) (text string, size int) {
	if strings.HasPrefix(s, "''") {
		return "'", 2
	}
	for i := 1; i < len(s); i++ {
		if s[i] != '\'' {
			continue
		}
		if !strings.HasPrefix(s[i:], "''") {
			return strings.ReplaceAll(s[1:i], "''", "'"), i + 1
		}
		i++
	}
	return "", 0
}

// calendar is a wall clock taken apart.
type calendar struct {
	days, millis     int32 // since 1970, of the day
	nano             int   // of the second
	year, month, day int
}

func calendarOf(t value.Timestamp) calendar {
	c := calendar{days: t.Date(), millis: t.TimeOfDay(), nano: t.NanoOfSecond()}
	c.year, c.month, c.day = value.Civil(c.days)
	return c
}

func (c *calendar) hour() int { return int(c.millis / 3_600_000) }

// sunday is the day of the week from Sunday = 1.
func (c *calendar) sunday() int { return value.Weekday(c.days)%7 + 1 }

func (c *calendar) dayOfYear() int { return int(c.days-value.Days(c.year, 1, 1)) + 1 }

// week is the week of the year, weeks beginning on Sunday and the first one holding January 1, and
// the year that it belongs to.
func (c *calendar) week() (year, week int) {
	saturday := c.days + 7 - int32(c.sunday())
	year, _, _ = value.Civil(saturday)
	return year, int(saturday-value.Days(year, 1, 1))/7 + 1
}

// weekOfMonth counts weeks beginning on Sunday from the one with the first of the month.
func (c *calendar) weekOfMonth() int {
	return (c.day-1+(c.sunday()-1-(c.day-1)%7+7)%7)/7 + 1
}

// format writes t.
func (f *Format) format(a *Arena, t value.Timestamp) string {
	c := calendarOf(t)
	if f.fixed != nil && 1 <= c.year && c.year <= 9999 {
		return f.fixed.write(a, &c)
	}
	b := a.tail(len(f.parts) * 40)
	for i := range f.parts {
		p := &f.parts[i]
		from := len(b)
		b = f.append(b, p, &c)
		if p.pad > 0 {
			b = padLeft(b, from, p.pad)
		}
	}
	return a.take(b)
}

// padLeft moves what stands behind from to the right, to a width.
func padLeft(b []byte, from, width int) []byte {
	missing := width - (len(b) - from)
	for i := 0; i < missing; i++ {
		b = append(b, ' ')
	}
	if missing > 0 {
		copy(b[from+missing:], b[from:len(b)-missing])
		for i := from; i < from+missing; i++ {
			b[i] = ' '
		}
	}
	return b
}

// append writes one part, with the letters that both kinds of patterns share.
func (f *Format) append(b []byte, p *formatPart, c *calendar) []byte {
	switch p.letter {
	case 0:
		return append(b, p.text...)
	case '[', ']':
		return b
	case 'y', 'Y', 'u':
		return f.appendYear(b, p, c)
	case 'M', 'L', 'Q', 'q', 'E', 'e', 'c', 'G', 'a':
		return f.appendName(b, p, c)
	case 'd':
		return appendNumber(b, c.day, p.n)
	case 'D':
		return appendNumber(b, c.dayOfYear(), p.n)
	case 'w':
		_, week := c.week()
		return appendNumber(b, week, p.n)
	case 'W':
		return appendNumber(b, c.weekOfMonth(), p.n)
	case 'F':
		return appendNumber(b, f.dayInMonth(c), p.n)
	}
	return f.appendClock(b, p, c)
}

// dayInMonth is F: the week counted from the first of the month for SimpleDateFormat, the day
// within it for DateTimeFormatter.
func (f *Format) dayInMonth(c *calendar) int {
	if f.simple {
		return (c.day-1)/7 + 1
	}
	return (c.day-1)%7 + 1
}

// appendClock writes the letters of the time of day.
func (f *Format) appendClock(b []byte, p *formatPart, c *calendar) []byte {
	h := c.hour()
	switch p.letter {
	case 'H':
		return appendNumber(b, h, p.n)
	case 'k':
		return appendNumber(b, (h+23)%24+1, p.n)
	case 'K':
		return appendNumber(b, h%12, p.n)
	case 'h':
		return appendNumber(b, (h+11)%12+1, p.n)
	case 'm':
		return appendNumber(b, int(c.millis/60_000%60), p.n)
	case 's':
		return appendNumber(b, int(c.millis/1000%60), p.n)
	case 'n':
		return appendNumber(b, c.nano, p.n)
	case 'A':
		return appendNumber(b, int(c.millis), p.n)
	case 'N':
		return appendNumber(b, int(c.millis/1000)*1e9+c.nano, p.n)
	}
	return f.appendFraction(b, p.n, c) // S
}

// appendFraction is the first n digits of the fraction, or the milliseconds as a number for
// SimpleDateFormat.
func (f *Format) appendFraction(b []byte, n int, c *calendar) []byte {
	if f.simple {
		return appendNumber(b, c.nano/value.NanosPerMilli, n)
	}
	b = appendNumber(b, c.nano, 9)
	return b[:len(b)-9+n]
}

// appendYear is the year, of the era for y, week-based for Y. Two letters are two digits. For
// SimpleDateFormat u is the day of the week from Monday = 1.
func (f *Format) appendYear(b []byte, p *formatPart, c *calendar) []byte {
	y := c.year
	switch {
	case p.letter == 'u' && f.simple:
		return appendNumber(b, value.Weekday(c.days), p.n)
	case p.letter == 'Y':
		y, _ = c.week()
	case p.letter == 'y' && y < 1:
		y = 1 - y
	}
	switch {
	case p.n == 2:
		return appendNumber(b, (y%100+100)%100, 2)
	case !f.simple && p.n >= 4 && y >= pow10Int(p.n):
		b = append(b, '+')
	}
	return appendNumber(b, y, p.n)
}

func pow10Int(n int) int {
	p := 1
	for ; n > 0 && n < 19; n-- {
		p *= 10
	}
	return p
}

// appendNumber writes v with at least n digits.
func appendNumber(b []byte, v, n int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	digits := 1
	for w := v; w >= 10; w /= 10 {
		digits++
	}
	for ; n > digits; n-- {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(v), 10)
}

var (
	monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December"}
	dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	quarters = [...]string{"1st quarter", "2nd quarter", "3rd quarter", "4th quarter"}
)

// appendName writes the letters that are names from three repetitions on.
func (f *Format) appendName(b []byte, p *formatPart, c *calendar) []byte {
	quarter := (c.month - 1) / 3
	switch p.letter {
	case 'M', 'L':
		if p.n < 3 {
			return appendNumber(b, c.month, p.n)
		}
		return f.appendText(b, monthNames[c.month-1], p.n)
	case 'E', 'e', 'c':
		if p.n < 3 && p.letter != 'E' {
			return appendNumber(b, c.sunday(), p.n)
		}
		return f.appendText(b, dayNames[c.sunday()-1], p.n)
	case 'a':
		return append(b, "AMPM"[c.hour()/12*2:][:2]...)
	case 'G':
		return f.appendEra(b, p.n, c.year)
	}
	switch p.n { // Q, q
	case 1, 2:
		return appendNumber(b, quarter+1, p.n)
	case 3:
		return append(b, 'Q', byte('1'+quarter))
	case 4:
		return append(b, quarters[quarter]...)
	}
	return append(b, byte('1'+quarter))
}

// appendText is a name: short up to three letters, full with four, one character with five.
func (f *Format) appendText(b []byte, name string, n int) []byte {
	switch {
	case n < 4:
		return append(b, name[:3]...)
	case n == 4 || f.simple:
		return append(b, name...)
	}
	return append(b, name[0])
}

func (f *Format) appendEra(b []byte, n, year int) []byte {
	era, name := "AD", "Anno Domini"
	if year < 1 {
		era, name = "BC", "Before Christ"
	}
	switch {
	case n < 4 || f.simple:
		return append(b, era...)
	case n == 4:
		return append(b, name...)
	}
	return append(b, era[0])
}
