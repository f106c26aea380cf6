package fn

import "github.com/flinkc/flinkc/rtlib/nested"

// Functions over all matches of a regular expression, which Flink has from 2.0 on.

// RegexpCount is how many matches there are, counted as Java finds them; NULL for an expression that Java
// refuses.
func RegexpCount(s string, p *Regexp) (int32, bool) {
	if p.re == nil {
		return 0, false
	}
	matches := p.re.All(s)
	n := len(matches)
	for i := range matches {
		if p.emptyBehind(matches, i) {
			n++
		}
	}
	return int32(n), true
}

// emptyBehind reports that Java finds "" right behind a match, where Go does not.
func (r *Regexp) emptyBehind(matches [][2]int, i int) bool {
	m := matches[i]
	return r.emptyMatch && m[0] < m[1] && (i+1 == len(matches) || matches[i+1][0] > m[1])
}

// RegexpInstr is the 1-based place of the first match in UTF-16 units, 0 without one; NULL for an expression
// that Java refuses.
func RegexpInstr(s string, p *Regexp) (int32, bool) {
	if p.re == nil {
		return 0, false
	}
	start, _ := p.re.Find(s, 0)
	if start < 0 {
		return 0, true
	}
	units := int32(1)
	for _, r := range s[:start] {
		units++
		if r > 0xFFFF {
			units++
		}
	}
	return units, true
}

// RegexpAll are the first groups of all matches.
func RegexpAll(w *nested.Writer, s string, p *Regexp) (string, bool) { return RegexpAllOf(w, s, p, 1) }

// RegexpAllOf are the groups with a number of all matches, 0 being all of each; NULL where one took no part.
// NULL for an expression that Java refuses, and without such a group.
func RegexpAllOf(w *nested.Writer, s string, p *Regexp, group int32) (string, bool) {
	if p.re == nil || group < 0 || int(group) > p.re.Groups() {
		return "", false
	}
	start, _ := p.re.Find("", int(group))
	depth := w.Depth()
	matches, groups := p.re.AllOf(s, int(group))
	for i, g := range groups {
		putGroup(w, s, g)
		if p.emptyBehind(matches, i) {
			putGroup(w, "", [2]int{start, start})
		}
	}
	return w.List(depth), true
}

func putGroup(w *nested.Writer, s string, at [2]int) {
	if at[0] < 0 {
		w.Null()
		return
	}
	w.Text(s[at[0]:at[1]])
}
