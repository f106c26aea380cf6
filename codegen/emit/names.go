package emit

import (
	"fmt"
	"go/token"
	"strings"
	"unicode"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// ident turns user text into a Go identifier in camel case: it is the only way for a name of the script to enter the
// program. Letters and digits of any script stay; everything else separates words. exported decides the first letter.
func ident(text string, exported bool) string {
	name := plainIdent(text, exported)
	if reservedName[name] {
		return wordFor(exported) + strings.ToUpper(first(name)) + rest(name)
	}
	return name
}

// plainIdent is ident for names that stand behind a dot, where only Go's keywords are taken.
func plainIdent(text string, exported bool) string {
	var b strings.Builder
	if strings.ToUpper(text) == text {
		text = strings.ToLower(text) // in capitals, as EXPR$0 and RESPONSE_SIZE
	}
	up := exported
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			up = up || b.Len() > 0
			continue
		}
		b.WriteRune(cased(r, b.Len() == 0, up, exported))
		up = false
	}
	name := b.String()
	if !token.IsIdentifier(name) {
		return wordFor(exported) + strings.ToUpper(first(name)) + rest(name)
	}
	return name
}

func cased(r rune, start, up, exported bool) rune {
	switch {
	case start && !exported:
		return unicode.ToLower(r)
	case up:
		return unicode.ToUpper(r)
	}
	return r
}

// wordFor starts the names that are no identifier as they stand: of digits only, keywords, or of letters without case.
func wordFor(exported bool) string {
	if exported {
		return "X"
	}
	return "x"
}

func first(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

func rest(s string) string { return strings.TrimPrefix(s, first(s)) }

// reservedName lists what generated code uses itself, or must not shadow: predeclared identifiers, the names of
// packages, and the fixed locals of a stage.
var reservedName = words(fixedLocals + `
	any append bool byte cap clear close comparable complex copy delete error false float32
	float64 imag int int8 int16 int32 int64 iota len make max min new nil panic print println real recover rune
	string true uint uint8 uint16 uint32 uint64 uintptr init main
	stream state value cast fn job kafka mysql csv json filesystem datagen values blackhole
	printer strconv errors fmt text udf time math`)

const fixedLocals = `s b i r a e l err ok in out row rows kind batch block lane sql key null ctx last line reader hash
	changed`

var fixedLocal = words(fixedLocals)

// packageName is the name by which the program imports the package of a user's function: one that no local hides.
func packageName(u *logical.UserFunction) string {
	if fixedLocal[u.Go.Package] {
		return "udf" + strings.ToUpper(first(u.Go.Package)) + rest(u.Go.Package)
	}
	return u.Go.Package
}

func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// scope hands out names that are unique within it: the second "price" is price2.
type scope struct {
	used map[string]int
	// apart are the beginnings of names of another scope that must not be hidden by names of this one.
	apart []string
}

func newScope() *scope { return &scope{used: map[string]int{}} }

// localScope is the scope of a function's locals. They hide neither what generated code uses, nor the packages of the
// user's functions, nor the types of the program, whose names all begin with that of a stage.
func (p *program) localScope() *scope {
	s := newScope()
	for n := range reservedName {
		s.used[n] = 1
	}
	s.used["sqlAt"] = 1
	for _, u := range p.plan.Functions {
		name := packageName(u)
		s.used[name], s.used[name+"1"] = 1, 1 // 1: another package has that name too
	}
	for _, stage := range p.plan.Stages {
		s.apart = append(s.apart, p.stageTypes[stage])
	}
	return s
}

func (s *scope) name(want string) string {
	for _, a := range s.apart {
		if strings.HasPrefix(want, a) {
			want = wordFor(false) + strings.ToUpper(first(want)) + rest(want)
			break
		}
	}
	for {
		s.used[want]++
		n := s.used[want]
		if n == 1 {
			return want
		}
		numbered := fmt.Sprintf("%s%d", want, n)
		if s.used[numbered] == 0 {
			s.used[numbered] = 1
			return numbered
		}
	}
}

// fileName is the name of a stage's file: ASCII letters and digits of the id, and a suffix that no build constraint
// reads. It is unique among the stages' files: ids that differ in case or in signs alone are numbered.
func (p *program) fileName(id string) string { return p.fileNames.name(fileStem(id)) + "_stage.go" }

func fileStem(id string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(id) {
		switch {
		case r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	const most = 80
	name := strings.Trim(b.String(), "_")
	return name[:min(len(name), most)]
}
