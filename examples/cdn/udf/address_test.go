package udf

import (
	"encoding/binary"
	"net/netip"
	"testing"
)

// checkParse compares with netip, which is as strict.
func checkParse(t *testing.T, s string) {
	t.Helper()
	want, wantOK := uint32(0), false
	if a, err := netip.ParseAddr(s); err == nil && a.Is4() {
		quad := a.As4()
		want, wantOK = binary.BigEndian.Uint32(quad[:]), true
	}
	got, ok := parse(s)
	if ok != wantOK || ok && got != want {
		t.Errorf("%q: got %x, %t, want %x, %t", s, got, ok, want, wantOK)
	}
}

// TestParseOneNumber puts every text of up to three characters in the place of each number.
func TestParseOneNumber(t *testing.T) {
	const alphabet = "0123456789./: "
	texts := []string{""}
	for start := 0; len(texts[start]) < 3; start++ {
		for _, c := range alphabet {
			texts = append(texts, texts[start]+string(c))
		}
	}
	for _, x := range texts {
		checkParse(t, x+".0.10.255")
		checkParse(t, "192."+x+".100.1")
		checkParse(t, "9.99."+x+".254")
		checkParse(t, "1.2.3."+x)
	}
}

// TestParseShapes takes every combination of lengths, with neighbours of the limits.
func TestParseShapes(t *testing.T) {
	numbers := []string{"0", "9", "10", "99", "100", "199", "255", "256", "00", "099", "260", "300"}
	for _, a := range numbers {
		for _, b := range numbers {
			for _, c := range numbers {
				for _, d := range numbers {
					checkParse(t, a+"."+b+"."+c+"."+d)
				}
			}
		}
	}
}

func TestShapesSharedByNone(t *testing.T) {
	used := 0
	for _, s := range shapes {
		if s.mask != 0 {
			used++
		}
	}
	if used != 81 {
		t.Errorf("%d of 81 shapes have a slot: the factor makes two share one", used)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1.1.1.1", "255.255.255.255", "01.2.3.4", "1.2.3.4 ", "::1.2.3.4"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkParse(t, s) })
}
