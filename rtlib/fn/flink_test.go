package fn

import (
	"fmt"
	"testing"

	"github.com/flinkc/flinkc/rtlib/value"
)

// row is an SQL expression, what our function makes of it, and what Flink 1.20.5 gives.
type row struct{ sql, got, want string }

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		if r.got != r.want {
			t.Errorf("%s = %q, want %q", r.sql, r.got, r.want)
		}
	}
}

// show is a result as text, opt one that may be NULL, try one that may fail.
func show(v any) string { return fmt.Sprint(v) }

func opt[T any](v T, ok bool) string {
	if !ok {
		return "NULL"
	}
	return show(v)
}

func try[T any](v T, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	return show(v)
}

// must is a prepared pattern that is right.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestParts(t *testing.T) {
	check(t, []row{
		{"SUBSTRING('abcdef', -3, 2)", opt(Substring("abcdef", -3, 2)), "de"},
		{"SUBSTRING('abcdef', -10, 2)", opt(Substring("abcdef", -10, 2)), ""},
		{"SUBSTRING('abcdef', 0, 2)", opt(Substring("abcdef", 0, 2)), "ab"},
		{"SUBSTRING('abcdef', 2, -1)", opt(Substring("abcdef", 2, -1)), "NULL"},
		{"SUBSTRING('abcdef', 2, 0)", opt(Substring("abcdef", 2, 0)), ""},
		{"SUBSTRING('abcdef', 7)", SubstringFrom("abcdef", 7), ""},
		{"SUBSTRING('a', MIN)", SubstringFrom("a", -1<<31), ""},
		{"SUBSTRING('a😀bc', 2, 2)", opt(Substring("a😀bc", 2, 2)), "😀b"},
		{"CHAR_LENGTH('a😀é')", show(CharLength("a😀é")), "3"},
		{"LEFT('abc', 5)", Left("abc", 5), "abc"}, {"LEFT('😀bc', 1)", Left("😀bc", 1), "😀"},
		{"LEFT('abc', -1)", Left("abc", -1), ""}, {"RIGHT('abc', 2)", Right("abc", 2), "bc"},
		{"RIGHT('abc', 9)", Right("abc", 9), "abc"}, {"RIGHT('ab😀', 1)", Right("ab😀", 1), "😀"},
		{"TRIM(BOTH 'ab' FROM 'abacba')", TrimBoth("abacba", "ab"), "c"},
		{"TRIM(BOTH '' FROM ' x ')", TrimBoth(" x ", ""), " x "}, {"LTRIM('  a ')", TrimLeftBlanks("  a "), "a "},
		{"LTRIM('xxyabc', 'yx')", TrimLeft("xxyabc", "yx"), "abc"},
		{"RTRIM(' a\\t')", TrimRightBlanks(" a\t"), " a\t"}, {"TRIM('\\ta ')", TrimBlanks("\ta "), "\ta"},
		{"POSITION('' IN 'abc')", show(Position("", "abc")), "1"},
		{"POSITION('c' IN '😀bc')", show(Position("c", "😀bc")), "3"}, {"INSTR('', 'c')", show(Instr("", "c")), "0"},
		{"LOCATE('a', 'banana', 3)", show(Locate("a", "banana", 3)), "4"},
		{"LOCATE('a', 'banana', -3)", show(Locate("a", "banana", -3)), "2"},
		{"LOCATE('', 'banana', 3)", show(Locate("", "banana", 3)), "1"},
		{"LOCATE('a', 'banana', 9)", show(Locate("a", "banana", 9)), "0"},
		{"LOCATE('c', '😀bc', 2)", show(Locate("c", "😀bc", 2)), "3"},
		{"ASCII('')", show(ASCII("")), "0"}, {"ASCII('é')", show(ASCII("é")), "-61"},
		{"CHR(-1)", Chr(-1), ""}, {"CHR(233)", Chr(233), "é"}, {"CHR(321)", Chr(321), "A"},
		{"CHR(128)", Chr(128), "\u0080"},
		{"SPLIT_INDEX('a,b,,c', ',', 2)", opt(SplitIndex(new(Parts), "a,b,,c", ",", 2)), ""},
		{"SPLIT_INDEX('a,b,,c', ',', 3)", opt(SplitIndex(new(Parts), "a,b,,c", ",", 3)), "c"},
		{"SPLIT_INDEX('a,b,,c', ',', 4)", opt(SplitIndex(new(Parts), "a,b,,c", ",", 4)), "NULL"},
		{"SPLIT_INDEX('a,b', ',', -1)", opt(SplitIndex(new(Parts), "a,b", ",", -1)), "NULL"},
		{"SPLIT_INDEX('', ',', 0)", opt(SplitIndex(new(Parts), "", ",", 0)), "NULL"},
		{"SPLIT_INDEX('abc', '', 0)", opt(SplitIndex(new(Parts), "abc", "", 0)), "abc"},
		{"SPLIT_INDEX('a  b', '', 1)", opt(SplitIndex(new(Parts), "a  b", "", 1)), ""},
		{"SPLIT_INDEX('a,b', 44, 1)", opt(SplitIndexCode("a,b", 44, 1)), "b"},
		{"SPLIT_INDEX('a,b', 300, 0)", opt(SplitIndexCode("a,b", 300, 0)), "NULL"},
		{"HASH_CODE('abc')", show(HashCode("abc")), "96354"},
		{"HASH_CODE('polygenelubricants')", show(HashCode("polygenelubricants")), "-2147483648"},
		{"ELT(2, 'a', NULL)", opt(Elt(Maybe[int64]{V: 2}, Maybe[string]{V: "a"}, Maybe[string]{Null: true})), "NULL"},
	})
}

func TestBuiltStrings(t *testing.T) {
	a := &Arena{}
	some := func(s string) Maybe[string] { return Maybe[string]{V: s} }
	check(t, []row{
		{"UPPER('straße éa')", Upper(a, "straße éa"), "STRASSE ÉA"},
		{"UPPER('ŉ ﬁ ǆ ß')", Upper(a, "ŉ ﬁ ǆ ß"), "ʼN FI Ǆ SS"},
		{"LOWER('ÀİΣ ΑΣ')", Lower(a, "ÀİΣ ΑΣ"), "ài̇ς ας"},
		{"LOWER('ΑΣ. Σ ΣΑ aΣ')", Lower(a, "ΑΣ. Σ ΣΑ aΣ"), "ας. σ σα aς"},
		{"INITCAP", InitCap(a, "hello wORLD-foo_bar 1a éa"), "Hello World-Foo_Bar 1a éA"},
		{"LPAD('hi', 5, 'xy')", opt(LPad(a, "hi", 5, "xy")), "xyxhi"},
		{"LPAD('hi', 1, '??')", opt(LPad(a, "hi", 1, "??")), "h"},
		{"LPAD('hi', 5, '')", opt(LPad(a, "hi", 5, "")), "NULL"},
		{"LPAD('😀', 3, 'ab')", opt(LPad(a, "😀", 3, "ab")), "a😀"},
		{"LPAD('ab', 3, '😀')", opt(LPad(a, "ab", 3, "😀")), "?ab"},
		{"RPAD('ab', 4, '😀')", opt(RPad(a, "ab", 4, "😀")), "ab😀"},
		{"LPAD('hi', -1, 'a')", opt(LPad(a, "hi", -1, "a")), "NULL"},
		{"RPAD('hi', 0, 'x')", opt(RPad(a, "hi", 0, "x")), ""},
		{"RPAD('hi', 5, 'xyz')", opt(RPad(a, "hi", 5, "xyz")), "hixyz"},
		{"RPAD('😀', 1, 'ab')", opt(RPad(a, "😀", 1, "ab")), "?"},
		{"LPAD('', 3, 'ab')", opt(LPad(a, "", 3, "ab")), "aba"}, {"REPEAT('ab', 3)", try(Repeat(a, "ab", 3)), "ababab"},
		{"REPEAT('ab', -1)", try(Repeat(a, "ab", -1)), ""},
		{"REPEAT('ab', MAX)", try(Repeat(a, "ab", 1<<31-1)),
			"error: REPEAT: the result would have 4294967294 bytes, more than 1073741824"},
		{"REVERSE('a😀b')", Reverse(a, "a😀b"), "b😀a"}, {"REPLACE('aaa', 'aa', 'b')", Replace(a, "aaa", "aa", "b"), "ba"},
		{"REPLACE('abc', '', 'x')", Replace(a, "abc", "", "x"), "xaxbxcx"},
		{"REPLACE('abc', 'b', '')", Replace(a, "abc", "b", ""), "ac"},
		{"OVERLAY FROM 3", OverlayAll(a, "abcdef", "XY", 3), "abXYef"},
		{"OVERLAY FROM 3 FOR 0", Overlay(a, "abcdef", "XY", 3, 0), "abXY"},
		{"OVERLAY FROM 3 FOR 10", Overlay(a, "abcdef", "XY", 3, 10), "abXY"},
		{"OVERLAY FROM 7", OverlayAll(a, "abcdef", "XY", 7), "abcdef"},
		{"OVERLAY FROM 6", OverlayAll(a, "abcdef", "XY", 6), "abcdeXY"},
		{"OVERLAY FROM 0", OverlayAll(a, "abcdef", "XY", 0), "abcdef"},
		{"OVERLAY FOR -5", Overlay(a, "abcdef", "XY", 3, -5), "abXY"},
		{"OVERLAY 😀", Overlay(a, "a😀bcdef", "XY", 3, 2), "a?XYcdef"},
		{"CONCAT", Concat(a, "a", "", "bc"), "abc"}, {"||", Concat2(a, "a", "b"), "ab"},
		{"CONCAT_WS", opt(ConcatWS(a, some(","), some("a"), Maybe[string]{Null: true}, some(""))), "a,"},
		{"CONCAT_WS(NULL)", opt(ConcatWS(a, Maybe[string]{Null: true}, some("a"))), "NULL"},
		{"TRANSLATE('abc', 'ab', 'x')", translate(a, "abc", "ab", "x"), "xc"},
		{"HEX(255)", HexInteger(a, 255), "FF"}, {"HEX(0)", HexInteger(a, 0), "0"},
		{"HEX(-1)", HexInteger(a, -1), "FFFFFFFFFFFFFFFF"},
		{"HEX('é')", HexText(a, "é"), "C3A9"}, {"BIN(5)", Bin(a, 5), "101"}, {"BIN(0)", Bin(a, 0), "0"},
		{"UNHEX('466C696E6B')", opt(Unhex(a, "466C696E6B")), "Flink"}, {"UNHEX('F')", opt(Unhex(a, "F")), "\x0f"},
		{"UNHEX('141')", opt(Unhex(a, "141")), "\x01A"}, {"UNHEX('zz')", opt(Unhex(a, "zz")), "NULL"},
		{"MD5('')", MD5(a, ""), "d41d8cd98f00b204e9800998ecf8427e"},
		{"MD5('é')", MD5(a, "é"), "66ddcd97cfdeabb2f6fb8a999b4bc76f"},
		{"SHA1('abc')", SHA1(a, "abc"), "a9993e364706816aba3e25717850c26c9cd0d89d"},
		{"SHA2('abc', 224)", try(SHA2(a, "abc", 224)), "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"},
		{"TO_BASE64('héllo')", ToBase64(a, "héllo"), "aMOpbGxv"},
		{"FROM_BASE64", try(FromBase64(a, "aMOpbGxv")), "héllo"},
		{"URL_ENCODE", URLEncode(a, "a b&é~*-_."), "a+b%26%C3%A9%7E*-_."},
		{"URL_DECODE", opt(URLDecode(a, "a+b%26%C3%A9")), "a b&é"},
		{"URL_DECODE('%zz')", opt(URLDecode(a, "%zz")), "NULL"}, {"URL_DECODE('%2')", opt(URLDecode(a, "%2")), "NULL"},
	})
	for _, bad := range []string{"aMOpbGxv==", "a", "!!", "aMOp bGxv", "YW\nJj"} {
		if s, err := FromBase64(a, bad); err == nil {
			t.Errorf("FROM_BASE64(%q) = %q", bad, s)
		}
	}
}

func TestPatterns(t *testing.T) {
	like := func(s, p string) string { return show(Like(s, must(PrepareLike(p)))) }
	esc := func(s, p, e string) string {
		l, err := PrepareLikeEscape(p, e)
		if err != nil {
			return "error"
		}
		return show(Like(s, l))
	}
	similar := func(s, p string) string { return show(Similar(s, must(PrepareSimilar(p)))) }
	re := func(p string) *Regexp { return must(PrepareRegexp(p)) }
	a := &Arena{}
	check(t, []row{
		{`'a_c' LIKE 'a\_c'`, like("a_c", `a\_c`), "false"}, {`'a\c' LIKE 'a\c'`, like(`a\c`, `a\c`), "true"},
		{"ESCAPE _", esc("abc", "a!_c", "!"), "false"}, {"ESCAPE _", esc("a_c", "a!_c", "!"), "true"},
		{"ESCAPE b", esc("abc", "a!bc", "!"), "error"}, {"ESCAPE %", esc("a%", "a%%", "%"), "true"},
		{"ESCAPE end", esc("a", "a!", "!"), "error"}, {"_", like("😀", "_"), "true"}, {"__", like("😀", "__"), "false"},
		{"line end _", like("a\nb", "a_b"), "false"}, {"line end %", like("a\nb", "a%b"), "true"},
		{"''", like("", ""), "true"}, {"%", like("", "%"), "true"}, {".", like("abc", "a.c"), "false"},
		{"a%b%c", like("aXbYbc", "a%b%c"), "true"}, {"%b%", like("abc", "%b%"), "true"},
		{"%c", like("abc", "%c"), "true"},
		{"404", similar("404", "4[0-9][0-9]"), "true"}, {"a%", similar("abc", "a%"), "true"},
		{"a(b|x)_", similar("abc", "a(b|x)_"), "true"}, {"a.c", similar("abc", "a.c"), "true"},
		{"a{2}b", similar("aab", "a{2}b"), "true"}, {"[[:ALPHA:]]*", similar("abc", "[[:ALPHA:]]*"), "true"},
		{"[^0-9]+", similar("abc", "[^0-9]+"), "true"}, {"a^c", similar("a^c", "a^c"), "false"},
		{"a$", similar("a$", "a$"), "true"}, {`a\\c`, similar(`a\c`, `a\\c`), "false"},
		{"REGEXP b", show(RegexpFind("abc", re("b"))), "true"}, {"REGEXP ''", show(RegexpFind("abc", re(""))), "false"},
		{"REGEXP (", show(RegexpFind("abc", re("("))), "false"},
		{"EXTRACT 2", opt(RegexpGroup("foobar", re("o(b)(a)"), 2)), "a"},
		{"EXTRACT 3", opt(RegexpGroup("foobar", re("o(b)"), 3)), "NULL"},
		{"EXTRACT -1", opt(RegexpGroup("foobar", re("o(b)"), -1)), "NULL"},
		{"EXTRACT z", opt(RegexpExtract("foobar", re("z"))), "NULL"},
		{"EXTRACT (z)?o", opt(RegexpGroup("foobar", re("(z)?o"), 1)), "NULL"},
		{"EXTRACT o(b", opt(RegexpExtract("foobar", re("o(b"))), "NULL"},
		{"REPLACE $0", opt(RegexpReplace(a, "foobar", re("o+"), "$0")), "f$0bar"},
		{"REPLACE x*", opt(RegexpReplace(a, "foobar", re("x*"), "-")), "-f-o-o-b-a-r-"},
		{"REPLACE ''", opt(RegexpReplace(a, "foobar", re(""), "-")), "-f-o-o-b-a-r-"},
		{"REPLACE a*", opt(RegexpReplace(a, "baaac", re("a*"), "-")), "-b--c-"},
		{"REPLACE (", opt(RegexpReplace(a, "foobar", re("("), "-")), "NULL"},
		{`\u0041\x42\t\s`, show(RegexpFind("AB\t\v", re(`\u0041\x42\t\s`))), "true"},
		{`\p{Alpha}`, show(RegexpFind("a", re(`^\p{Alpha}[\p{Digit}]?`))), "true"},
		{`[^\/]+`, opt(RegexpExtract("a/b", re(`[^\/]+`))), "a"},
		{". is no line end", show(RegexpFind("\r", re("."))), "false"},
		{"(?s).", show(RegexpFind("\r", re("(?s)."))), "true"},
		{"\\Qa.b\\E", show(RegexpFind("axb", re(`\Qa.b\E`))), "false"},
		{"IS_ALPHA", show(IsAlpha("abcé", false)), "true"},
		{"IS_ALPHA ''", show(IsAlpha("", false)), "false"},
		{"IS_DIGIT", show(IsDigit("١٢", false)), "true"},
	})
	for _, p := range []string{"(?=a)", "(?<!a)", "(?>a)", `(a)\1`, "a++", "[a&&b]", "[a[b]]", "(?x)a", "a{2000}"} {
		if _, err := PrepareRegexp(p); err == nil {
			t.Errorf("%s should be an error", p)
		}
	}
	for s, want := range map[string]bool{
		"1.5e3": true, "1.5f": true, "+5": true, " 5": true, "0x10": false, "NaN": true, "": false,
		"abc": false, "0x1p3": true, "1d": true, "1e": false, ".5": true, "5.": true, ".": false,
		"-Infinity": true, "inf": false, "1_0": false,
	} {
		if IsDecimal(s, false) != want {
			t.Errorf("IS_DECIMAL(%q) is not %v", s, want)
		}
	}
}

func TestURLs(t *testing.T) {
	const full = "http://user:pw@facebook.com:80/path/p1.php?query=1&k=2#Ref1"
	for _, c := range [][3]string{
		{full, "HOST", "facebook.com"}, {full, "PATH", "/path/p1.php"},
		{full, "QUERY", "query=1&k=2"}, {full, "REF", "Ref1"},
		{full, "PROTOCOL", "http"}, {full, "FILE", "/path/p1.php?query=1&k=2"},
		{full, "AUTHORITY", "user:pw@facebook.com:80"},
		{full, "USERINFO", "user:pw"}, {full, "host", "NULL"}, {"http://facebook.com?query=1&k=2", "PATH", ""},
		{"http://facebook.com", "FILE", ""}, {"http://facebook.com", "REF", "NULL"}, {"nothing", "HOST", "NULL"},
		{"foo://x/y", "HOST", "NULL"}, {"HTTP://Facebook.COM/a", "PROTOCOL", "http"},
		{"HTTP://Facebook.COM/a", "HOST", "Facebook.COM"},
		{"http:///a", "HOST", ""}, {"mailto:a@b", "PATH", "a@b"}, {"http://h:abc/", "HOST", "NULL"},
		{"http://[::1]:80/x", "HOST", "[::1]"},
		{"file:/etc/x", "PATH", "/etc/x"}, {"file:/etc/x", "HOST", ""},
		{"http://a b/c d", "HOST", "a b"}, {"", "HOST", "NULL"},
	} {
		if got := opt(ParseURL(&Arena{}, c[0], c[1])); got != c[2] {
			t.Errorf("PARSE_URL(%q, %s) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
	if got := opt(ParseURLKey("http://h?query=1&k=2", "QUERY", "k")); got != "2" {
		t.Errorf("key k is %s", got)
	}
	if got := opt(ParseURLKey("http://h?query=1&k=2", "HOST", "k")); got != "NULL" {
		t.Errorf("key of HOST is %s", got)
	}
}

func TestNumbers(t *testing.T) {
	dec := func(n int64) value.Int128 { return value.FromInt64(n) }
	n := func(v value.Int128, ok bool) string { return opt(v.Int64(), ok) }
	check(t, []row{
		{"ABS(MIN)", show(Abs(int8(-128))), "-128"},
		{"SIGN(-2.50)", show(SignDecimal(dec(-250), 2, 3, 2).Int64()), "-100"},
		{"MOD(-7, 3)", try(Mod(int32(-7), int32(3))), "-1"}, {"MOD(MIN, -1)", try(Mod(int64(-1<<63), int32(-1))), "0"},
		{"MOD(1, 0)", try(Mod(int32(1), int32(0))), "error: / by zero"},
		{"ROUND(2.5)", n(RoundDecimalWhole(dec(25), 1, 2, 0)), "3"},
		{"ROUND(-2.5)", n(RoundDecimalWhole(dec(-25), 1, 2, 0)), "-3"},
		{"ROUND(125, -1)", show(RoundInteger(int32(125), -1)), "130"},
		{"ROUND(127, -1)", show(RoundInteger(int8(127), -1)), "-126"},
		{"ROUND(MAX, -1)", show(RoundInteger(int32(2147483647), -1)), "-2147483646"},
		{"ROUND(125, -5)", show(RoundInteger(int32(125), -5)), "0"},
		{"ROUND(9e18, -19)", show(RoundInteger(int64(9e18), -19)), "-8446744073709551616"},
		{"ROUND(1.005E0, 2)", show(Round(1.005, 2)), "1.01"}, {"ROUND(-1.005E0, 2)", show(Round(-1.005, 2)), "-1.01"},
		{"ROUND(0.285E0, 2)", show(Round(0.285, 2)), "0.29"}, {"ROUND(2.5E0)", show(RoundWhole(2.5)), "3"},
		{"ROUND(1.45f, 1)", show(Round(float32(1.45), 1)), "1.5"},
		{"ROUND(99.995, 2)", n(RoundDecimal(dec(99995), 2, 3, 5, 2)), "10000"},
		{"ROUND(123.456, -2)", n(RoundDecimal(dec(123456), -2, 3, 4, 0)), "100"},
		{"ROUND(1e300, -299)", show(Round(1e300, -299)), "1e+300"},
		{"ROUND(9.9E0, 0)", show(Round(9.9, 0)), "10"},
		{"ROUND(0.5E0, 0)", show(Round(0.5, 0)), "1"},
		{"ROUND(0.05E0, 0)", show(Round(0.05, 0)), "0"},
		{"TRUNCATE(-2.59, 1)", n(TruncateDecimal(dec(-259), 1, 2, 3, 1)), "-25"},
		{"TRUNCATE(129, -1)", show(TruncateInteger(int32(129), -1)), "120"},
		{"TRUNCATE(1.999E0, 2)", show(Truncate(1.999, 2)), "1.99"},
		{"TRUNCATE(1.999f, 2)", show(Truncate(float32(1.999), 2)), "1.99"},
		{"FLOOR(-2.5)", n(FloorDecimal(dec(-25), 1, 2, 0)), "-3"},
		{"CEIL(-2.5)", n(CeilDecimal(dec(-25), 1, 2, 0)), "-2"},
		{"CEIL(99.9)", n(CeilDecimal(dec(999), 1, 3, 0)), "100"},
		{"MOD(7.5, 2)", try(ModDecimal(dec(75), dec(2), 1, 0)), "{0 15}"},
		{"LOG10(1000)", show(Log10(1000)), "3"}, {"LOG2(8)", show(Log2(8)), "3"},
		{"LOG(10)", show(Ln(10)), "2.302585092994046"},
		{"GREATEST(NaN, 1)", show(Greatest(Sqrt(-1), 1)), "NaN"}, {"LEAST(NaN, 1)", show(Least(Sqrt(-1), 1)), "1"},
		{"GREATEST('a','B','ab')", Greatest("a", "B", "ab"), "ab"},
		{"RAND(42)", show(RandSeed(&Context{}, 42)), "0.7275636800328681"},
		{"RAND_INTEGER(42, 10)", try(RandIntegerSeed(&Context{}, 42, 10)), "0"},
		{"RAND_INTEGER(10, 10)", try(RandIntegerSeed(&Context{}, 10, 10)), "3"},
		{"RAND_INTEGER(0)", try(RandInteger(nil, 0)), "error: RAND_INTEGER: the bound must be positive, not 0"},
	})
}
