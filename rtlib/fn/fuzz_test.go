package fn

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/value"
)

// likeRegexp is the definition of LIKE that the matcher is compared with.
func likeRegexp(pattern string) *regexp.Regexp {
	var b strings.Builder
	b.WriteString(`\A`)
	for _, r := range pattern {
		switch r {
		case '%':
			b.WriteString(`(?s:.*)`)
		case '_':
			b.WriteString(`[^\n\r\x{85}\x{2028}\x{2029}]`)
		default:
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return regexp.MustCompile(b.String() + `\z`)
}

func FuzzLike(f *testing.F) {
	for _, s := range [][2]string{
		{"abc", "a%"}, {"aab", "%a_b"}, {"a\nb", "a_b"}, {"é", "_"}, {"", "%%"}, {"abab", "%ab%b"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, s, pattern string) {
		if !utf8.ValidString(s) || !utf8.ValidString(pattern) || strings.ContainsRune(s+pattern, utf8.RuneError) {
			return
		}
		if got, want := Like(s, must(PrepareLike(pattern))), likeRegexp(pattern).MatchString(s); got != want {
			t.Errorf("%q LIKE %q = %v", s, pattern, got)
		}
		sameEscaped(t, s, pattern)
	})
}

// sameEscaped compares a pattern without escapes with and without ESCAPE, and a text with itself as a pattern.
func sameEscaped(t *testing.T, s, pattern string) {
	t.Helper()
	const escape = "!"
	plain, err := PrepareLikeEscape(pattern, escape)
	if !strings.Contains(pattern, escape) {
		if err != nil || Like(s, plain) != Like(s, must(PrepareLike(pattern))) {
			t.Errorf("%q LIKE %q ESCAPE is another than without ESCAPE: %v", s, pattern, err)
		}
	}
	quoted := strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(s)
	if whole := must(PrepareLikeEscape(quoted, escape)); !Like(s, whole) || Like(s+"x", whole) {
		t.Errorf("%q is not LIKE itself, quoted as %q", s, quoted)
	}
}

func FuzzRegexp(f *testing.F) {
	for _, s := range []string{
		`a(b|c)+?`, `[^\/]+`, `\p{Alpha}{2,3}`, `(?i:x)\u0041`, `\Qa\E*`, `\`, `[`, `(?<n>a)`,
		`\x{110000}`, `\c`, `\p`, `\e`, `\0777`, `a{9`,
	} {
		f.Add("some text", s)
	}
	f.Fuzz(func(t *testing.T, s, pattern string) {
		p, err := PrepareRegexp(pattern)
		if err != nil {
			return
		}
		whole, found := RegexpExtract(s, p)
		group, ok := RegexpGroup(s, p, 0)
		if group != whole || ok != found || found != (p.re != nil && p.re.Match(s)) {
			t.Errorf("%q in %q: %q %v, group 0 %q %v", pattern, s, whole, found, group, ok)
		}
		if replaced, ok := RegexpReplace(&Arena{}, s, p, "-"); ok && !found && replaced != s {
			t.Errorf("%q replaced in %q without a match", pattern, s)
		}
		_, _ = PrepareSimilar(pattern)
		_, _ = PrepareSimilarEscape(pattern, "!")
	})
}

func FuzzDateFormats(f *testing.F) {
	for _, p := range []string{
		"yyyy-MM-dd HH:mm:ss.SSS", "dMMMyy'T'hh a", "YYYYww", "ppppH[m", "'", "EEEE G QQQQ",
		"yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss", "HH:mm:ss.SSS dd.MM.yyyy", "yyyy'0'MM", "MM/dd/yyyy",
	} {
		f.Add(p, "2021-01-03 04:05:06", int64(1609672333000))
		f.Add(p, "2021-02-30 24:05:06", int64(-1))
		f.Add(p, "20210103040506", int64(1<<47))
	}
	low, high := int64(value.Days(1, 1, 1))*dayMillis, int64(value.Days(10000, 1, 1))*dayMillis
	f.Fuzz(func(t *testing.T, pattern, s string, millis int64) {
		now := value.Timestamp{Millis: low + (millis%(high-low)+high-low)%(high-low)}
		c := NewContext(time.UTC)
		if p, err := PrepareFormat(pattern); err == nil {
			text, parts := FormatTimestamp(&Arena{}, now, p), FormatTimestamp(&Arena{}, now, byParts(p))
			if text != parts {
				t.Errorf("%v by %q: %q, by its parts %q", now, pattern, text, parts)
			}
		}
		if p, err := PrepareTimestampFormat(pattern); err == nil {
			sameTime(t, p, s, (*Format).parseStrict)
			sameTime(t, p, FormatTimestamp(&Arena{}, now, p), (*Format).parseStrict)
		}
		if p, err := PrepareSimpleRead(pattern); err == nil {
			ToDateFormat(s, p)
			UnixTimestampFormat(c, s, p)
			sameTime(t, p, s, (*Format).parseLenient)
			sameTime(t, p, FormatTimestamp(&Arena{}, now, p), (*Format).parseLenient)
		}
		ToTimestamp(s)
		round := FormatTimestamp(&Arena{}, now, must(PrepareFormat("yyyy-MM-dd HH:mm:ss.SSS")))
		if back, ok := ToTimestamp(round); !ok || back != now {
			t.Errorf("%s is read back as %v %v", round, back, ok)
		}
	})
}

// byParts is a format without its shape of fixed width.
func byParts(f *Format) *Format {
	parts := *f
	parts.fixed = nil
	return &parts
}

// sameTime checks that a text means the same with and without the shape of fixed width.
func sameTime(t *testing.T, f *Format, s string, read func(*Format, string) (value.Timestamp, bool)) {
	got, ok := read(f, s)
	if want, wantOK := read(byParts(f), s); ok != wantOK || ok && got != want {
		t.Errorf("%q by %v: %v %v, by its parts %v %v", s, f.parts, got, ok, want, wantOK)
	}
}
