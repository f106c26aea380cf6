package state

// Texts holds the variable-length parts of values (the text of a MIN or MAX) behind references
// without pointers. Replaced texts leave holes; when those outweigh the rest, the owner moves all
// texts to a fresh Texts. The zero value is ready.
type Texts struct {
	chunks [][]byte
	live   int
	holes  int
}

// TextRef is the place of a text in its Texts. The zero TextRef is the empty text.
type TextRef struct{ chunk, off, len uint32 }

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
	t.holes += int(old.len)
	t.live -= int(old.len)
	return t.put(s)
}

func (t *Texts) put(s string) TextRef {
	if len(s) == 0 {
		return TextRef{}
	}
	t.live += len(s)
	last := len(t.chunks) - 1
	if last < 0 || cap(t.chunks[last])-len(t.chunks[last]) < len(s) {
		t.chunks = append(t.chunks, make([]byte, 0, max(textChunk, len(s))))
		last++
	}
	c := t.chunks[last]
	t.chunks[last] = append(c, s...)
	return TextRef{uint32(last), uint32(len(c)), uint32(len(s))}
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
