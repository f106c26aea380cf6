package order

import (
	"strings"

	"github.com/flinkc/flinkc/rtlib/state"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Values holds values in order, each with the number of times that it is there: what a MIN or MAX is
// found from when the smallest or largest value is taken back. The values of a group are a Tree; all
// trees lie in one array, without pointers, and a value is kept in the form of a Key. The zero value is
// ready.
//
// A tree is a treap: in order by its values, and by its nodes' priorities a heap, which keeps it about as
// deep as the logarithm of its size whatever the order of arrival. A priority is a hash of the node's
// place.
type Values struct {
	key   Key
	nodes []node // the first one is none
	free  uint32 // a list by way of left
	texts state.Texts
}

// Tree is the values of one group. The zero value is empty.
type Tree struct{ root uint32 }

type node struct {
	left, right uint32
	text        state.TextRef
	times       int64
}

// priority is a bijection on 32 bits, so that no two nodes are alike.
func priority(node uint32) uint32 {
	node *= 0x9e3779b1
	node ^= node >> 15
	return node * 0x85ebca77
}

// ascending is how values are ordered.
var ascending = []Column{{}}

// Key starts the value that is added or taken away next.
func (o *Values) Key() *Key {
	o.key.columns = ascending
	o.key.reset()
	return &o.key
}

// Add adds the value.
func (o *Values) Add(t *Tree) { t.root = o.add(t.root, o.key.text(), 1) }

func (o *Values) add(n uint32, v string, times int64) uint32 {
	if n == 0 {
		return o.leaf(v, times)
	}
	switch strings.Compare(v, o.at(n)) {
	case 0:
		o.nodes[n].times += times
	case -1:
		l := o.add(o.nodes[n].left, v, times) // nodes may move
		o.nodes[n].left = l
		if priority(l) > priority(n) {
			o.nodes[n].left, o.nodes[l].right = o.nodes[l].right, n
			return l
		}
	default:
		r := o.add(o.nodes[n].right, v, times)
		o.nodes[n].right = r
		if priority(r) > priority(n) {
			o.nodes[n].right, o.nodes[r].left = o.nodes[r].left, n
			return r
		}
	}
	return n
}

func (o *Values) leaf(v string, times int64) uint32 {
	leaf := node{text: o.texts.Replace(state.TextRef{}, v), times: times}
	if n := o.free; n != 0 {
		o.free = o.nodes[n].left
		o.nodes[n] = leaf
		return n
	}
	if len(o.nodes) == 0 {
		o.nodes = append(o.nodes, node{})
	}
	o.nodes = append(o.nodes, leaf)
	return uint32(len(o.nodes) - 1)
}

// Remove takes the value away once, if it is there.
func (o *Values) Remove(t *Tree) {
	v, at := o.key.text(), &t.root
	for *at != 0 {
		n := &o.nodes[*at]
		switch strings.Compare(v, o.at(*at)) {
		case -1:
			at = &n.left
		case 1:
			at = &n.right
		default:
			if n.times--; n.times > 0 {
				return
			}
			gone := *at
			*at = o.join(n.left, n.right)
			o.release(gone)
			o.tidy()
			return
		}
	}
}

// join makes one tree of two, all values of the first being smaller.
func (o *Values) join(a, b uint32) uint32 {
	switch {
	case a == 0:
		return b
	case b == 0:
		return a
	case priority(a) > priority(b):
		o.nodes[a].right = o.join(o.nodes[a].right, b)
		return a
	}
	o.nodes[b].left = o.join(a, o.nodes[b].left)
	return b
}

func (o *Values) release(n uint32) {
	o.texts.Replace(o.nodes[n].text, "")
	o.nodes[n] = node{left: o.free}
	o.free = n
}

// tidy moves the texts together when most of what they take is of values that have gone.
func (o *Values) tidy() {
	if !o.texts.Wasteful() {
		return
	}
	var to state.Texts
	for i := range o.nodes {
		if n := &o.nodes[i]; n.times > 0 {
			n.text = o.texts.Move(n.text, &to)
		}
	}
	o.texts = to
}

func (o *Values) at(n uint32) string { return o.texts.Get(o.nodes[n].text) }

// First returns the smallest value, good until the next change; ok is false when there is none.
func (o *Values) First(t Tree) (v Reader, ok bool) {
	n := t.root
	for n != 0 && o.nodes[n].left != 0 {
		n = o.nodes[n].left
	}
	return o.found(n)
}

// Last returns the largest value, as First does the smallest.
func (o *Values) Last(t Tree) (v Reader, ok bool) {
	n := t.root
	for n != 0 && o.nodes[n].right != 0 {
		n = o.nodes[n].right
	}
	return o.found(n)
}

func (o *Values) found(n uint32) (Reader, bool) {
	if n == 0 {
		return Reader{}, false
	}
	return Reader{o.at(n)}, true
}

// Clear forgets the values of a group.
func (o *Values) Clear(t *Tree) {
	o.clear(t.root)
	t.root = 0
	o.tidy()
}

func (o *Values) clear(n uint32) {
	if n != 0 {
		o.clear(o.nodes[n].left)
		o.clear(o.nodes[n].right)
		o.release(n)
	}
}

// Code writes the values of a group, or reads them and adds them.
func (o *Values) Code(t *Tree, c *value.Codec) {
	if !c.Reads() {
		o.write(t.root, c)
		end := int64(0)
		c.Int64(&end)
		return
	}
	for {
		var times int64
		var v string
		if c.Int64(&times); times <= 0 {
			return
		}
		if c.Text(&v); c.Err() != nil {
			return
		}
		t.root = o.add(t.root, v, times)
	}
}

func (o *Values) write(n uint32, c *value.Codec) {
	if n == 0 {
		return
	}
	o.write(o.nodes[n].left, c)
	v := o.at(n)
	c.Int64(&o.nodes[n].times)
	c.Text(&v)
	o.write(o.nodes[n].right, c)
}
