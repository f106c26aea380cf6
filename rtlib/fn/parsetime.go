package fn

import (
	"strings"

	"github.com/flinkc/flinkc/rtlib/value"
)

// fields are what a text gave; absent ones are -1, but for the year, of which any is possible.
type fields struct {
	year                    int
	hasYear                 bool
	month, day, dayOfYear   int
	hour, hour12, afternoon int // 0-24; 0-11; 0 or 1
	minute, second, nano    int
	weekday                 int // 1 is Sunday
}

func noFields() fields {
	return fields{month: -1, day: -1, dayOfYear: -1, hour: -1, hour12: -1, afternoon: -1, minute: -1, second: -1,
		nano: -1, weekday: -1}
}

// scan is the text being read.
type scan struct {
	s  string
	at int
}

// PrepareTimestampFormat is PrepareFormat for reading: letters that cannot be read back to a date
// and time are an error too.
func PrepareTimestampFormat(pattern string) (*Format, error) {
	return readable(pattern, PrepareFormat, "yuMLdDHhkKmsSaE")
}

// PrepareSimpleRead is PrepareSimpleFormat for reading.
func PrepareSimpleRead(pattern string) (*Format, error) {
	return readable(pattern, PrepareSimpleFormat, "yMLdDHhkKmsSaE")
}

func readable(pattern string, prepare func(string) (*Format, error), letters string) (*Format, error) {
	f, err := prepare(pattern)
	if err != nil {
		return nil, err
	}
	for _, p := range f.parts {
		if p.letter != 0 && strings.IndexByte(letters, p.letter) < 0 || p.pad > 0 {
			return nil, errFormatLetter(pattern, string(p.letter))
		}
	}
	return f, nil
}

// parseStrict reads all of s as DateTimeFormatter does.
func (f *Format) parseStrict(s string) (value.Timestamp, bool) {
	if t, ok := f.fixed.read(s); ok {
		return t, true
	}
	in, v := scan{s: s}, noFields()
	for i := range f.parts {
		if !f.read(&in, &v, i) {
			return value.Timestamp{}, false
		}
	}
	if in.at != len(s) {
		return value.Timestamp{}, false
	}
	return v.strict()
}

// parseLenient reads the beginning of s as SimpleDateFormat does.
func (f *Format) parseLenient(s string) (value.Timestamp, bool) {
	if t, ok := f.fixed.read(s); ok {
		return t, true
	}
	in, v := scan{s: s}, noFields()
	for i := range f.parts {
		if !f.read(&in, &v, i) {
			return value.Timestamp{}, false
		}
	}
	return v.lenient(), true
}

// read takes part i off the text.
func (f *Format) read(in *scan, v *fields, i int) bool {
	p := &f.parts[i]
	switch {
	case p.letter == 0:
		if !strings.HasPrefix(in.s[in.at:], p.text) {
			return false
		}
		in.at += len(p.text)
		return true
	case p.letter == 'a':
		v.afternoon = in.name([]string{"AM", "PM"}, 2, f.simple)
		return v.afternoon >= 0
	case p.letter == 'E':
		k := f.readName(in, dayNames[:], p.n)
		v.weekday = k + 1
		return k >= 0
	case (p.letter == 'M' || p.letter == 'L') && p.n >= 3:
		k := f.readName(in, monthNames[:], p.n)
		v.month = k + 1
		return k >= 0
	}
	from := in.at
	n, ok := f.number(in, i)
	return ok && f.set(v, p, n, in.at-from)
}

// readName reads a name: in any case and length for SimpleDateFormat, else exactly as it would be
// written.
func (f *Format) readName(in *scan, names []string, n int) int {
	if f.simple {
		if k := in.name(names, 0, true); k >= 0 {
			return k
		}
		return in.name(names, 3, true)
	}
	if n >= 4 {
		return in.name(names, 0, false)
	}
	return in.name(names, 3, false)
}

// name is the index of the name, cut to size if that is not 0, with which the text goes on; -1 if
// none.
func (in *scan) name(names []string, size int, anyCase bool) int {
	rest := in.s[in.at:]
	for k, name := range names {
		if size > 0 {
			name = name[:size]
		}
		if len(rest) < len(name) {
			continue
		}
		if got := rest[:len(name)]; got == name || anyCase && strings.EqualFold(got, name) {
			in.at += len(name)
			return k
		}
	}
	return -1
}

// numeric reports a part that is read as a number.
func (p *formatPart) numeric() bool {
	return p.letter != 0 && p.letter != 'a' && p.letter != 'E' &&
		((p.letter != 'M' && p.letter != 'L') || p.n < 3)
}

// widths are the fewest and most digits of a part.
func (f *Format) widths(i int) (low, high int) {
	p := &f.parts[i]
	if f.simple {
		if i+1 < len(f.parts) && f.parts[i+1].numeric() {
			return 1, p.n
		}
		return 1, 18
	}
	switch {
	case p.letter == 'S':
		return p.n, p.n
	case p.letter == 'y' || p.letter == 'u':
		if p.n == 2 {
			return 2, 2
		}
		if p.n < 4 {
			return p.n, 18
		}
		return p.n, p.n // more digits need a sign, which is beyond year 9999
	case p.n == 1:
		return 1, 18 - f.following(i)
	}
	return p.n, p.n
}

// following is the digits of the numbers directly behind part i, which it leaves to them.
func (f *Format) following(i int) int {
	n := 0
	for i++; i < len(f.parts) && f.parts[i].fixed(); i++ {
		n += f.parts[i].n
	}
	return n
}

// fixed reports a number that always has the same width; a year of four digits may have more.
func (p *formatPart) fixed() bool {
	year := p.letter == 'y' || p.letter == 'u'
	return p.numeric() && (p.letter == 'S' || p.n == 2 || p.n > 2 && !year)
}

// number reads part i. SimpleDateFormat takes blanks and a minus before it.
func (f *Format) number(in *scan, i int) (int, bool) {
	low, high := f.widths(i)
	negative := false
	if f.simple {
		for in.at < len(in.s) && (in.s[in.at] == ' ' || in.s[in.at] == '\t') {
			in.at++
		}
		if in.at < len(in.s) && in.s[in.at] == '-' {
			negative = true
			in.at++
		}
	}
	have := 0
	for in.at+have < len(in.s) && isDigit(in.s[in.at+have]) {
		have++
	}
	if !f.simple && low < high {
		have = max(low, have-f.following(i))
	}
	have = min(have, high)
	if have < low || in.at+have > len(in.s) {
		return 0, false
	}
	n := 0
	for _, d := range []byte(in.s[in.at : in.at+have]) {
		n = n*10 + int(d-'0')
	}
	in.at += have
	if negative {
		n = -n
	}
	return n, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// set stores a number of so many digits; false where DateTimeFormatter has no such value.
func (f *Format) set(v *fields, p *formatPart, n, digits int) bool {
	low, high := 0, 59
	switch p.letter {
	case 'y', 'u':
		v.year, v.hasYear = f.fullYear(p, n, digits), true
		return f.simple || p.letter == 'u' || v.year >= 1
	case 'M', 'L':
		v.month, low, high = n, 1, 12
	case 'd':
		v.day, low, high = n, 1, 31
	case 'D':
		v.dayOfYear, low, high = n, 1, 366
	case 'H':
		v.hour, high = n, 24
	case 'k':
		v.hour, low, high = n%24, 1, 24
	case 'K':
		v.hour12, high = n, 11
	case 'h':
		v.hour12, low, high = n%12, 1, 12
	case 'm':
		v.minute = n
	case 's':
		v.second = n
	default:
		v.nano, high = f.nanos(p, n), 999_999_999
	}
	return f.simple || low <= n && n <= high
}

func (f *Format) nanos(p *formatPart, n int) int {
	if f.simple {
		return n * value.NanosPerMilli
	}
	return n * pow10Int(9-p.n)
}

// fullYear expands two digits: 2000 to 2099, or for SimpleDateFormat the hundred years from
// f.century on.
func (f *Format) fullYear(p *formatPart, n, digits int) int {
	switch {
	case !f.simple && p.n == 2:
		return 2000 + n
	case f.simple && p.n <= 2 && digits == 2:
		return f.century + ((n-f.century)%100+100)%100
	}
	return n
}

// strict resolves the fields as DateTimeFormatter's smart style does; what is missing is that of
// 1970-01-01 00:00.
func (v *fields) strict() (value.Timestamp, bool) {
	hour, minute, second := v.clock()
	next := hour == 24
	if next && (minute > 0 || second > 0 || v.nano > 0) {
		return value.Timestamp{}, false
	}
	days, ok := v.date()
	if !ok || v.weekday >= 0 && value.Weekday(days)%7+1 != v.weekday {
		return value.Timestamp{}, false
	}
	millis := int32(hour*3600+minute*60+second)*1000 + int32(max(v.nano, 0)/value.NanosPerMilli)
	if next {
		millis = 0
		if v.whole() {
			days++
		}
	}
	return value.TimestampOf(days, millis), true
}

// clock gives hour, minute and second, 0 where absent. An hour of twelve counts only with AM or PM.
func (v *fields) clock() (hour, minute, second int) {
	hour = max(v.hour, 0)
	if v.hour < 0 && v.hour12 >= 0 && v.afternoon >= 0 {
		hour = v.hour12 + 12*v.afternoon
	}
	return hour, max(v.minute, 0), max(v.second, 0)
}

// whole reports that the text had a complete date.
func (v *fields) whole() bool {
	return v.hasYear && (v.month >= 0 && v.day >= 0 || v.dayOfYear >= 0)
}

// date is the day; of a complete date, one that the month lacks becomes its last one.
func (v *fields) date() (int32, bool) {
	year, month, day := 1970, 1, 1
	if v.hasYear {
		year = v.year
	}
	if v.month >= 0 {
		month = v.month
	}
	if v.day >= 0 {
		day = v.day
	}
	if v.hasYear && v.dayOfYear >= 0 && v.month < 0 {
		d := value.Days(year, 1, 1) + int32(v.dayOfYear) - 1
		y, _, _ := value.Civil(d)
		return d, y == year
	}
	if last := value.DaysInMonth(year, month); day > last {
		if !v.whole() {
			return 0, false
		}
		day = last
	}
	return value.Days(year, month, day), true
}

// lenient resolves the fields as java.util.Calendar does: what is too large carries over.
func (v *fields) lenient() value.Timestamp {
	year, month := int64(1970), int64(0)
	if v.hasYear {
		year = clampField(v.year)
	}
	if v.month != -1 {
		month = clampField(v.month) - 1
	}
	year += floorDiv(month, 12)
	days := int64(value.Days(int(year), int(month-floorDiv(month, 12)*12)+1, 1))
	switch {
	case v.day != -1:
		days += clampField(v.day) - 1
	case v.dayOfYear != -1 && v.month == -1:
		days += clampField(v.dayOfYear) - 1
	}
	hour := int64(0)
	switch {
	case v.hour != -1:
		hour = clampField(v.hour)
	case v.hour12 != -1:
		hour = clampField(v.hour12) + 12*int64(max(v.afternoon, 0))
	}
	seconds := hour*3600 + orZero(v.minute)*60 + orZero(v.second)
	return value.Timestamp{Millis: days*dayMillis + seconds*1000 + orZero(v.nano)/value.NanosPerMilli}
}

// clampField keeps absurd numbers from leaving the range of dates.
func clampField(n int) int64 { return int64(max(min(n, 1_000_000), -1_000_000)) }

func orZero(n int) int64 {
	if n == -1 {
		return 0
	}
	return int64(n)
}
