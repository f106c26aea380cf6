package json_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/json"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// predicted are documents that look like those which the compiler predicts for bids, and the same
// with something else at one place: a NULL, another value, a longer number, text that is not ASCII,
// a byte too many, an end too early.
func predicted() []string {
	const doc = `{"auction":1001,"bidder":20,"price":12345678,"channel":"apple","url":"https://x.y/?a=[1]",` +
		`"dateTime":"2020-01-02 03:04:05.123","extra":"more"}`
	out := []string{doc}
	for _, old := range []string{"1001", "20", "12345678", `"apple"`, `"https://x.y/?a=[1]"`,
		`"2020-01-02 03:04:05.123"`, `"more"`} {
		for _, value := range []string{"null", "nul", "true", "0", "-0", "00", "01", "-1", "1234567", "012345678",
			"123456789012345678", "1234567890123456789", "-9223372036854775808", "99999999999999999999999999", "1.5",
			"1e3", "+1", "", `""`, `"é"`, `"中文]"`, "\"\xff\"", "\"a\xc3\"", `"\u0041"`, `"\\"`, `"a\"b"`, "\"\x01\n\"",
			`"x`, `{"a":[1,{}]}`, `[`, ` 1`, `1 `, `"1"`, "\"\xed\xa0\x80\""} {
			out = append(out, strings.Replace(doc, old, value, 1))
		}
	}
	for i := range doc {
		out = append(out, doc[:i], doc[:i]+" "+doc[i:], doc[:i]+doc[i+1:])
	}
	return append(out, doc+" ", doc+"}", strings.Replace(doc, "bidder", "bidden", 1), `{"auction":1001}`)
}

// TestPlainAsGeneral gives the predicted documents to the exemplar's plain path, which must refuse
// them or make the same row as the general path, whatever stands behind the document.
func TestPlainAsGeneral(t *testing.T) {
	taken := 0
	for _, doc := range predicted() {
		var d, exact bidDecoder
		var want bid
		ok := exact.general(slices.Clip([]byte(doc)), stream.Span{End: uint32(len(doc))}, &want)
		for _, behind := range []string{"", `"`, `1234567890123456789012345`, doc, `,"bidder":20,"price":1`,
			`"}`, "\\\"\xff"} {
			text := append([]byte(doc+behind), bytes.Repeat([]byte{'7'}, stream.Padding)...)
			var row [1]bid
			if d.plain(text, []stream.Span{{End: uint32(len(doc))}}, row[:]) == 0 {
				continue
			}
			taken++
			if !ok || bidText(row[0]) != bidText(want) {
				t.Errorf("%q before %q\n got %s\nwant %v %s", doc, behind, bidText(row[0]), ok, bidText(want))
			}
		}
	}
	if taken < 400 {
		t.Errorf("the plain path took %d times a document, want some hundreds", taken)
	}
}

// TestPredictionIsGivenUp wants documents of another shape to cost no more than some attempts, and
// predicted ones to be found again behind them.
func TestPredictionIsGivenUp(t *testing.T) {
	var d bidDecoder
	plain, spaced := bids(1, 0), bids(4*json.Patience, 1)
	var row [1]bid
	takes := func(b block) bool { return d.plain(b.buf, b.spans[:1], row[:]) == 1 }
	for i := range spaced.spans {
		if given := d.plain(spaced.buf, spaced.spans[i:], row[:]); given != 0 {
			t.Fatal("the plain path takes blanks")
		}
		d.decode(spaced.buf, spaced.spans[i], &row[0])
	}
	if takes(plain) {
		t.Fatal("the prediction is not given up")
	}
	for range 2 * 1024 { // until the next lesson
		d.decode(plain.buf, plain.spans[0], &row[0])
		if takes(plain) {
			return
		}
	}
	t.Error("the prediction is not taken up again")
}

// TestShortTextsAreFound reads strings of all lengths, with the byte that ends the search at each
// place of a word.
func TestTextsAreFound(t *testing.T) {
	for length := range 40 {
		for _, special := range []string{"", "]", "é", "\x7f", "\x00", "#", "{", "中文"} {
			for at := 0; at <= length; at++ {
				text := strings.Repeat("a", at) + special + strings.Repeat("b", length-at)
				buf := append([]byte(text+`",x`), make([]byte, json.Reach)...)
				doc, p, e := json.Open(buf, 0, uint32(len(text)+3))
				if got := doc.StringEnd(p, e); got != len(text) {
					t.Errorf("%q ends at %d, want %d", text, got, len(text))
				}
				if got := doc.StringEnd(p, len(text)); got != -1 {
					t.Errorf("%q ends at %d, behind the document", text, got)
				}
			}
		}
	}
}

// TestASCIIEndStops looks for every byte at every place of two rounds, before and behind others that
// are close to one that stops.
func TestASCIIEndStops(t *testing.T) {
	for b := range 256 {
		stops := b == '"' || b == '\\' || b == ']' || b >= 0x80
		for at := range 32 {
			buf := append(bytes.Repeat([]byte("!#[^\x00\x7f"), 6)[:32], '"')
			buf[at] = byte(b)
			want := 32
			if stops {
				want = at
			}
			doc, p, e := json.Open(append(buf, make([]byte, json.Reach)...), 0, uint32(len(buf)))
			if got := doc.ASCIIEnd(p, e); got != want {
				t.Errorf("byte %#x at %d: stops at %d, want %d", b, at, got, want)
			}
		}
	}
}

// TestIntegers reads integers of all lengths.
func TestIntegers(t *testing.T) {
	for n := 1; n < 26; n++ {
		for _, first := range []string{"1", "9", "0", "-3"} {
			text := first + strings.Repeat("07", 13)[:n-1]
			buf := append([]byte(text+","), bytes.Repeat([]byte{'5'}, json.Reach)...)
			doc, p, _ := json.Open(buf, 0, uint32(len(text)))
			v, q := doc.Digits(p)
			if !doc.Whole(p, q) {
				v, q = doc.LongDigits(p)
			}
			digits := strings.TrimPrefix(text, "-")
			want := len(text)
			if len(digits) > 18 || digits[0] == '0' && len(digits) > 1 {
				want = -1
			}
			if q != want || q > 0 && fmt.Sprint(v) != text {
				t.Errorf("%s: %d up to %d, want up to %d", text, v, q, want)
			}
		}
	}
}

// TestPrimitivesAreInlined keeps the fast paths without calls.
func TestPrimitivesAreInlined(t *testing.T) {
	out, err := exec.Command("go", "build", "-gcflags=-m", ".").CombinedOutput()
	if err != nil {
		t.Fatal(err, string(out))
	}
	for _, name := range []string{"Open", "Doc.Has8", "Doc.Has16", "Doc.Has24", "Doc.Has", "Doc.Byte", "Doc.Text",
		"Doc.Digits", "Doc.Whole", "Doc.Null", "Doc.Bool", "(*Step).Match"} {
		if !strings.Contains(string(out), "can inline "+name+"\n") {
			t.Errorf("%s is not inlined any more", name)
		}
	}
}
