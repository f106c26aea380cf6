package stream

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/value"
)

// formRow is as generated rows are: a null word, and no bytes for what is NULL.
type formRow struct {
	name  string
	count int64
	price value.Int128
	null  uint64
}

func (r *formRow) code(c *value.Codec) {
	c.Nulls(&r.null, 2)
	if r.null&0x1 == 0 {
		c.Text(&r.name)
	}
	if r.null&0x2 == 0 {
		c.Int64(&r.count)
	}
	c.Int128(&r.price)
}

const formSchema = 0x0123456789abcdef

var formOf = NewForm(formSchema, (*formRow).code)

func formBatch() *Rows[formRow] {
	return &Rows[formRow]{
		Row: []formRow{
			{"Xi'an", 1, value.FromInt64(-7), 0},
			{"", 0, value.MaxInt128, 3},
			{strings.Repeat("x", 200), math.MinInt64, value.Int128{}, 0},
		},
		Kind: []Kind{Insert, Delete, UpdateAfter},
	}
}

// TestForm: a batch comes back as it was, also without kinds, without columns, and without rows.
func TestForm(t *testing.T) {
	want := formBatch()
	form := formOf.Append([]byte("before"), want)
	b, err := formOf.Read(form[len("before"):], true)
	if err != nil {
		t.Fatal(err)
	}
	clear(form) // a batch is complete in itself
	got := b.(*Rows[formRow])
	if !slices.Equal(got.Row, want.Row) || !slices.Equal(got.Kind, want.Kind) {
		t.Errorf("got %v %v, want %v %v", got.Row, got.Kind, want.Row, want.Kind)
	}
	got.Release()

	want.Kind = nil
	b, err = formOf.Read(formOf.Append(nil, want), false)
	if got := b.(*Rows[formRow]); err != nil || !slices.Equal(got.Row, want.Row) || len(got.Kind) > 0 {
		t.Errorf("without kinds: got %v %v, %v", got.Row, got.Kind, err)
	}
	empty := NewForm(formSchema, func(*struct{}, *value.Codec) {})
	for _, n := range []int{0, 5} {
		b, err := empty.Read(empty.Append(nil, &Rows[struct{}]{Row: make([]struct{}, n)}), false)
		if err != nil || b.Len() != n {
			t.Errorf("%d rows without columns: %v, %v", n, b, err)
		}
	}
}

// TestFormLeavesNothingOfNull: the value that a NULL column holds by chance is not written.
func TestFormLeavesNothingOfNull(t *testing.T) {
	stale := formOf.Append(nil, &Rows[formRow]{Row: []formRow{{"secret", 5, value.Int128{}, 3}}})
	clean := formOf.Append(nil, &Rows[formRow]{Row: []formRow{{"", 0, value.Int128{}, 3}}})
	if !slices.Equal(stale, clean) {
		t.Errorf("%q is not %q", stale, clean)
	}
}

// TestDamage: a form that was cut or of which a bit is another is refused, whatever it is.
func TestDamage(t *testing.T) {
	form := formOf.Append(nil, formBatch())
	for n := range form {
		if _, err := formOf.Read(form[:n], true); !errors.Is(err, value.ErrDamaged) {
			t.Errorf("%d of %d bytes: error %v", n, len(form), err)
		}
		for bit := range 8 {
			form[n] ^= 1 << bit
			if _, err := formOf.Read(form, true); err == nil {
				t.Errorf("bit %d of byte %d is not missed", bit, n)
			}
			form[n] ^= 1 << bit
		}
	}
	if _, err := formOf.Read(append(form, 0), true); !errors.Is(err, value.ErrDamaged) {
		t.Errorf("a byte too many: error %v", err)
	}
}

func TestFormRefuses(t *testing.T) {
	next := formOf.Append(nil, formBatch())
	next[0]++
	tests := map[string]struct {
		form  []byte
		kinds bool
		want  string
	}{
		"another layout": {next, true, "the data has layout 2 and this program knows 1: " +
			"another version of flinkc made the program that wrote it"},
		"another schema": {NewForm(1, (*formRow).code).Append(nil, formBatch()), true,
			"the data has schema 0000000000000001 and this program wants 0123456789abcdef: " +
				"the columns, their types or the aggregates are not those that it was written with"},
		"updates on an edge without": {formOf.Append(nil, formBatch()), false, "damaged data"},
		"a kind that is none":        {Seal(nil, formSchema, []byte{4}), true, "damaged data"},
		"a kind below 0":             {Seal(nil, formSchema, []byte{255}), true, "damaged data"},
	}
	for name, tt := range tests {
		if _, err := formOf.Read(tt.form, tt.kinds); err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %s", name, err, tt.want)
		}
	}
}

// FuzzForm gives a form any content under a seal that is right: it is refused, or is a batch whose
// own form is read as the same batch.
func FuzzForm(f *testing.F) {
	form := formOf.Append(nil, formBatch())
	f.Add(form[sealSize:], true)
	f.Add([]byte{0}, false)
	f.Fuzz(func(t *testing.T, content []byte, kinds bool) {
		b, err := formOf.Read(Seal(nil, formSchema, content), kinds)
		if err != nil {
			return
		}
		again, err := formOf.Read(formOf.Append(nil, b), kinds)
		if err != nil {
			t.Fatal(err)
		}
		x, y := b.(*Rows[formRow]), again.(*Rows[formRow])
		if !slices.Equal(x.Row, y.Row) || !slices.Equal(x.Kind, y.Kind) {
			t.Errorf("%v %v came back as %v %v", x.Row, x.Kind, y.Row, y.Kind)
		}
	})
}
