package scalar

import (
	"bytes"
	"encoding/base64"
	"testing"
)

func TestTimeOfDay(t *testing.T) {
	const none = -1
	for text, want := range map[string]struct{ iso, sql int32 }{
		"00:00:00":           {0, 0},
		"01:02:03":           {3723000, 3723000},
		"23:59:59.999999999": {86399000, 86399000},
		"12:30":              {45000000, none},
		"12:30:00.":          {45000000, 45000000},
		"24:00:00":           {none, 0},
		"24:00:00.1":         {none, none},
		"24:00:01":           {none, none},
		"12:60:00":           {none, none},
		"1:02:03":            {none, none},
		"01:02:03 ":          {none, none},
		"":                   {none, none},
	} {
		if got, ok := TimeISO(text); ok != (want.iso != none) || ok && got != want.iso {
			t.Errorf("ISO %q: %d, %v", text, got, ok)
		}
		if got, ok := TimeSQL(text); ok != (want.sql != none) || ok && got != want.sql {
			t.Errorf("SQL %q: %d, %v", text, got, ok)
		}
	}
}

// What Flink says of them stands in the golden cases 742 and 743.
func TestBase64(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " ": "", "aGVsbG8=": "hello", "aGVs bG8=": "hello", "aGVs\n\tbG8=": "hello",
		"YQ==YWI=YWJj": "aababc", "/+8=": "\xff\xef",
	} {
		if got, ok := AppendBase64Decoded(nil, text); !ok || string(got) != want {
			t.Errorf("%q: %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"Y", "YQ", "YWJ", "YQ=", "Y===", "====", "=", "YQ=a", "_-8=", "!!!!", "aG Vs",
		"YQ==Y"} {
		if got, ok := AppendBase64Decoded(nil, text); ok {
			t.Errorf("%q: %q, want none", text, got)
		}
	}
}

// FuzzBase64 compares with the standard library wherever that reads the text strictly.
func FuzzBase64(f *testing.F) {
	f.Add([]byte("hello"))
	f.Fuzz(func(t *testing.T, b []byte) {
		text := base64.StdEncoding.EncodeToString(b)
		if got, ok := AppendBase64Decoded(nil, text); !ok || string(got) != string(b) {
			t.Errorf("%q: %q, %v", text, got, ok)
		}
		if bytes.ContainsAny(b, "\r\n") {
			return // Go skips line ends anywhere, Jackson between groups
		}
		strict, err := base64.StdEncoding.Strict().DecodeString(string(b))
		if got, ok := AppendBase64Decoded(nil, string(b)); err == nil && (!ok || string(got) != string(strict)) {
			t.Errorf("%q: %q, %v", b, got, ok)
		}
	})
}
