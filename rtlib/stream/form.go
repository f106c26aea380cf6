package stream

import "github.com/flinkc/flinkc/rtlib/value"

// Form is the binary form of an edge's batches: how rows go where no pointer can follow, to another
// process or to a file.
type Form interface {
	// Append appends the form of a batch of the edge.
	Append(dst []byte, b Batch) []byte
	// Read makes a batch of its form, which it does not keep. kinds says whether the edge carries
	// updates.
	Read(src []byte, kinds bool) (Batch, error)
}

// NewForm is the form of rows of one generated type. The schema is the hash of their columns, code
// writes or reads a row.
func NewForm[R any](schema uint64, code func(*R, *value.Codec)) Form {
	return &form[R]{schema, code}
}

type form[R any] struct {
	schema uint64
	code   func(*R, *value.Codec)
}

// Append writes each row behind a byte with its kind, which also makes a row without columns more
// than nothing.
func (f *form[R]) Append(dst []byte, b Batch) []byte {
	rows, c := b.(*Rows[R]), value.NewEncoder(nil)
	for i := range rows.Row {
		kind := int8(Insert)
		if len(rows.Kind) > 0 {
			kind = int8(rows.Kind[i])
		}
		c.Int8(&kind)
		f.code(&rows.Row[i], c)
	}
	return Seal(dst, f.schema, c.Bytes())
}

func (f *form[R]) Read(src []byte, kinds bool) (Batch, error) {
	content, err := Unseal(f.schema, src)
	if err != nil {
		return nil, err
	}
	// The rows' texts are read in place, so the batch owns the memory.
	b := &Rows[R]{text: append([]byte(nil), content...)}
	for c := value.NewDecoder(b.text); c.More(); {
		var kind int8
		var r R
		c.Int8(&kind)
		f.code(&r, c)
		if c.Err() != nil || kind < 0 || kind > int8(Delete) || kind > 0 && !kinds {
			return nil, value.ErrDamaged
		}
		b.Row = append(b.Row, r)
		if kinds {
			b.Kind = append(b.Kind, Kind(kind))
		}
	}
	return b, nil
}
