package stream

// BatchRows is how many rows a batch holds at most. A full batch is handed on without being asked
// to.
const BatchRows = 1024

// Batch is what a stage is given: a Block at a source, Rows behind an exchange.
type Batch interface {
	Len() int
	// Release gives the memory back to the producer. Nothing of the batch may be used afterwards.
	Release()
}

// Len is the number of records.
func (b *Block) Len() int { return len(b.Spans) + b.Lines.N }

// Release does nothing: the reader that filled the block owns it.
func (b *Block) Release() {}

// Rows is a batch of one exchange: rows of one generated type with the text they refer to, so that
// it is complete in itself and recycled as a whole.
type Rows[R any] struct {
	Row []R
	// Kind is empty when the edge carries inserts only, else one kind per row.
	Kind []Kind

	text []byte // the open chunk; earlier chunks live as long as rows refer to them
	home chan *Rows[R]
}

// Len is the number of rows.
func (b *Rows[R]) Len() int { return len(b.Row) }

// Release empties the batch and returns it to its producer.
func (b *Rows[R]) Release() {
	clear(b.Row)
	b.Row, b.Kind, b.text = b.Row[:0], b.Kind[:0], b.text[:0]
	if b.home != nil {
		b.home <- b
	}
}

// Copy copies text into the batch.
func (b *Rows[R]) Copy(s string) string {
	if len(s) > cap(b.text)-len(b.text) {
		b.text = make([]byte, 0, max(2*cap(b.text), 2*len(s), 4096))
	}
	at := len(b.text)
	b.text = append(b.text, s...)
	return view(b.text[at:])
}
