package nested

import (
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

var (
	int32s   = &Type{Kind: Array, Elem: &Type{Kind: Int32}}
	textList = &Type{Kind: Array, Elem: &Type{Kind: String}}
	byText   = &Type{Kind: Map, Key: &Type{Kind: String}, Elem: &Type{Kind: Int32}}
)

// ints makes an ARRAY<INT>; -1 stands for NULL.
func ints(w *Writer, list ...int64) string {
	depth := w.Depth()
	for _, v := range list {
		if v < 0 {
			w.Null()
		} else {
			w.Int(v)
		}
	}
	return w.List(depth)
}

// pairs makes a MAP<STRING, INT> of keys with their length.
func pairs(w *Writer, keys ...string) string {
	depth := w.Depth()
	putPairs(w, keys)
	return w.Map(depth)
}

func putPairs(w *Writer, keys []string) {
	for _, k := range keys {
		w.Text(k)
		w.Int(int64(len(k)))
	}
}

func TestCells(t *testing.T) {
	var w Writer
	n := value.FromInt64(-1250)
	at := value.Timestamp{Millis: -1, Nanos: 999}
	inner := ints(&w, 7, -1)
	w.Bool(true)
	w.Int(-5)
	w.Float32(1.5)
	w.Float64(-0.25)
	w.Decimal(n)
	w.Timestamp(at)
	w.Text("text")
	w.Text("")
	w.Text(inner)
	w.Null()
	v := w.List(0)
	if Len(v) != 10 || !Bool(v, 0) || Int(v, 1) != -5 || Float32(v, 2) != 1.5 || Float64(v, 3) != -0.25 ||
		Decimal(v, 4) != n || Timestamp(v, 5) != at || Text(v, 6) != "text" || Text(v, 7) != "" ||
		Int(Text(v, 8), 0) != 7 {
		t.Errorf("cells of %x", v)
	}
	for i, want := range []int{0, 1, 2, 3, 4, 5, 6, 7, 8, -1, -1} {
		if got := Field(v, i); got != want {
			t.Errorf("Field(%d) = %d", i, got)
		}
	}
	if At(v, 0) != -1 || At(v, -1) != -1 || At(v, 1) != 0 || At(v, 10) != -1 || At(v, 1<<40) != -1 {
		t.Error("At")
	}
	if Int(v, -1) != 0 || Text(v, -1) != "" || (Decimal(v, -1) != value.Int128{}) || Len("") != 0 || At("", 1) != -1 {
		t.Error("what is not there must be zero")
	}
}

func TestKeys(t *testing.T) {
	var w Writer
	m := pairs(&w, "a", "bb", "", "ccc")
	for key, want := range map[string]int64{"a": 1, "bb": 2, "": 0, "ccc": 3} {
		if cell := KeyText(m, key); cell < 0 || Int(m, cell) != want {
			t.Errorf("%q: cell %d", key, cell)
		}
	}
	if KeyText(m, "x") >= 0 || KeyText("", "x") >= 0 {
		t.Error("a key that is not there")
	}
	w.Null()
	w.Int(1)
	w.Int(0)
	w.Null()
	w.Int(9)
	w.Int(10)
	nulls := w.Map(0)
	if KeyInt(nulls, 0) != -1 || KeyInt(nulls, 9) < 0 || Pairs(nulls) != 3 {
		t.Error("NULL is no key that is found")
	}
}

// TestLastValueOfAKey goes beyond the number of entries that are looked through one by one.
func TestLastValueOfAKey(t *testing.T) {
	for _, n := range []int{2, few, few + 1, 3 * few} {
		var w Writer
		for _, hashed := range []bool{false, true, false} { // what one map leaves must not be seen by the next
			for i := range 2 * n {
				w.Int(int64(i % n))
				w.Int(int64(i))
			}
			var m string
			if hashed {
				m = w.Hashed(&Type{Kind: Int32}, 0)
			} else {
				m = w.Map(0)
			}
			if Pairs(m) != n {
				t.Fatalf("%d entries of %d", Pairs(m), n)
			}
			for i := range n {
				if got := Int(m, KeyInt(m, int64(i))); got != int64(n+i) {
					t.Errorf("of %d keys, %d has %d", n, i, got)
				}
			}
		}
	}
}

func TestEqual(t *testing.T) {
	var w Writer
	nulls := &Type{Kind: Array, Elem: int32s}
	list := func(v string) string { w.Text(v); return w.List(w.Depth() - 1) }
	zero := func(v float64) string { w.Float64(v); return w.List(0) }
	floats := &Type{Kind: Array, Elem: &Type{Kind: Double}}
	minus := zero(0)
	minus = minus[:len(minus)-1] + "\x80"
	tests := []struct {
		t    *Type
		a, b string
		want bool
	}{
		{int32s, ints(&w, 1, 2), ints(&w, 1, 2), true},
		{int32s, ints(&w, 1, 2), ints(&w, 2, 1), false},
		{int32s, ints(&w, 1), ints(&w, 1, 2), false},
		{int32s, ints(&w), ints(&w), true},
		{int32s, ints(&w, 1, -1), ints(&w, 1, -1), false},
		{nulls, list(ints(&w, 1)), list(ints(&w, 1)), true},
		{nulls, list(ints(&w, -1)), list(ints(&w, -1)), false},
		{floats, zero(0), minus, true},
		{byText, pairs(&w, "a", "bb"), pairs(&w, "bb", "a"), true},
		{byText, pairs(&w, "a", "bb"), pairs(&w, "a", "cc"), false},
	}
	for i, tt := range tests {
		if got := Equal(tt.t, tt.a, tt.b); got != tt.want {
			t.Errorf("case %d: %v", i, got)
		}
	}
	// In another order, as two maps of which one has grown and shrunk could have in Flink.
	w.Text("bb")
	w.Text("a")
	w.Int(2)
	w.Int(1)
	if other := w.List(0); !Equal(byText, pairs(&w, "a", "bb"), other) || !Equal(byText, other, pairs(&w, "a", "bb")) {
		t.Error("the order of entries must not matter")
	}
}

func TestGathered(t *testing.T) {
	var w Writer
	log := ""
	for _, text := range []string{"a", "", "bb", "a", "-", "a"} {
		if text == "-" {
			w.Null()
		} else {
			w.Text(text)
		}
		log += w.List(0)
	}
	if got := w.String(textList, Gathered(&w, textList, log), time.UTC); got != "[a, , bb, a, NULL, a]" {
		t.Error(got)
	}
	counts := &Type{Kind: Multiset, Elem: &Type{Kind: String}}
	if got := w.String(counts, Counted(&w, counts, log), time.UTC); got != "{bb=1, NULL=1, =1, a=3}" {
		t.Error(got)
	}
	checkFind(t, &w, log)
	if Len(Gathered(&w, textList, "")) != 0 || Len(Counted(&w, counts, "")) != 0 {
		t.Error("nothing")
	}
}

// checkFind looks for each value of a log where it first is.
func checkFind(t *testing.T, w *Writer, log string) {
	t.Helper()
	for rest := log; rest != ""; {
		var one string
		if one, rest = Next(textList, rest); Find(textList, log, one) != strings.Index(log, one) {
			t.Errorf("%q is found at %d of %q", one, Find(textList, log, one), log)
		}
		if FindLast(textList, log, one) != strings.LastIndex(log, one) {
			t.Errorf("%q is found last at %d of %q", one, FindLast(textList, log, one), log)
		}
	}
	w.Text("b")
	none := w.List(0)
	if Find(textList, log, none) >= 0 || FindLast(textList, log, none) >= 0 {
		t.Error("what is not there is found")
	}
}

// TestOrder holds what Flink 1.20.5 shows of a map of these keys: CAST to STRING, and the print connector.
func TestOrder(t *testing.T) {
	var w Writer
	putPairs(&w, []string{"b", "a", "c"})
	m := w.Hashed(byText.Key, 0)
	if got := w.String(byText, m, time.UTC); got != "{a=1, c=1, b=1}" {
		t.Error(got)
	}
	if got := string(w.AppendPrinted(nil, byText, m)); got != "{a=1, b=1, c=1}" {
		t.Error(got)
	}
	words := strings.Split("one two three four five six seven eight nine ten eleven twelve thirteen fourteen", " ")
	words = append(words, "a long key of more than eight bytes", "äöü€😀")
	const want = "nine six äöü€😀 one a long key of more than eight bytes seven two three thirteen eight fourteen " +
		"four twelve eleven ten five"
	putPairs(&w, words)
	text := string(w.AppendPrinted(nil, byText, w.Hashed(byText.Key, 0))) // as the json format reads it
	var keys []string
	for _, entry := range strings.Split(strings.Trim(text, "{}"), ", ") {
		key, _, _ := strings.Cut(entry, "=")
		keys = append(keys, key)
	}
	if got := strings.Join(keys, " "); got != want {
		t.Error(got)
	}
}

// TestDecimalHash compares with java.math.BigDecimal.hashCode.
func TestDecimalHash(t *testing.T) {
	for _, tt := range []struct {
		unscaled int64
		scale    int
		want     int32
	}{{0, 0, 0}, {125, 2, 3877}, {-125, 2, -3873}, {1 << 40, 0, 256 * 31 * 31}} {
		if got := int32(hashDecimal(value.FromInt64(tt.unscaled), tt.scale)); got != tt.want {
			t.Errorf("%d scale %d: %d, want %d", tt.unscaled, tt.scale, got, tt.want)
		}
	}
}

func TestTexts(t *testing.T) {
	var w Writer
	row := &Type{Kind: Row, Fields: []NamedType{{"a", &Type{Kind: Number, Precision: 5, Scale: 2}},
		{"b", &Type{Kind: Bytes}}, {"c", &Type{Kind: Moment, Precision: 3}}, {"d", textList},
		{"e", &Type{Kind: Bool8}}}}
	w.Text("x")
	w.Null()
	list := w.List(0)
	w.Decimal(value.FromInt64(150))
	w.Text("ab")
	w.Timestamp(value.Timestamp{})
	w.Text(list)
	w.Bool(true)
	v := w.List(0)
	if got := w.String(row, v, time.UTC); got != "(1.50, ab, 1970-01-01 00:00:00.000, [x, NULL], TRUE)" {
		t.Error(got)
	}
	if got := string(w.AppendPrinted(nil, row, v)); got != "+I[1.50, [97, 98], 1970-01-01T00:00, [x, null], true]" {
		t.Error(got)
	}
}

// TestNoAllocations: once the memory is there, making and reading values takes none.
func TestNoAllocations(t *testing.T) {
	var w Writer
	buf := make([]byte, 0, 1<<10)
	n := testing.AllocsPerRun(100, func() {
		w.Reset()
		w.Text(ints(&w, 1, 2, -1))
		v := w.List(0)
		m := pairs(&w, "a", "bb", "ccc")
		buf = w.AppendPrinted(buf[:0], byText, m)
		if At(Text(v, 0), 2) != 1 || KeyText(m, "bb") < 0 {
			t.Error("wrong")
		}
	})
	if n > 0 {
		t.Errorf("%v allocations", n)
	}
}
