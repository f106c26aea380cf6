package stream

import (
	"slices"
	"testing"
)

func TestCut(t *testing.T) {
	text := "xx\na,b\n\nc\n"
	b := Block{Buf: []byte(text)[:len(text)-1], Base: 7, Lines: Lines{Span{3, uint32(len(text))}, 3}}
	if b.Len() != 3 {
		t.Errorf("%d records", b.Len())
	}
	for range 2 { // the second time there is nothing to cut
		b.Cut()
		spans, deltas := []Span{{3, 6}, {7, 7}, {8, 9}}, []uint32{3, 7, 8}
		if !slices.Equal(b.Spans, spans) || !slices.Equal(b.Delta, deltas) || b.Len() != 3 {
			t.Errorf("spans %v, deltas %v, %d records", b.Spans, b.Delta, b.Len())
		}
	}
	b.Lines.N = 1
	if b.Reset(); b.Len() != 0 {
		t.Errorf("%d records in an empty block", b.Len())
	}
}
