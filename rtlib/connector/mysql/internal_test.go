package mysql

import (
	"bytes"
	"database/sql/driver"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/value"
	"github.com/go-sql-driver/mysql"
)

func TestClassify(t *testing.T) {
	server := func(code uint16, state string) error {
		e := &mysql.MySQLError{Number: code}
		copy(e.SQLState[:], state)
		return fmt.Errorf("wrapped: %w", e)
	}
	tests := []struct {
		err  error
		want class
	}{
		{server(1213, "40001"), refusedForNow},
		{server(1205, "HY000"), refusedForNow},
		{server(1040, "08004"), away},
		{server(1053, "08S01"), away},
		{server(1836, "HY000"), away},
		{server(9999, "08S01"), away},
		{server(1406, "22001"), badRow},
		{server(1048, "23000"), badRow},
		{server(1366, "HY000"), badRow},
		{server(1146, "42S02"), fatal},
		{server(1064, "42000"), fatal},
		{server(1045, "28000"), fatal},
		{server(1, ""), fatal},
		{mysql.ErrInvalidConn, away},
		{driver.ErrBadConn, away},
		{io.ErrUnexpectedEOF, away},
		{&net.OpError{Op: "dial", Err: io.EOF}, away},
		{&net.DNSError{Err: "no such host"}, away},
		{&Error{Kind: BadRow, Cause: driver.ErrBadConn}, fatal},
		{io.ErrShortBuffer, fatal},
	}
	for _, tt := range tests {
		if got := classify(tt.err); got != tt.want {
			t.Errorf("%v: class %d, want %d", tt.err, got, tt.want)
		}
	}
}

func TestStatementText(t *testing.T) {
	c := Config{Target: "t", Key: []int{1, 0},
		Columns: []Column{{Name: "a"}, {Name: "b"}, {Name: "c"}}}
	tests := []struct {
		name  string
		write func(c *changes)
		want  string
	}{
		{"nothing", func(*changes) {}, ""},
		{"upserts before deletes", func(c *changes) {
			c.put([]byte("k"), []byte("(2,1)"), true)
			c.put([]byte("l"), []byte("(1,2,'x')"), false)
			c.put([]byte("m"), []byte("(3,4,'y')"), false)
		}, "INSERT INTO `t`(`a`, `b`, `c`) VALUES (1,2,'x'),(3,4,'y') ON DUPLICATE KEY UPDATE " +
			"`a`=VALUES(`a`), `b`=VALUES(`b`), `c`=VALUES(`c`)\n" +
			"DELETE FROM `t` WHERE (`b`, `a`) IN ((2,1))"},
		{"NULL in a key", func(c *changes) {
			c.put([]byte("k"), []byte("(2,'NULL,')"), true)
			c.put([]byte("l"), []byte("(NULL,'a,)''b')"), true)
		}, "DELETE FROM `t` WHERE (`b`, `a`) IN ((2,'NULL,'))\n" +
			"DELETE FROM `t` WHERE `b` <=> NULL AND `a` <=> 'a,)''b'"},
	}
	for _, tt := range tests {
		r := renderer{shapes: newShapes(&c), keys: quotedKeys(&c), limit: 1 << 20}
		pending := newChanges()
		tt.write(pending)
		if got := rendered(t, &r, pending); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// rendered returns the statements, one a line.
func rendered(t *testing.T, r *renderer, c *changes) string {
	t.Helper()
	r.begin(1, nil)
	if err := r.render(c); err != nil {
		t.Fatal(err)
	}
	_, list, err := parseCommittable(r.out, &r.shapes)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, st := range list {
		lines = append(lines, st.query())
	}
	return strings.Join(lines, "\n")
}

func TestStatementsAreSplit(t *testing.T) {
	c := Config{Target: "t", Columns: []Column{{Name: "a"}}}
	head := len("INSERT INTO `t`(`a`) VALUES ")
	tests := []struct {
		name        string
		rows, limit int
		want        string // rows a statement
	}{
		{"one short of a statement", 999, 1 << 20, "999"},
		{"a statement", 1000, 1 << 20, "1000"},
		{"one more", 1001, 1 << 20, "1000 1"},
		{"three", 2500, 1 << 20, "1000 1000 500"},
		{"two rows fit", 5, head + len("(1),(1)"), "2 2 1"},
		{"a byte less", 3, head + len("(1),(1)") - 1, "1 1 1"},
	}
	for _, tt := range tests {
		r := renderer{shapes: newShapes(&c), limit: tt.limit}
		pending := newChanges()
		for range tt.rows {
			pending.add([]byte("(1)"))
		}
		var got []string
		for line := range strings.SplitSeq(rendered(t, &r, pending), "\n") {
			got = append(got, strconv.Itoa(strings.Count(line, "(1)")))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}

// The table of changes against a map, with few keys so that most are replaced, and with growth.
func TestChangesAgainstAMap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	c := newChanges()
	for range 30 {
		model := make(map[string]string)
		keys := 1 + r.IntN(3000)
		for range 5000 {
			key := "k" + strconv.Itoa(r.IntN(keys))
			tuple := strings.Repeat("x", r.IntN(40)) + key
			c.put([]byte(key), []byte(tuple), r.IntN(2) == 0)
			model[key] = tuple
		}
		if len(c.entries) != len(model) || c.rows != 5000 {
			t.Fatalf("%d entries, want %d; %d rows", len(c.entries), len(model), c.rows)
		}
		for i := range c.entries {
			e := &c.entries[i]
			key := string(c.keyText(e))
			if got := string(c.text(e)); got != model[key] {
				t.Fatalf("%s: %s, want %s", key, got, model[key])
			}
		}
		c.reset()
	}
}

func TestWritingAllocatesNothing(t *testing.T) {
	s := New(Config{Target: "t", Key: []int{0}, Columns: []Column{{Name: "a"}, {Name: "b"}}})
	var key, tuple []byte
	n := int64(0)
	write := func() {
		for range 1000 {
			n++
			key = AppendKeyString(key[:0], "province")
			key = AppendKeyInt(key, n%500)
			tuple = AppendString(append(tuple[:0], '('), "it's 北京\\")
			tuple = value.AppendDecimal(append(tuple, ','), value.FromInt64(n), 4)
			tuple = AppendTimestampMillis(append(tuple, ','), n*1e9)
			tuple, _ = AppendFloat64(append(tuple, ','), 1/float64(n))
			s.Upsert(key, append(tuple, ')'))
		}
		s.pending.reset()
	}
	write()
	if got := testing.AllocsPerRun(20, write); got != 0 {
		t.Errorf("%v allocations for 1000 rows", got)
	}
}

func TestArenaStaysSmallWhenOneKeyChanges(t *testing.T) {
	c := newChanges()
	for i := range 200_000 {
		c.put([]byte("k"), bytes.Repeat([]byte("9"), 1+i/200), false)
	}
	if len(c.arena) > 20_000 {
		t.Errorf("%d bytes for a tuple of 1,000", len(c.arena))
	}
}

func TestFloatsComeBackWithTheirBits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200_000 {
		v, w := math.Float64frombits(r.Uint64()), math.Float32frombits(r.Uint32())
		if text, err := AppendFloat64(nil, v); err == nil {
			back, _ := strconv.ParseFloat(string(text), 64)
			if math.Float64bits(back) != math.Float64bits(v) || !bytes.Contains(text, []byte("e")) {
				t.Fatalf("%x: %s", math.Float64bits(v), text)
			}
		}
		// The server reads the text as a DOUBLE first.
		if text, err := AppendFloat32(nil, w); err == nil {
			back, _ := strconv.ParseFloat(string(text), 64)
			if math.Float32bits(float32(back)) != math.Float32bits(w) {
				t.Fatalf("%x: %s", math.Float32bits(w), text)
			}
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		_, err64 := AppendFloat64(nil, v)
		_, err32 := AppendFloat32(nil, float32(v))
		if err64 == nil || err32 == nil {
			t.Errorf("%v is accepted", v)
		}
	}
}

// Two lists of key columns have the same bytes only when they are equal.
func TestKeysAreUnambiguous(t *testing.T) {
	keys := [][]byte{
		AppendKeyString(AppendKeyString(nil, "a"), "bc"),
		AppendKeyString(AppendKeyString(nil, "ab"), "c"),
		AppendKeyString(AppendKeyString(nil, ""), "abc"),
		AppendKeyString(AppendKeyNull(nil), "abc"),
		AppendKeyNull(AppendKeyString(nil, "abc")),
		AppendKeyNull(AppendKeyNull(nil)),
		AppendKeyBytes(AppendKeyBytes(nil, []byte{0}), nil),
		AppendKeyBytes(AppendKeyBytes(nil, nil), []byte{0}),
		AppendKeyInt128(nil, 1, 2),
		AppendKeyInt128(nil, 2, 1),
		AppendKeyBool(AppendKeyBool(nil, true), false),
		AppendKeyBool(AppendKeyBool(nil, false), true),
	}
	seen := make(map[string]int)
	for i, k := range keys {
		if j, ok := seen[string(k)]; ok {
			t.Errorf("keys %d and %d are equal", i, j)
		}
		seen[string(k)] = i
	}
	if !bytes.Equal(AppendKeyFloat64(nil, 0), AppendKeyFloat64(nil, math.Copysign(0, -1))) {
		t.Error("-0 is not the key 0")
	}
}

func TestSuggestedTypes(t *testing.T) {
	tests := []struct {
		sql  string
		key  bool
		want string
	}{
		{"STRING", false, "LONGTEXT"},
		{"STRING NOT NULL", true, "VARCHAR(255)"},
		{"varchar( 20 )", true, "VARCHAR(20)"},
		{"VARCHAR(2147483647)", false, "LONGTEXT"},
		{"VARCHAR(2147483647)", true, "VARCHAR(255)"},
		{"BYTES", false, "LONGBLOB"},
		{"DECIMAL(10, 2) NOT NULL", false, "DECIMAL(10,2)"},
		{"TIMESTAMP(3)", false, "DATETIME(3)"},
		{"TIMESTAMP(9)", false, "DATETIME(6)"},
		{"TIMESTAMP", false, "DATETIME(6)"},
		{"TIMESTAMP(0)", false, "DATETIME"},
		{"TIME(3)", false, "TIME(3)"},
		{"INTEGER", false, "INT"},
		{"BOOLEAN", false, "BOOLEAN"},
		{"", false, ""},
	}
	for _, tt := range tests {
		if got := mysqlType(tt.sql, tt.key); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.sql, got, tt.want)
		}
	}
}

// lex reads a literal as a server does whose sql_mode takes backslashes for escapes, or not. It
// returns the value and what follows the literal.
func lex(text string, backslash bool) (value, rest string, ok bool) {
	if hexed, found := strings.CutPrefix(text, "_utf8mb4 X'"); found {
		digits, rest, ok := strings.Cut(hexed, "'")
		var b []byte
		for i := 0; i+1 < len(digits); i += 2 {
			v, err := strconv.ParseUint(digits[i:i+2], 16, 8)
			ok = ok && err == nil
			b = append(b, byte(v))
		}
		return string(b), rest, ok
	}
	var b []byte
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\'' && i+1 < len(text) && text[i+1] == '\'':
			b = append(b, '\'')
			i++
		case text[i] == '\'':
			return string(b), text[i+1:], text[0] == '\''
		case text[i] == '\\' && backslash:
			i++
			b = append(b, text[min(i, len(text)-1)])
		default:
			b = append(b, text[i])
		}
	}
	return "", "", false
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{
		"", "a", "it's", `\`, `\'`, `'; DROP TABLE t; --`, "\xff'", "北京😀", "\x00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		const after = ",'next')"
		text := string(AppendString([]byte("("), s))[1:] + after
		want := strings.Map(func(r rune) rune { return r }, s) // each invalid byte is U+FFFD
		for _, backslash := range []bool{false, true} {
			value, rest, ok := lex(text, backslash)
			if !ok || value != want || rest != after {
				t.Fatalf("%q as %s: value %q, rest %q", s, text, value, rest)
			}
		}
		if !utf8.ValidString(text) {
			t.Fatalf("%q: not UTF-8", text)
		}
		tuple := []byte("(" + text)
		if end := closing(tuple); end != len(tuple)-1 {
			t.Fatalf("%s closes at %d", tuple, end)
		}
	})
}

func FuzzParseCommittable(f *testing.F) {
	c := Config{Target: "t", Key: []int{0}, Columns: []Column{{Name: "a"}, {Name: "b"}}}
	r := renderer{shapes: newShapes(&c), keys: quotedKeys(&c), limit: 1 << 20}
	pending := newChanges()
	pending.put([]byte("k"), []byte("(1,'x')"), false)
	pending.put([]byte("l"), []byte("(NULL)"), true)
	pending.put([]byte("m"), []byte("(2)"), true)
	r.begin(1, nil)
	if err := r.render(pending); err != nil {
		f.Fatal(err)
	}
	f.Add(r.out)
	f.Add(r.out[:len(r.out)-1])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		_, list, err := parseCommittable(b, &r.shapes)
		if err != nil {
			return
		}
		size := committableHeader
		for _, st := range list {
			size += statementHeader + len(st.text)
			if !strings.HasPrefix(st.query(), r.shapes[st.kind].head) {
				t.Fatalf("foreign statement %q", st.text)
			}
		}
		if size != len(b) {
			t.Fatalf("%d bytes of %d", size, len(b))
		}
	})
}

// A sink that holds much asks for the epoch's end whatever FlushRows says, and to be spared rows
// until then.
func TestFull(t *testing.T) {
	s := New(Config{Target: "t", Columns: []Column{{Name: "a", Type: "STRING"}}})
	row := make([]byte, maxPendingBytes/4)
	for range 3 {
		s.Insert(row)
	}
	if s.Full() || s.Due() {
		t.Errorf("with 3/4 of its memory: full %v, due %v", s.Full(), s.Due())
	}
	if s.Insert(row); !s.Full() || !s.Due() {
		t.Errorf("with all of its memory: full %v, due %v", s.Full(), s.Due())
	}
}
