package nested

// Type describes the cells of a value to what works with any type of them: texts, equality, formats
// and functions over collections. The program holds one for each type that it needs; what reads a
// cell of a known type needs none.
type Type struct {
	Kind             Kind
	Precision, Scale int   // of DECIMAL; Precision alone of TIME and the timestamps
	Key              *Type // MAP
	Elem             *Type // ARRAY, MULTISET; the value of a MAP
	Fields           []NamedType
}

// NamedType is a field of a ROW.
type NamedType struct {
	Name string
	Type *Type
}

// Kind is the root of a Type.
type Kind uint8

// The kinds. Integers have one each because Java's hashes of them differ.
const (
	Bool8 Kind = iota // BOOLEAN
	Int8
	Int16
	Int32
	Int64
	Single // FLOAT
	Double
	Number // DECIMAL
	String // CHAR and VARCHAR
	Bytes  // BINARY and VARBINARY
	Date
	Time
	Moment // TIMESTAMP
	Instant
	Months // INTERVAL YEAR TO MONTH
	Millis // INTERVAL DAY TO SECOND
	Array
	Map
	Multiset
	Row
)

// count is the type of a MULTISET's counts.
var count = &Type{Kind: Int32}

// cell is the type of the cell i of n.
func (t *Type) cell(i, n int) *Type {
	switch t.Kind {
	case Row:
		return t.Fields[i].Type
	case Map:
		if i < n/2 {
			return t.Key
		}
	case Multiset:
		if i >= n/2 {
			return count
		}
	}
	return t.Elem
}

// outer reports whether values lie behind the cells.
func (t *Type) outer() bool {
	switch t.Kind {
	case Number, String, Bytes, Moment, Instant, Array, Map, Multiset, Row:
		return true
	}
	return false
}

// put puts the cell i of v, which is of the type, on a stack as it is.
func (t *Type) put(w *Writer, v string, i int) {
	switch {
	case isNull(v, i):
		w.Null()
	case t.outer():
		w.Text(Text(v, i))
	default:
		w.Int(Int(v, i))
	}
}
