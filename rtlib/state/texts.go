package state

// Texts holds the variable-length parts of values (the text of a MIN or MAX) behind references
// without pointers. Replaced texts leave holes; when those outweigh the rest, the owner moves all
// texts to a fresh Texts. The zero value is ready.
type Texts struct {
	chunks [][]byte
	live   int
	holes  int
}

// TextRef is the place of a text in its Texts, with the space that is left behind it. The zero TextRef
// is the empty text.
type TextRef struct{ chunk, off, len, spare uint32 }

const (
	textChunk = 64 << 10
	// leastHoles is how many bytes of holes are not worth a move.
	leastHoles = 1 << 20
)

// Get returns the text, valid until Reset or a move.
func (t *Texts) Get(r TextRef) string {
	if r.len == 0 {
		return ""
	}
	return view(t.chunks[r.chunk][r.off : r.off+r.len])
}

// Replace stores a text in place of another one, whose bytes stay readable until Reset or a move.
func (t *Texts) Replace(old TextRef, s string) TextRef {
	t.holes += int(old.len + old.spare)
	t.live -= int(old.len)
	return t.put(s)
}

// Join puts a separator and another text behind a text. A text that has no space left moves to where it
// has as much again, so that one that grows is copied once for each time that it has doubled.
func (t *Texts) Join(old TextRef, separator, s string) TextRef {
	grown := uint32(len(separator) + len(s))
	if old.spare < grown {
		old = t.widen(old, grown)
	}
	c := t.chunks[old.chunk][old.off+old.len:]
	copy(c[copy(c, separator):], s)
	t.live += int(grown)
	return TextRef{old.chunk, old.off, old.len + grown, old.spare - grown}
}

// Cut takes n bytes out of a text, from the byte at on; the text before stays readable, as after Replace.
func (t *Texts) Cut(old TextRef, at, n int) TextRef {
	s := t.Get(old)
	t.holes += int(old.len + old.spare)
	t.live -= n
	r := t.room(len(s) - n)
	c := t.chunks[r.chunk][r.off:]
	copy(c[copy(c, s[:at]):], s[at+n:])
	r.len = uint32(len(s) - n)
	return r
}

// widen moves a text to where there is space behind it.
func (t *Texts) widen(old TextRef, grown uint32) TextRef {
	spare := old.len + 2*grown
	r := t.room(int(old.len + spare))
	copy(t.chunks[r.chunk][r.off:], t.Get(old))
	t.holes += int(old.len + old.spare)
	return TextRef{r.chunk, r.off, old.len, spare}
}

func (t *Texts) put(s string) TextRef {
	if len(s) == 0 {
		return TextRef{}
	}
	t.live += len(s)
	r := t.room(len(s))
	copy(t.chunks[r.chunk][r.off:], s)
	r.len = uint32(len(s))
	return r
}

// room is the place of n bytes.
func (t *Texts) room(n int) TextRef {
	last := len(t.chunks) - 1
	if last < 0 || cap(t.chunks[last])-len(t.chunks[last]) < n {
		t.chunks = append(t.chunks, make([]byte, 0, max(textChunk, n)))
		last++
	}
	c := t.chunks[last]
	t.chunks[last] = c[:len(c)+n]
	return TextRef{chunk: uint32(last), off: uint32(len(c))}
}

// Wasteful reports whether a move would free more than it keeps.
func (t *Texts) Wasteful() bool { return t.holes > leastHoles && t.holes > t.live }

// Move copies a text into another Texts.
func (t *Texts) Move(r TextRef, to *Texts) TextRef { return to.put(t.Get(r)) }

// Reset forgets all texts and keeps one chunk.
func (t *Texts) Reset() {
	if len(t.chunks) > 0 {
		clear(t.chunks[1:])
		t.chunks = t.chunks[:1]
		t.chunks[0] = t.chunks[0][:0]
	}
	t.live, t.holes = 0, 0
}
