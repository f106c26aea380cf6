package value

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"
)

// everything has a field of each kind that a Codec knows.
type everything struct {
	null   uint64
	b      bool
	i8     int8
	i16    int16
	i32    int32
	i64    int64
	f32    float32
	f64    float64
	d      Int128
	t      Timestamp
	s, s2  string
	second uint64
}

func (v *everything) code(c *Codec) {
	c.Nulls(&v.null, 64)
	c.Bool(&v.b)
	c.Int8(&v.i8)
	c.Int16(&v.i16)
	c.Int32(&v.i32)
	c.Int64(&v.i64)
	c.Float32(&v.f32)
	c.Float64(&v.f64)
	c.Int128(&v.d)
	c.Timestamp(&v.t)
	c.Text(&v.s)
	c.Text(&v.s2)
	c.Nulls(&v.second, 3)
}

func (v *everything) bytes() []byte {
	c := NewEncoder(nil)
	v.code(c)
	return c.Bytes()
}

var everythings = []everything{
	{},
	{math.MaxUint64, true, math.MinInt8, math.MinInt16, math.MinInt32, math.MinInt64, -math.MaxFloat32,
		-math.MaxFloat64, MinInt128, Timestamp{math.MinInt64, 999_999}, "x", string(make([]byte, 300)), 7},
	{1, true, 1, 2, 3, 4, 1.5, math.Inf(1), FromInt64(-5), Timestamp{-1, 1}, "西安市", "\xff", 4},
}

func TestCodecRoundTrip(t *testing.T) {
	for _, v := range everythings {
		c := NewDecoder(append(v.bytes(), "behind"...))
		got := everything{s: "was here", b: true, i64: 5, d: MaxInt128}
		if got.code(c); got != v || c.Err() != nil || string(c.Bytes()) != "behind" {
			t.Errorf("%+v came back as %+v, %v, %q behind it", v, got, c.Err(), c.Bytes())
		}
	}
}

// TestCodecForm is the form itself: it must never change under the same version.
func TestCodecForm(t *testing.T) {
	v := everything{null: 0x0807060504030201, b: true, i8: -1, i16: 0x0201, i32: 0x04030201,
		i64: 0x0807060504030201, f32: 1.5, f64: -2, d: Int128{Hi: 1, Lo: 2}, t: Timestamp{3, 4}, s: "ab", second: 5}
	want := "\x01\x02\x03\x04\x05\x06\x07\x08" + "\x01" + "\xff" + "\x01\x02" + "\x01\x02\x03\x04" +
		"\x01\x02\x03\x04\x05\x06\x07\x08" + "\x00\x00\xc0\x3f" + "\x00\x00\x00\x00\x00\x00\x00\xc0" +
		"\x02\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00" +
		"\x03\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00" + "\x02ab" + "\x00" + "\x05\x00\x00\x00\x00\x00\x00\x00"
	if got := string(v.bytes()); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestCodecCut: bytes that end early are an error wherever they end, and nothing of it is read.
func TestCodecCut(t *testing.T) {
	for _, v := range everythings {
		whole := v.bytes()
		for n := range whole {
			c := NewDecoder(whole[:n])
			var got everything
			if got.code(c); !errors.Is(c.Err(), ErrDamaged) || c.More() {
				t.Errorf("%d of %d bytes: error %v", n, len(whole), c.Err())
			}
		}
	}
}

func TestCodecRefuses(t *testing.T) {
	millis := strings.Repeat("\x00", 8)
	timestamp := func(c *Codec) { c.Timestamp(new(Timestamp)) }
	text := func(c *Codec) { c.Text(new(string)) }
	tests := map[string]struct {
		bytes string
		read  func(*Codec)
	}{
		"a BOOLEAN of 2":         {"\x02", func(c *Codec) { c.Bool(new(bool)) }},
		"a null bit too many":    {"\x04" + millis[1:], func(c *Codec) { c.Nulls(new(uint64), 2) }},
		"a millisecond of nanos": {millis + "\x40\x42\x0f\x00", timestamp},
		"nanos below 0":          {millis + "\xff\xff\xff\xff", timestamp},
		"a text beyond the end":  {"\x03ab", text},
		"a text of 2^63 bytes":   {strings.Repeat("\x80", 9) + "\x01ab", text},
		"a length of 11 bytes":   {strings.Repeat("\x80", 10) + "\x01", text},
	}
	for name, tt := range tests {
		c := NewDecoder([]byte(tt.bytes))
		if tt.read(c); !errors.Is(c.Err(), ErrDamaged) {
			t.Errorf("%s: error %v", name, c.Err())
		}
	}
}

// FuzzCodec reads anything: what is no error is written as it was read, but for the lengths of
// texts, which can be written longer than they need be.
func FuzzCodec(f *testing.F) {
	for _, v := range everythings {
		f.Add(v.bytes())
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		c := NewDecoder(b)
		var v, again everything
		if v.code(c); c.Err() != nil {
			return
		}
		read := len(b) - len(c.Bytes())
		written := v.bytes()
		if len(written) > read {
			t.Errorf("%x was read, %x is longer", b[:read], written)
		}
		again.code(NewDecoder(written))
		if !bytes.Equal(again.bytes(), written) {
			t.Errorf("%x was read as %x, and that as %x", b[:read], written, again.bytes())
		}
	})
}
