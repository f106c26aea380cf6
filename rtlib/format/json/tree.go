package json

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Objects and arrays that a STRING column takes whole are read into a tree and written as Jackson's
// JsonNode.toString: no blanks, the last of several values of a key at the place of the first,
// fractions as doubles.

// maxDepth bounds the recursion over a tree.
const maxDepth = 1000

type node struct {
	tok     Token
	text    string
	members []member
}

type member struct {
	key   string // "" in an array
	value node
}

// tree reads the value at hand; the reader stays on its last token.
func (r *Reader) tree(depth int) node {
	n := node{tok: r.tok, text: r.text}
	if depth > maxDepth {
		r.fail(Syntax)
	}
	switch n.tok {
	case ObjectStart:
		for r.advance(); r.kind == None && r.tok != ObjectEnd; r.advance() {
			key := r.Name()
			n.set(key, r.tree(depth+1))
		}
	case ArrayStart:
		for r.advance(); r.kind == None && r.tok != ArrayEnd; r.advance() {
			n.members = append(n.members, member{value: r.tree(depth + 1)})
		}
	}
	return n
}

func (n *node) set(key string, v node) {
	for i := range n.members {
		if n.members[i].key == key {
			n.members[i].value = v
			return
		}
	}
	n.members = append(n.members, member{key, v})
}

func (n node) append(dst []byte) []byte {
	switch n.tok {
	case String:
		return appendQuoted(dst, n.text, false)
	case Int:
		if n.text == "-0" {
			return append(dst, '0')
		}
	case Float:
		return appendDouble(dst, n.text)
	case ObjectStart, ArrayStart:
		return n.appendMembers(dst)
	}
	return append(dst, n.text...)
}

func appendDouble(dst []byte, text string) []byte {
	v, _ := scalar.Float64(text)
	if math.IsInf(v, 0) {
		return append(value.AppendFloat64(append(dst, '"'), v), '"')
	}
	return value.AppendFloat64(dst, v)
}

func (n node) appendMembers(dst []byte) []byte {
	closing := byte(']')
	if n.tok == ObjectStart {
		closing = '}'
	}
	dst = append(dst, closing-2) // the opening bracket stands two places before
	for i, m := range n.members {
		if i > 0 {
			dst = append(dst, ',')
		}
		if n.tok == ObjectStart {
			dst = append(appendQuoted(dst, m.key, false), ':')
		}
		dst = m.value.append(dst)
	}
	return append(dst, closing)
}
