package json

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
	"unsafe"
)

// The primitives of the fast paths. They read a block's buffer by words and without a test for each
// of them: at 35 ns a document, fifteen bounds checks are a third of the time. All but ASCIIEnd and
// the rare ones are small enough to be inlined (`go build -gcflags=-m=2` says so); a test keeps them
// so.
//
// What keeps them inside the buffer: an index that is read from is at most the record's end, since
// Has and Step.Match compare only what ends before it. From there a value reads at most Reach
// bytes, so the index behind a value that is cut off may lie that far behind the end, made of what
// stands there by chance; the next Has, or the test for the record's end, refuses it.

// Doc is a block's buffer.
type Doc struct{ at unsafe.Pointer }

// Reach is how many bytes behind the end of a record may be read: a sign and three words of digits.
const Reach = 32

// The words that ASCIIEnd computes with are variables and not constants: constants of 64 bits Go's
// compiler makes anew in each round of a loop.
var quotes, lessOne, plusTwo, allHighs uint64 = ones * '"', 1<<64 - ones, 2 * ones, highs

// Open is the buffer with the start and the end of a record: the one bounds check of it.
func Open(buf []byte, start, end uint32) (d Doc, p, e int) {
	_ = buf[int(end)+Reach-1]
	return Doc{unsafe.Pointer(unsafe.SliceData(buf))}, int(start), int(end)
}

// Byte is the byte at p.
func (d Doc) Byte(p int) byte { return *(*byte)(unsafe.Add(d.at, p)) }

// Text is the text from p to q, which borrows the buffer.
func (d Doc) Text(p, q int) string { return unsafe.String((*byte)(unsafe.Add(d.at, p)), q-p) }

// word is eight bytes, the first one in the low bits.
func (d Doc) word(p int) uint64 {
	return binary.LittleEndian.Uint64((*[wordSize]byte)(unsafe.Add(d.at, p))[:])
}

// Has8 reports whether text, 4 to 8 bytes, stands at p and ends before e. Where it is a constant
// nothing is left of it but two comparisons with constants.
func (d Doc) Has8(p, e int, text string) bool {
	a, b, n := unsafe.Add(d.at, p), unsafe.Pointer(unsafe.StringData(text)), len(text)-4
	return p+len(text) <= e && *(*uint32)(a) == *(*uint32)(b) &&
		*(*uint32)(unsafe.Add(a, n)) == *(*uint32)(unsafe.Add(b, n))
}

// Has16 is Has8 for 8 to 16 bytes.
func (d Doc) Has16(p, e int, text string) bool {
	a, b, n := unsafe.Add(d.at, p), unsafe.Pointer(unsafe.StringData(text)), len(text)-8
	return p+len(text) <= e && *(*uint64)(a) == *(*uint64)(b) &&
		*(*uint64)(unsafe.Add(a, n)) == *(*uint64)(unsafe.Add(b, n))
}

// Has24 is Has8 for 16 to 24 bytes.
func (d Doc) Has24(p, e int, text string) bool {
	a, b, n := unsafe.Add(d.at, p), unsafe.Pointer(unsafe.StringData(text)), len(text)-8
	return p+len(text) <= e && *(*uint64)(a) == *(*uint64)(b) &&
		*(*uint64)(unsafe.Add(a, 8)) == *(*uint64)(unsafe.Add(b, 8)) &&
		*(*uint64)(unsafe.Add(a, n)) == *(*uint64)(unsafe.Add(b, n))
}

// Has reports the same for any text.
func (d Doc) Has(p, e int, text string) bool {
	return p+len(text) <= e && d.Text(p, p+len(text)) == text
}

// ASCIIEnd is the index of the first byte from p on that may end plain ASCII: a quote, a backslash, a
// byte beyond ASCII; e or a little more when there is none before e. It also stops at ']', since
// then two sums find all of them: once the bits of '"' are flipped the quote is 0, from which 1
// borrows, and the backslash, the bracket and nearly all beyond ASCII are what 2 brings above 0x7F;
// of the two that 2 carries over, 1 leaves the high bit.
//
// It is a call, unlike the others, so that its words stay in registers and two of them are looked at
// in each round: 60 to 80 bytes take 10 ns instead of 18, and 8 take 6 instead of 5.
func (d Doc) ASCIIEnd(p, e int) int {
	quote, less, plus, high := quotes, lessOne, plusTwo, allHighs
	for ; p < e; p += 2 * wordSize {
		x, y := d.word(p)^quote, d.word(p+wordSize)^quote
		hit, second := (x+less)|(x+plus), (y+less)|(y+plus)
		if (hit|second)&high == 0 {
			continue
		}
		if hit &= high; hit == 0 {
			hit, p = second&high, p+wordSize
		}
		return p + bits.TrailingZeros64(hit)>>3
	}
	return p
}

// UTF8End goes on where ASCIIEnd stopped: it is the index of the string's closing quote; -1 for a
// string with a backslash, for one that is not UTF-8, and for one that does not end before e.
func (d Doc) UTF8End(p, e int) int {
	for q := p; q < e; q += wordSize {
		hit := quoteOrBackslash(d.word(q))
		if hit == 0 {
			continue
		}
		q += bits.TrailingZeros64(hit) >> 3
		if q >= e || d.Byte(q) != '"' || !utf8.ValidString(d.Text(p, q)) {
			return -1
		}
		return q
	}
	return -1
}

// StringEnd is the index of the closing quote of a string whose content starts at p, -1 as UTF8End.
func (d Doc) StringEnd(p, e int) int {
	q := d.ASCIIEnd(p, e)
	if q < e && d.Byte(q) == '"' {
		return q
	}
	return d.UTF8End(q, e)
}

// Digits reads an integer of 1 to 8 digits at p and returns the value and the index behind it. Ask
// Whole whether it was one.
//
// The digits are counted by the first byte that is above 9 once '0' is taken off, 8 when there is
// none, shifted to the top so that zeros stand before them, and then added up in pairs, in fours and
// in eights. The shift is taken from the two places: from their number, Go's compiler would keep the
// number in memory for q, for which all that follows waits.
func (d Doc) Digits(p int) (v int64, q int) {
	x := binary.LittleEndian.Uint64((*[wordSize]byte)(unsafe.Add(d.at, p))[:]) ^ ones*'0'
	q = p + bits.TrailingZeros64((x+ones*0x76|x)&highs)>>3
	x = x << (8 * uint(p-q) & 63) * 2561 >> 8 & 0x00FF00FF00FF00FF
	x = x * 6553601 >> 16 & 0x0000FFFF0000FFFF
	return int64(x * 42949672960001 >> 32), q
}

// Whole reports whether Digits read an integer as JSON writes it: with digits, with no more of them
// behind it, and without a zero before others. What follows must not be part of a number, which the
// next Has or Match ensures: the texts between values start with no digit, dot or letter.
func (d Doc) Whole(p, q int) bool {
	return q > p && (q == p+1 || d.Byte(p) != '0') && d.Byte(q)-'0' > '9'-'0'
}

// LongDigits is Digits for integers of up to 18 digits, with a minus perhaps; -1 for all else.
func (d Doc) LongDigits(p int) (v int64, q int) {
	neg := d.Byte(p) == '-'
	if neg {
		p++
	}
	n := wordSize
	for q = p; n == wordSize && q < p+3*wordSize; q += n {
		x := d.word(q) ^ ones*'0'
		n = bits.TrailingZeros64((x+ones*0x76|x)&highs) >> 3
		v = v*pow10[n] + sum(x, n)
	}
	if q > p+18 || !d.Whole(p, q) {
		return 0, -1
	}
	if neg {
		v = -v
	}
	return v, q
}

var pow10 = [wordSize + 1]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8}

// sum is the value of the first n digits of x, from which '0' is taken off.
func sum(x uint64, n int) int64 {
	x = x << (64 - 8*uint(n)) * 2561 >> 8 & 0x00FF00FF00FF00FF
	x = x * 6553601 >> 16 & 0x0000FFFF0000FFFF
	return int64(x * 42949672960001 >> 32)
}

// NumberEnd is the index behind the number at p, -1 when there is none.
func (d Doc) NumberEnd(p, e int) int {
	q, _ := numberEnd(unsafe.Slice((*byte)(d.at), e), p, e)
	return q
}

// Null reports whether the word null stands at p.
func (d Doc) Null(p int) bool { return *(*uint32)(unsafe.Add(d.at, p)) == quadOf("null") }

// Bool reads true or false at p and returns the index behind it, -1 when neither is there.
func (d Doc) Bool(p int) (v bool, q int) {
	switch first := *(*uint32)(unsafe.Add(d.at, p)); {
	case first == quadOf("true"):
		return true, p + 4
	case first == quadOf("fals") && d.Byte(p+4) == 'e':
		return false, p + 5
	}
	return false, -1
}

// quadOf is four bytes of text as a document has them in memory.
func quadOf(text string) uint32 { return *(*uint32)(unsafe.Pointer(unsafe.StringData(text))) }
