// Package pattern matches regular expressions in Go's notation. Package regexp reads a text from
// its start and keeps all ways to a match going at once; the patterns of queries are mostly a
// literal with a few characters around it. Such a pattern is looked for by its literal or its first
// byte, and only there matched, by a backtracking machine (machine.go) that takes the ways in their
// order. It finds what regexp finds: the leftmost match, and of those the first.
//
// Backtracking takes exponential time for some patterns and texts, and texts come from outside. So
// the machine has a number of steps that is linear in the text; when they are used up, and for
// patterns that are not of its kind, regexp does the work. Nothing here allocates but regexp.
package pattern

import (
	"regexp"
	"unicode/utf8"
)

// Pattern is a compiled regular expression. It keeps the machine's memory: one goroutine at a time.
type Pattern struct {
	general *regexp.Regexp
	groups  int
	quick   *matcher // nil: the pattern is not of the machine's kind, or its texts are not
	gaveUp  int      // how often in a row the machine has used up its steps
	all     [][2]int // the matches of the last text
	parts   [][2]int // of them, those of a group
}

// patience is how often in a row the machine may give up before it is not asked any more.
const patience = 8

// Compile reads an expression as regexp.Compile does, with the same errors.
func Compile(expr string) (*Pattern, error) {
	re, err := regexp.Compile(expr)
	if err != nil {
		return nil, err
	}
	return &Pattern{general: re, groups: re.NumSubexp(), quick: newMatcher(expr)}, nil
}

// Groups is the number of groups.
func (p *Pattern) Groups() int { return p.groups }

// Match reports whether there is a match in s.
func (p *Pattern) Match(s string) bool {
	if found, decided := p.find(s, 0, 0); decided {
		return found
	}
	return p.general.MatchString(s)
}

// Find is where a group of the first match begins and ends, 0 being all of the match. -1 when there
// is no match, or the group took no part in it.
func (p *Pattern) Find(s string, group int) (start, end int) {
	found, decided := p.find(s, 0, group)
	switch {
	case found && group == 0:
		return p.quick.match[0], p.quick.match[1]
	case found:
		return p.quick.group[0], p.quick.group[1]
	case decided:
		return -1, -1
	}
	at := p.general.FindStringSubmatchIndex(s)
	if at == nil {
		return -1, -1
	}
	return at[2*group], at[2*group+1]
}

// All is where the matches begin and end that follow one another, as regexp's FindAllStringIndex
// says: an empty match right behind another one does not count. It holds until the next call.
func (p *Pattern) All(s string) [][2]int {
	p.each(s, 0)
	return p.all
}

// AllOf is All, and for each match where a group of it begins and ends; -1 when it took no part.
func (p *Pattern) AllOf(s string, group int) (matches, groups [][2]int) {
	p.each(s, group)
	if group == 0 {
		return p.all, p.all
	}
	return p.all, p.parts
}

// each gathers all matches, and their parts of a group.
func (p *Pattern) each(s string, group int) {
	p.all, p.parts = p.all[:0], p.parts[:0]
	last := -1 // the end of the last match
	for from := 0; from <= len(s); {
		found, decided := p.find(s, from, group)
		if !decided {
			p.eachGeneral(s, group)
			return
		}
		if !found {
			break
		}
		start, end := p.quick.match[0], p.quick.match[1]
		if start < end || start != last {
			p.gather([2]int{start, end}, p.quick.group, group)
		}
		last, from = end, end
		if start == end {
			_, size := utf8.DecodeRuneInString(s[end:])
			from += max(size, 1)
		}
	}
}

func (p *Pattern) gather(match, part [2]int, group int) {
	p.all = append(p.all, match)
	if group > 0 {
		p.parts = append(p.parts, part)
	}
}

func (p *Pattern) eachGeneral(s string, group int) {
	p.all, p.parts = p.all[:0], p.parts[:0]
	if group == 0 {
		for _, at := range p.general.FindAllStringIndex(s, -1) {
			p.all = append(p.all, [2]int{at[0], at[1]})
		}
		return
	}
	for _, at := range p.general.FindAllStringSubmatchIndex(s, -1) {
		p.gather([2]int{at[0], at[1]}, [2]int{at[2*group], at[2*group+1]}, group)
	}
}

// find asks the machine for the first match that begins at from or behind it, and for a group.
func (p *Pattern) find(s string, from, group int) (found, decided bool) {
	if p.quick == nil {
		return false, false
	}
	found = p.quick.find(s, from, group)
	if p.quick.left >= 0 {
		p.gaveUp = 0
		return found, true
	}
	if p.gaveUp++; p.gaveUp == patience {
		p.quick = nil
	}
	return false, false
}
