package pattern

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// same compares everything that a Pattern says about a text with regexp.
func same(t *testing.T, p *Pattern, s string) {
	t.Helper()
	re := p.general
	if got, want := p.Match(s), re.MatchString(s); got != want {
		t.Fatalf("%q in %q: match %v, want %v", re, s, got, want)
	}
	at := re.FindStringSubmatchIndex(s)
	for g := range p.Groups() + 1 {
		start, end := p.Find(s, g)
		wantStart, wantEnd := -1, -1
		if at != nil {
			wantStart, wantEnd = at[2*g], at[2*g+1]
		}
		if start != wantStart || end != wantEnd {
			t.Fatalf("%q in %q: group %d at %d to %d, want %d to %d",
				re, s, g, start, end, wantStart, wantEnd)
		}
	}
	var want [][2]int
	for _, at := range re.FindAllStringIndex(s, -1) {
		want = append(want, [2]int{at[0], at[1]})
	}
	if got := p.All(s); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		t.Fatalf("%q in %q: all matches %v, want %v", re, s, got, want)
	}
	sameGroups(t, p, re, s)
}

// sameGroups compares the last group of all matches.
func sameGroups(t *testing.T, p *Pattern, re *regexp.Regexp, s string) {
	t.Helper()
	last := p.Groups()
	_, groups := p.AllOf(s, last)
	all := re.FindAllStringSubmatchIndex(s, -1)
	if len(groups) != len(all) {
		t.Fatalf("%q in %q: %d groups, want %d", re, s, len(groups), len(all))
	}
	for i, at := range all {
		if groups[i] != [2]int{at[2*last], at[2*last+1]} {
			t.Fatalf("%q in %q: group %d of match %d at %v, want %v", re, s, last, i, groups[i], at[2*last:2*last+2])
		}
	}
}

// maker makes expressions and texts.
type maker struct{ *rand.Rand }

func (m maker) one(list ...string) string { return list[m.IntN(len(list))] }

func (m maker) expr(depth int) string {
	switch n := m.IntN(12); {
	case depth == 0 || n < 4:
		return m.atom()
	case n < 7:
		return m.expr(depth-1) + m.expr(depth-1)
	case n < 8:
		return "(?:" + m.expr(depth-1) + "|" + m.expr(depth-1) + ")"
	case n < 9:
		return "(" + m.expr(depth-1) + "|" + m.expr(depth-1) + ")"
	case n < 11:
		return "(" + m.expr(depth-1) + ")" + m.quantifier()
	}
	return m.one("(?i:", "(?s:", "(?m:", "(?U:") + m.expr(depth-1) + ")"
}

func (m maker) atom() string {
	return m.one("a", "b", "ab", "abc", "é", "k=", "K", "&", "^", "$", `\b`, `\B`, `\A`,
		`\z`, "", "\uFFFD", m.class(), m.class()+m.quantifier(), m.class()+m.quantifier(),
		m.one("a", "b", "=")+m.quantifier())
}

func (m maker) class() string {
	return m.one(".", "[^&]", `\d`, `\w`, "[ab]", "[^a]", `[^\n\r\x{85}\x{2028}\x{2029}]`, "(?s:.)",
		`\pL`, "[é-ü]", `\S`, "[a-c&]", `[^\x{FFFD}]`)
}

func (m maker) quantifier() string {
	return m.one("*", "+", "?", "{2}", "{1,2}", "{2,}", "{0,3}", "{0}") + m.one("", "", "?")
}

func (m maker) text() string {
	var b strings.Builder
	for range m.IntN(14) {
		b.WriteString(m.one("a", "b", "c", "ab", "k=", "&", "1", "é", "ü", "\n", "K", "\u212a", "日",
			"\xff", "\xe6", "\u0085", "\uFFFD"))
	}
	return b.String()
}

// TestLikeRegexp compares with regexp over expressions and texts that are made up, and wants most
// of them to be decided by the machine.
func TestLikeRegexp(t *testing.T) {
	m := maker{rand.New(rand.NewPCG(1, 2))}
	quick, all := 0, 0
	for range 30_000 {
		expr := m.expr(4)
		p, err := Compile(expr)
		if err != nil {
			continue
		}
		for range 6 {
			same(t, p, m.text())
		}
		all++
		if p.quick != nil {
			quick++
		}
	}
	if quick < all/2 {
		t.Errorf("the machine took %d of %d expressions", quick, all)
	}
}

// TestKinds wants the expressions of queries to be of the machine's kind, and some others not.
func TestKinds(t *testing.T) {
	for expr, want := range map[string]bool{
		`(&|^)channel_id=([^&]*)`: true, `^/api/v\d+/users/(\w+)`: true, `(?i)error|warn(ing)?`: true,
		`\A(?:(?s:.*)foo(?s:.*))\z`: true, `\d{1,3}(?:\.\d{1,3}){3}`: true, `\bid\b`: true, `x*?y`: true,
		`(ab)+`: true, `(a*)*`: false, `(?:a?){3,}`: false, `(?:ab?){400}`: false, `\x{FFFD}`: false,
	} {
		p, err := Compile(expr)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.quick != nil; got != want {
			t.Errorf("%s: the machine takes it: %v", expr, got)
		}
	}
}

// TestSearch wants matches to be looked for where they can be.
func TestSearch(t *testing.T) {
	tests := []struct {
		expr, need     string
		near, far      int
		only, anchored string
	}{
		{`(&|^)channel_id=([^&]*)`, "channel_id=", 0, 1, "", ""},
		{`^/api/(\w+)`, "/api/", 0, 0, "/", "anchored"},
		{`[a-z]+=(\d)`, "=", 1, -1, "", ""},
		{`\d{1,3}[.]\d`, ".", 1, 3, "", ""},
		{`x(?:ab|cd)?yz`, "yz", 1, 3, "x", ""},
		{`(?i)abc`, "", 0, -1, "", ""},
		{`é|è`, "", 0, -1, "", ""},
		{`a*`, "", 0, -1, "", ""},
	}
	for _, tt := range tests {
		m := newMatcher(tt.expr)
		only, anchored := "", ""
		if m.only >= 0 {
			only = string(rune(m.only))
		}
		if m.anchored {
			anchored = "anchored"
		}
		got := fmt.Sprint(m.need.text, " ", m.near, m.far, only, anchored)
		if want := fmt.Sprint(tt.need, " ", tt.near, tt.far, tt.only, tt.anchored); got != want {
			t.Errorf("%s: %s, want %s", tt.expr, got, want)
		}
	}
}

// TestSteps wants an expression that takes a backtracking search exponential time to be given up
// and decided all the same, and not to be tried for ever.
func TestSteps(t *testing.T) {
	for _, expr := range []string{`(?:(?:a|ab|b)+,)+c`, `k(?:(?:a|ab|b)+,)+c`} {
		p, err := Compile(expr)
		if err != nil {
			t.Fatal(err)
		}
		evil := "k" + strings.Repeat("ab", 40) + ",abc" + strings.Repeat("ab", 2000) + ",c"
		evil += "k" + strings.Repeat("ab", 40) + ",c"
		same(t, &Pattern{general: p.general, quick: newMatcher(expr)}, evil)
		for i := range patience {
			if p.quick == nil {
				t.Fatalf("%s: not tried after %d texts", expr, i)
			}
			if start, _ := p.Find(evil, 0); start < 0 {
				t.Fatalf("%s: found at %d", expr, start)
			}
		}
		if p.quick != nil {
			t.Errorf("%s: the machine is still tried", expr)
		}
	}
}

// TestPossessive wants runs that cannot be taken back to be known.
func TestPossessive(t *testing.T) {
	for expr, want := range map[string]bool{
		`[^&]*&`: true, `\d+\.`: true, `a*a`: false, `[^&]*`: true, `(\w*)`: true, `\w+?=`: true,
		`.*x`: false, `\w+?`: false, `[^&]*$`: false, `a+(?:b|a)`: false, `a+(?:b|c)`: true,
		`é+è`: false,
	} {
		for _, in := range newMatcher(expr).progs[0] {
			if in.isRun() && in.possessive != want {
				t.Errorf("%s: possessive %v", expr, in.possessive)
			}
		}
	}
}

// TestNeverBack wants it to be known which expressions never make the machine go back.
func TestNeverBack(t *testing.T) {
	for expr, want := range map[string]bool{
		`(&|^)channel_id=([^&]*)`: true, `^/api/v\d+/users/(\w+)`: true, `https?://([^/]+)/`: true,
		`(?:ab|cd)*e`: true, `(?:a|b|c)d`: true, `(?:ab)?c(\d*)`: true, `(?:a|ab)c`: true, `(?:a|ab)b`: false,
		`(ab)*`: false, `\d{1,3}[.]`: true, `\d{1,3}`: true, `(.*)x`: false, `(?:ab)*?c`: true, `(?:|a)b`: true,
	} {
		m, never := newMatcher(expr), true
		m.note(m.re.MaxCap())
		for _, in := range m.prog {
			never = never && in.op != opSplit && in.op != opBack && (!in.isRun() || in.possessive)
		}
		if never != want {
			t.Errorf("%s: %v, want %v", expr, never, want)
		}
	}
}

// TestGroupIsARun wants a group that is a run to take one instruction.
func TestGroupIsARun(t *testing.T) {
	for expr, want := range map[string]int{
		`k=([^&]*)`: 3, `k=(\d+)`: 3, `k=(\d)`: 5, `(?:k=(\d*)|z)`: 4,
	} {
		m := newMatcher(expr)
		m.note(1)
		took := 0
		for pc := 0; m.prog[pc].op != opMatch; pc = m.prog[pc].then {
			took++
		}
		if took++; took != want {
			t.Errorf("%s: %d instructions, want %d", expr, took, want)
		}
	}
}

// TestAround wants expressions that hang on their literal to be searched so, and others not.
func TestAround(t *testing.T) {
	for expr, want := range map[string]bool{
		`(&|^)channel_id=([^&]*)`: true, `\?query=(\d+)`: true, `[?&]id=(.)x`: true, `\bid\b`: true, `absent`: true,
		`(?:xy|)id`: false, `x?id`: false, `(?:\b|^)id`: false, `é?id`: false, `[é&]id`: false, `(?:&|^)i|d`: false,
		`(?:&a|^b)id`: false,
	} {
		m := newMatcher(expr)
		m.note(0)
		if got := m.arounds[0] != nil; got != want {
			t.Errorf("%s: %v, want %v", expr, got, want)
		}
	}
}

// TestAroundLikeRegexp compares all of them with regexp: what may stand before the literal, the
// literal, and what follows, over texts of these pieces.
func TestAroundLikeRegexp(t *testing.T) {
	m := maker{rand.New(rand.NewPCG(3, 4))}
	for _, before := range []string{"", "(&|^)", "(?:^|&)", `\b`, "[?&]", "(&)", "(?m:^|&)", "(?:a|&)",
		`(?:&|\B)`, "^"} {
		for _, literal := range []string{"k=", "a", "ab", "&k=", "channel_id="} {
			for _, behind := range []string{"", "([^&]*)", `(\d+)`, `(\d*)x`, "(a|ab)b", "$", "(.*)a", "(?:&|a*)k"} {
				p, err := Compile(before + literal + behind)
				if err != nil {
					t.Fatal(err)
				}
				for range 40 {
					var text strings.Builder
					for range m.IntN(10) {
						text.WriteString(m.one("&", "k=", "a", "b", "ab", "x", "1", "\n", "é", "\xff", "channel_id="))
					}
					same(t, p, text.String())
				}
			}
		}
	}
}

// TestLiterals compares texts of all lengths at all places, with one byte that is another.
func TestLiterals(t *testing.T) {
	const text = "abcdefghijklmnopqrstuvwxyz"
	for n := 1; n < len(text); n++ {
		l := newLiteral(text[:n])
		for p := range 10 {
			for behind := range 10 {
				s := []byte(text[:p] + text[:n] + text[:behind])
				if !l.at(string(s), p) {
					t.Errorf("%q is not found at %d in %q", text[:n], p, s)
				}
				for i := p; i < p+n; i++ {
					s[i] ^= 0x20
					if l.at(string(s), p) || l.at(string(s[:i]), p) {
						t.Errorf("%q is found at %d in %q", text[:n], p, s)
					}
					s[i] ^= 0x20
				}
			}
		}
	}
}

// TestLongest wants a group of an expression that is just short enough to be found.
func TestLongest(t *testing.T) {
	p, err := Compile(`(?:(a)b){240}`)
	if err != nil || p.quick == nil {
		t.Fatal(err, "the machine does not take it")
	}
	same(t, p, strings.Repeat("ab", 241))
}

func FuzzPattern(f *testing.F) {
	for _, s := range [][2]string{
		{"a=1&channel_id=7&", `(&|^)channel_id=([^&]*)`}, {"aab", `a+?(b|c)*`}, {"é\xff", `\W+`},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, s, expr string) {
		if p, err := Compile(expr); err == nil {
			same(t, p, s)
		}
	})
}

func TestNoAllocation(t *testing.T) {
	s := url
	for _, expr := range benchmarks {
		p, _ := Compile(expr)
		if n := testing.AllocsPerRun(100, func() { p.Find(s, 0); p.All(s) }); n > 0 {
			t.Errorf("%s: %v allocations", expr, n)
		}
	}
}

const url = "https://www.nexmark.com/rxpmi/cfuum/mngmf/item.htm?query=1&channel_id=1375731712&x=1"

var benchmarks = []string{`(&|^)channel_id=([^&]*)`, `https?://([^/]+)/`, `\?query=(\d+)`,
	`^https://`, `\A(?:(?s:.*)channel_id(?s:.*))\z`, `[a-z]+\.htm`, `absent`}

func BenchmarkFind(b *testing.B) {
	for _, expr := range benchmarks {
		p, _ := Compile(expr)
		re := regexp.MustCompile(expr)
		b.Run("machine/"+expr, func(b *testing.B) {
			for b.Loop() {
				p.Find(url, 0)
			}
		})
		b.Run("regexp/"+expr, func(b *testing.B) {
			for b.Loop() {
				re.FindStringSubmatchIndex(url)
			}
		})
	}
}

// TestRare wants a literal to be looked for by a byte that texts do not have everywhere.
func TestRare(t *testing.T) {
	for expr, want := range map[string]byte{"channel_id=": '_', "error": 'r', "GET /": 'G', "a": 'a'} {
		if m := newMatcher(expr); m.need.text[m.rare] != want {
			t.Errorf("%s is looked for by %q, want %q", expr, m.need.text[m.rare], want)
		}
	}
	text := strings.Repeat("x_", 40) + "channel_id=5"
	p, _ := Compile(`channel_id=(\d)`)
	for _, s := range []string{text, text[:70], "channel_i", ""} {
		same(t, p, s)
	}
}
