package fn

import (
	"strings"
	"testing"
	"unsafe"
)

func TestArenaKeepsStringsApartUntilReset(t *testing.T) {
	a := &Arena{}
	var got, want []string
	for i := range 5000 {
		s := strings.Repeat(string(rune('a'+i%26)), i%97)
		got, want = append(got, a.Copy(s)), append(want, s)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("string %d became %q", i, got[i])
		}
	}
	first := unsafe.StringData(got[1])
	a.Reset()
	if again := a.Copy("x"); unsafe.StringData(again) != first {
		t.Error("Reset does not reuse the first chunk")
	}
}

func TestArenaTail(t *testing.T) {
	a := &Arena{}
	for _, n := range []int{0, 1, 1000, chunkSize/4 + 1, 100_000} {
		s := strings.Repeat("x", n)
		b := append(a.tail(1), s...) // more than asked for: the heap takes over
		x, y := a.take(b), a.Copy("yy")
		if x != s || y != "yy" {
			t.Errorf("%d bytes: %d bytes and %q", n, len(x), y)
		}
	}
}

func TestKeepArenaNeverReuses(t *testing.T) {
	a := &KeepArena{}
	x, y := a.Copy("one"), a.Copy("two")
	big := a.Copy(strings.Repeat("z", chunkSize))
	if x != "one" || y != "two" || len(big) != chunkSize || a.Copy("") != "" {
		t.Error(x, y, len(big))
	}
}

// TestKeepArenaLengths copies texts of all short lengths, long ones between them: each stays what it
// was, also behind the end of a chunk.
func TestKeepArenaLengths(t *testing.T) {
	a := &KeepArena{}
	var got, want []string
	for i := range 20_000 {
		s := strings.Repeat(string(rune('a'+i%26)), i%40)
		if i%1000 == 0 {
			s = strings.Repeat("z", chunkSize/4+i%2)
		}
		got, want = append(got, a.Copy(s)), append(want, s)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("text %d, %q, became %q", i, want[i], got[i])
		}
	}
}

func TestHotFunctionsDoNotAllocate(t *testing.T) {
	a, like := &Arena{}, must(PrepareLike("%a_b%"))
	f, now := must(PrepareFormat("yyyy-MM-dd HH:mm:ss.SSS")), at("2021-01-03 13:34:56.789")
	n := testing.AllocsPerRun(100, func() {
		a.Reset()
		s, _ := SplitIndex(new(Parts), "a,b,some text", ",", 2)
		s, _ = Substring(s, 2, 5)
		s = Concat(a, Upper(a, s), "x", Lower(a, "ABC"), FormatTimestamp(a, now, f), MD5(a, s))
		if Like(s, like) || ExtractTimestamp(now, Year) != 2021 || Round(1.005, 2) != 1.01 ||
			Greatest[int32](1, 2, 3) != 3 {
			panic(s)
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}
