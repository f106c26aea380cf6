package emit

import (
	"fmt"

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
	for _, c := range r.cols {
		if x := g.cols[c.index]; c.bit >= 0 && x.null != nil && !x.copiesBit() {
			g.add(jen.If(x.isNull()).Block(r.setNull(on, c.bit)))
		}
	}
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
