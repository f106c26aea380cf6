package mysql

import (
	"strings"
	"testing"
)

// TestAppendStringEverywhere puts what needs care, and neighbours of it, at every place of texts of
// every length: the words in which a text is looked at must not miss any.
func TestAppendStringEverywhere(t *testing.T) {
	for _, special := range []string{"'", "\\", "&", "(", "[", "]", "\x80", "\xff", "é", "北", "\x7f"} {
		for n := range 20 {
			for at := range n + 1 {
				s := strings.Repeat("a", at) + special + strings.Repeat("z", n-at)
				if got, want := AppendString(nil, s), appendHardString(nil, s); string(got) != string(want) {
					t.Errorf("%q: got %s, want %s", s, got, want)
				}
			}
		}
	}
	if got := string(AppendString(nil, "")); got != "''" {
		t.Errorf("empty text: got %s", got)
	}
}

func BenchmarkAppendString(b *testing.B) {
	for name, s := range map[string]string{"ascii": "province_12345", "names": "内蒙古自治区"} {
		b.Run(name, func(b *testing.B) {
			var dst []byte
			for range b.N {
				dst = AppendString(dst[:0], s)
			}
		})
	}
}
