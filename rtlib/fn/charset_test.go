package fn

import "testing"

func TestCharsets(t *testing.T) {
	for _, tt := range []struct{ charset, text, bytes, back string }{
		{"utf-8", "aé€😀", "aé€😀", ""},
		{"US-ASCII", "aé€", "a??", "a??"},
		{"iso-8859-1", "aé€", "a\xe9?", "aé?"},
		{"UTF-16BE", "aé😀", "\x00a\x00\xe9\xd8\x3d\xde\x00", ""},
		{"UTF-16LE", "a😀", "a\x00\x3d\xd8\x00\xde", ""},
		{"UTF-16", "a", "\xfe\xff\x00a", ""},
		{"UTF-16", "", "", ""},
	} {
		c, err := PrepareCharset(tt.charset)
		if err != nil {
			t.Fatal(err)
		}
		if got := Encode(&Arena{}, tt.text, c); got != tt.bytes {
			t.Errorf("%s: %q is %q, want %q", tt.charset, tt.text, got, tt.bytes)
		}
		want := tt.back
		if want == "" {
			want = tt.text
		}
		if got := Decode(&Arena{}, tt.bytes, c); got != want {
			t.Errorf("%s: %q is read as %q, want %q", tt.charset, tt.bytes, got, want)
		}
	}
	if _, err := PrepareCharset("nonsense"); err == nil {
		t.Error("nonsense is a character set")
	}
}

func TestDecodeWhatIsNone(t *testing.T) {
	for _, tt := range [][3]string{
		{"UTF-8", "a\xffb", "a\uFFFDb"},
		{"US-ASCII", "a\xe9", "a\uFFFD"},
		{"UTF-16BE", "\x00a\x00", "a\uFFFD"},
		{"UTF-16BE", "\xd8\x3d\x00a", "\uFFFDa"},
		{"UTF-16LE", "\x00\xde", "\uFFFD"},
		{"UTF-16", "\xff\xfea\x00", "a"},
	} {
		c, err := PrepareCharset(tt[0])
		if got := Decode(&Arena{}, tt[1], c); got != tt[2] || err != nil {
			t.Errorf("%s: %q is read as %q, want %q", tt[0], tt[1], got, tt[2])
		}
	}
}
