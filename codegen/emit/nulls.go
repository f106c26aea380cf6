package emit

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/dave/jennifer/jen"
)

// nullRef is a bit of a row's NULL word, and the condition that tests it.
type nullRef struct {
	cond *jen.Statement
	word string // in the program
	bit  int
}

// copies reports whether a value is NULL by just the bit of a row.
func (x val) copiesBit() bool { return x.from != nil && x.from.cond == x.null }

// setNulls prints the NULL words of the row variable on, which becomes the current row.
func (g *gen) setNulls(r *row, on string) {
	for w := range r.words() {
		bits := jen.Lit(0)
		for i, part := range g.copiedBits(r, w) {
			if i == 0 {
				bits = part
				continue
			}
			bits = bits.Op("|").Add(part)
		}
		g.add(r.nullWord(on, 64*w).Op("=").Add(bits))
	}
	g.setOtherNulls(r, on)
}

// setOtherNulls prints the bits that depend on conditions, those of one condition in one word together.
func (g *gen) setOtherNulls(r *row, on string) {
	type place struct {
		cond string
		word int
	}
	masks := map[place]uint64{}
	var places []place
	for _, c := range r.cols {
		x := g.cols[c.index]
		if c.bit < 0 || x.null == nil || x.copiesBit() {
			continue
		}
		p := place{x.null.GoString(), c.bit / 64}
		if masks[p] == 0 {
			places = append(places, p)
		}
		masks[p] |= 1 << (c.bit % 64)
	}
	for _, p := range places {
		set := r.nullWord(on, 64*p.word).Op("|=").Id(fmt.Sprintf("%#x", masks[p]))
		g.add(jen.If(jen.Id(p.cond)).Block(set))
	}
}

// bitTest is the test of one or several bits of a NULL word, as row.isNull prints it.
var bitTest = regexp.MustCompile(`^([a-zA-Z0-9_.]+(?:\[\d+\])?)&(0x[0-9a-f]+) != 0$`)

// mergedBits makes one test of the tests of one word, of which any is enough.
func mergedBits(tests []*jen.Statement) []*jen.Statement {
	masks, at := map[string]uint64{}, map[string]int{}
	var out []*jen.Statement
	for _, t := range tests {
		m := bitTest.FindStringSubmatch(t.GoString())
		if m == nil {
			out = append(out, t)
			continue
		}
		bits, _ := strconv.ParseUint(m[2], 0, 64)
		if word := m[1]; masks[word] == 0 {
			masks[word], at[word] = bits, len(out)
			out = append(out, t)
			continue
		}
		masks[m[1]] |= bits
		out[at[m[1]]] = jen.Id(fmt.Sprintf("%s&%#x != 0", m[1], masks[m[1]]))
	}
	return out
}

// copiedBits are the bits of one NULL word that come from the words of other rows, many at a time:
// r.null&0x7, r.null>>1&0x8.
func (g *gen) copiedBits(r *row, word int) []*jen.Statement {
	masks := map[string]uint64{}
	var sources []string
	for _, c := range r.cols {
		x := g.cols[c.index]
		if c.bit/64 != word || c.bit < 0 || !x.copiesBit() || x.null == nil {
			continue
		}
		source := shifted(x.from.word, x.from.bit-c.bit%64)
		if masks[source] == 0 {
			sources = append(sources, source)
		}
		masks[source] |= 1 << (c.bit % 64)
	}
	var out []*jen.Statement
	for _, source := range sources {
		out = append(out, jen.Id(source).Op("&").Id(fmt.Sprintf("%#x", masks[source])))
	}
	return out
}

// shifted is a word with its bits moved down by n places.
func shifted(word string, n int) string {
	switch {
	case n > 0:
		return fmt.Sprintf("%s>>%d", word, n)
	case n < 0:
		return fmt.Sprintf("%s<<%d", word, -n)
	}
	return word
}
