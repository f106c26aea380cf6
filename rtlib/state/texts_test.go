package state

import (
	"fmt"
	"strings"
	"testing"
)

func TestTexts(t *testing.T) {
	var texts Texts
	refs, want := map[int]TextRef{}, map[int]string{}
	for i := range 20_000 {
		k := i % 700
		s := strings.Repeat(fmt.Sprint(i, " "), i%60)
		if i == 5000 {
			s = strings.Repeat("long", textChunk)
		}
		refs[k], want[k] = texts.Replace(refs[k], s), s
	}
	for k, w := range want {
		if got := texts.Get(refs[k]); got != w {
			t.Fatalf("text %d is %.20q, want %.20q", k, got, w)
		}
	}
	if !texts.Wasteful() {
		t.Error("texts full of holes are not wasteful")
	}
	var to Texts
	for k, w := range want {
		if got := to.Get(texts.Move(refs[k], &to)); got != w {
			t.Fatalf("moved text %d is %.20q, want %.20q", k, got, w)
		}
	}
	if to.Wasteful() {
		t.Error("fresh texts are wasteful")
	}
	texts.Reset()
	if ref := texts.Replace(TextRef{}, "again"); texts.Get(ref) != "again" || texts.Wasteful() {
		t.Error("a reset Texts is not as good as new")
	}
}

// TestTextsReplaceByPart: the new text may be a part of the old one.
func TestTextsReplaceByPart(t *testing.T) {
	var texts Texts
	ref := texts.Replace(TextRef{}, "abcdef")
	old := texts.Get(ref)
	ref = texts.Replace(ref, old[2:4])
	if got := texts.Get(ref); got != "cd" || old != "abcdef" {
		t.Errorf("got %q, and the old text reads %q", got, old)
	}
}

// TestTextsJoin: texts that grow in turns keep what they hold, and all of them together are copied but
// a few times.
func TestTextsJoin(t *testing.T) {
	var texts Texts
	const groups = 50
	var refs [groups]TextRef
	var want [groups]strings.Builder
	for i := range 100_000 {
		k, s := i%groups, strings.Repeat("x", i%7)+fmt.Sprint(i)
		before, was := refs[k], texts.Get(refs[k])
		if i < groups {
			refs[k] = texts.Replace(refs[k], s)
		} else {
			refs[k] = texts.Join(refs[k], ", ", s)
			want[k].WriteString(", ")
		}
		want[k].WriteString(s)
		if texts.Get(before) != was {
			t.Fatalf("text %d as it was before row %d has changed", k, i)
		}
	}
	for k := range refs {
		if got := texts.Get(refs[k]); got != want[k].String() {
			t.Fatalf("text %d is %.40q, want %.40q", k, got, want[k].String())
		}
	}
	stored := 0
	for _, c := range texts.chunks {
		stored += len(c)
	}
	if stored > 8*texts.live {
		t.Errorf("%d bytes stored for texts of %d", stored, texts.live)
	}
	var to Texts
	moved := texts.Move(refs[0], &to)
	if moved = to.Join(moved, "", "end"); to.Get(moved) != want[0].String()+"end" {
		t.Error("a moved text does not grow")
	}
}

// TestTextsCut takes texts apart that grow in between, down to nothing.
func TestTextsCut(t *testing.T) {
	var texts Texts
	ref, want := TextRef{}, ""
	for i := range 3000 {
		before, was := ref, texts.Get(ref)
		if i%3 < 2 && i < 2000 {
			s := fmt.Sprint(i, ";")
			ref, want = texts.Join(ref, "", s), want+s
		} else if n := min(len(want), 1+i%5); n > 0 {
			at := i % (len(want) - n + 1)
			ref, want = texts.Cut(ref, at, n), want[:at]+want[at+n:]
		}
		if texts.Get(ref) != want || texts.Get(before) != was {
			t.Fatalf("%d: %q, want %q; before %q, want %q", i, texts.Get(ref), want, texts.Get(before), was)
		}
	}
	if texts.live != len(texts.Get(ref)) {
		t.Errorf("%d bytes live of a text of %d", texts.live, len(texts.Get(ref)))
	}
}

func TestSet(t *testing.T) {
	var s Set
	if s.Len() != 0 {
		t.Error("an empty set has keys")
	}
	for i, tt := range []struct {
		key string
		new bool
	}{{"", true}, {"a", true}, {"", false}, {"a", false}, {"b", true}} {
		if got := s.Add(Group(Hash(tt.key)), tt.key); got != tt.new {
			t.Errorf("step %d: Add(%q) = %v, want %v", i, tt.key, got, tt.new)
		}
	}
	if s.Len() != 3 {
		t.Errorf("Len() = %d, want 3", s.Len())
	}
}
