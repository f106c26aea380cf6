package loggen

import "strconv"

// kind is one way for a line to be odd, and what a decoder with csv.ignore-parse-errors makes of
// it.
type kind struct {
	name string
	// line is the line with %u, %i, %t, %s and %p for a uuid, a client's address, a request time, a
	// response size and a path.
	line    string
	dropped bool
	nulls   int64 // numbers made NULL
	message bool  // only as a message: a file with a record a line would read it differently
}

// kinds follows the judged lines of the format (testdata/csv-lines). No kind has a request time
// that reads as less than 1, so that no sum of request times is 0.
var kinds = []kind{
	{name: "letters in request_time", line: "%u,%i,x%t,%s,%p", nulls: 1},
	{name: "letters in response_size", line: "%u,%i,%t,%sB,%p", nulls: 1},
	{name: "fractions", line: "%u,%i,%t.5,%se3,%p", nulls: 2},
	{name: "a number too large", line: "%u,%i,99999999999999999999,%s,%p", nulls: 1},
	{name: "empty uuid and request_time", line: ",%i,,%s,%p", nulls: 1},
	{name: "empty numbers", line: "%u,%i,,,%p", nulls: 2},
	{name: "three columns missing", line: "%u,%i"},
	{name: "ends behind a comma", line: "%u,%i,", nulls: 1},
	{name: "one column missing", line: "%u,%i,%t,%s"},
	{name: "a column too many", line: "%u,%i,%t,%s,%p,more", dropped: true},
	{name: "a blank column too many", line: "%u,%i,%t,%s,%p, "},
	{name: "empty", line: "", message: true},
	{name: "blanks only", line: "   "},
	{name: "semicolons", line: "%u;%i;%t;%s;%p"},
	{name: "open quote", line: "\"%u,%i,%t,%s,%p", dropped: true, message: true},
	{name: "open quote at the end", line: "%u,%i,%t,%s,\"%p", dropped: true, message: true},
	{name: "text behind a quote", line: "%u,\"%i\",%t,%s,\"%p\"b", dropped: true},
	{name: "doubled quotes", line: "%u,%i,%t,%s,\"%p\"\"b\""},
	{name: "quote inside", line: "%u,%i,%t,%s,a\"b"},
	{name: "all quoted", line: "\"%u\",\"%i\",\"%t\",\"%s\",\"%p\""},
	{name: "blanks around", line: " %u , %i , %t , %s , %p "},
	{name: "signs and CR", line: "%u,%i,+%t,-%s,%p\r", message: true},
	{name: "leading zeros", line: "%u,%i,00000000000000000000%t,0%s,%p"},
	{name: "empty uri", line: "%u,%i,%t,%s,"},
	{name: "empty address", line: "%u,,%t,%s,%p"},
	{name: "no address", line: "%u,-,%t,%s,%p"},
	{name: "three numbers", line: "%u,10.1.2,%t,%s,%p"},
	{name: "number over 255", line: "%u,256.%i,%t,%s,%p"},
	{name: "IPv6", line: "%u,2408:8000::%t,%t,%s,%p"},
	{name: "byte order mark", line: "\xef\xbb\xbf%u,%i,%t,%s,%p"},
	{name: "NUL", line: "%u,%i,%t,%s,%p\x00"},
	{name: "not UTF-8", line: "%u,%i,%t,%s,%p\xff", dropped: true},
	{name: "cut UTF-8", line: "%u,%i,%t,%s,%p\xe4\xb8", dropped: true},
	{name: "line end behind", line: "%u,%i,%t,%s,%p\n", message: true},
	{name: "two lines", line: "%u,%i,%t,%s,%p\n%u,%i,%t,%s,%p", message: true},
	{name: "line end in a number", line: "%u,%i,%t\r\n,%s,%p", message: true},
	{name: "line end in quotes", line: "%u,%i,%t,%s,\"%p\n%p\"", message: true},
	{name: "line end first", line: "\n%u,%i,%t,%s,%p", message: true},
}

// kindsFor returns the kinds that files, or messages, may have.
func kindsFor(files bool) (all []kind) {
	for _, k := range kinds {
		if !files || !k.message {
			all = append(all, k)
		}
	}
	return all
}

// odd appends a line of some kind.
func (g *Generator) odd(dst []byte) []byte {
	i := g.below(uint64(len(g.kinds)))
	k := &g.kinds[i]
	g.seen[i]++
	g.counts.BadFields += k.nulls
	if k.dropped {
		g.counts.BadRecords++
	}
	return g.fill(dst, k.line)
}

// fill appends a line with its placeholders replaced.
func (g *Generator) fill(dst []byte, line string) []byte {
	for i := 0; i < len(line); i++ {
		if line[i] != '%' {
			dst = append(dst, line[i])
			continue
		}
		i++
		switch line[i] {
		case 'u':
			dst = g.appendUUID(dst)
		case 'i':
			dst = g.appendClient(dst)
		case 't':
			dst = g.appendTime(dst)
		case 's':
			dst = g.appendSize(dst)
		case 'p':
			dst = g.appendPath(dst, g.random.Uint64())
		default:
			panic("loggen: no such placeholder: " + strconv.QuoteRune(rune(line[i])))
		}
	}
	return dst
}
