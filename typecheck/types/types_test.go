package types

import "testing"

func TestString(t *testing.T) {
	day, _ := IntervalOf("DAY")
	hours, _ := IntervalOf("HOUR TO SECOND")
	month, _ := IntervalOf("MONTH")
	tests := []struct {
		t    Type
		want string
	}{
		{Of(Boolean), "BOOLEAN"},
		{Of(Int).NotNull(), "INT NOT NULL"},
		{DecimalOf(38, 17).NotNull(), "DECIMAL(38, 17) NOT NULL"},
		{Of(Decimal), "DECIMAL(10, 0)"},
		{StringOf(), "STRING"},
		{VarCharOf(9), "VARCHAR(9)"},
		{Of(Char), "CHAR(1)"},
		{BytesOf(), "BYTES"},
		{BinaryOf(4), "BINARY(4)"},
		{Of(Time), "TIME(0)"},
		{Of(Timestamp), "TIMESTAMP(6)"},
		{TimestampLTZOf(3), "TIMESTAMP_LTZ(3)"},
		{day, "INTERVAL DAY(2)"},
		{hours, "INTERVAL HOUR TO SECOND(6)"},
		{month, "INTERVAL MONTH"},
		{Of(IntervalYearMonth), "INTERVAL YEAR(2) TO MONTH"},
		{Of(IntervalDayTime), "INTERVAL DAY(2) TO SECOND(6)"},
		{MapOf(StringOf(), ArrayOf(Of(Int).NotNull())), "MAP<STRING, ARRAY<INT NOT NULL>>"},
		{RowOf(Field{"a`b", Of(Int)}, Field{"c", StringOf()}).NotNull(),
			"ROW<`a``b` INT, `c` STRING> NOT NULL"},
		{Of(Null), "NULL"},
		{MultisetOf(Of(Int)), "MULTISET<INT>"},
		{Type{Kind: IntervalDayTime, Nullable: true}, "INTERVAL DAY(2) TO SECOND(6)"},
		{Type{Kind: Array, Nullable: true}, "ARRAY<INVALID>"},
		{Type{Kind: 200, Nullable: true}, "INVALID"},
	}
	for _, tt := range tests {
		if got := tt.t.String(); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}

func TestEqual(t *testing.T) {
	a := RowOf(Field{"a", ArrayOf(Of(Int))})
	b := RowOf(Field{"a", ArrayOf(Of(Int).NotNull())})
	tests := []struct {
		name        string
		a, b        Type
		same, loose bool
	}{
		{"itself", a, a, true, true},
		{"nullability within", a, b, false, true},
		{"nullability", Of(Int), Of(Int).NotNull(), false, true},
		{"scale", DecimalOf(5, 1), DecimalOf(5, 2), false, false},
		{"name", a, RowOf(Field{"b", ArrayOf(Of(Int))}), false, false},
		{"arity", a, RowOf(), false, false},
		{"key", MapOf(Of(Int), Of(Int)), MapOf(Of(Date), Of(Int)), false, false},
	}
	for _, tt := range tests {
		if got := tt.a.Equal(tt.b); got != tt.same {
			t.Errorf("%s: Equal %v", tt.name, got)
		}
		if got := tt.a.EqualIgnoringNullability(tt.b); got != tt.loose {
			t.Errorf("%s: EqualIgnoringNullability %v", tt.name, got)
		}
	}
}

func TestCheck(t *testing.T) {
	tests := []struct {
		t    Type
		want string
	}{
		{DecimalOf(38, 38), ""},
		{DecimalOf(39, 0), "precision of DECIMAL must be 1 to 38, not 39"},
		{DecimalOf(0, 0), "precision of DECIMAL must be 1 to 38, not 0"},
		{DecimalOf(5, 6), "scale of DECIMAL(5, 6) must be 0 to its precision"},
		{CharOf(0), "length of CHAR must be 1 to 2147483647, not 0"},
		{TimestampOf(10), "precision of TIMESTAMP must be 0 to 9, not 10"},
		{ArrayOf(Type{Kind: Time, Precision: -1}), "precision of TIME must be 0 to 9, not -1"},
		{RowOf(Field{"a", MapOf(VarCharOf(0), Of(Int))}),
			"length of VARCHAR must be 1 to 2147483647, not 0"},
		{Type{Kind: IntervalDayTime, Unit: "SECOND TO DAY"}, "there is no INTERVAL SECOND TO DAY"},
	}
	for _, tt := range tests {
		got := ""
		if err := tt.t.Check(); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.t, got, tt.want)
		}
	}
}

func TestCommon(t *testing.T) {
	null := Of(Null)
	day, _ := IntervalOf("DAY")
	minutes, _ := IntervalOf("HOUR TO MINUTE")
	month, _ := IntervalOf("QUARTER")
	tests := []struct {
		ts   []Type
		want string
	}{
		{[]Type{CharOf(7).NotNull(), CharOf(9).NotNull()}, "VARCHAR(9) NOT NULL"},
		{[]Type{CharOf(7), CharOf(7)}, "CHAR(7)"},
		{[]Type{CharOf(7), StringOf()}, "STRING"},
		{[]Type{BinaryOf(2), BinaryOf(3)}, "VARBINARY(3)"},
		{[]Type{Of(Int), Of(BigInt), DecimalOf(2, 2)}, "DECIMAL(21, 2)"},
		{[]Type{Of(TinyInt).NotNull(), Of(SmallInt)}, "SMALLINT"},
		{[]Type{DecimalOf(38, 0), DecimalOf(38, 38)}, "DECIMAL(38, 0)"},
		{[]Type{Of(BigInt), Of(Float)}, "FLOAT"},
		{[]Type{DecimalOf(5, 2), Of(Float)}, "DOUBLE"},
		{[]Type{Of(Float), Of(Double)}, "FLOAT"}, {[]Type{Of(Double), Of(Float)}, "DOUBLE"},
		{[]Type{TimestampOf(3), TimestampLTZOf(0)}, "TIMESTAMP_LTZ(3)"},
		{[]Type{TimestampOf(3), TimestampOf(9)}, "TIMESTAMP(9)"},
		{[]Type{Of(Date), TimestampOf(3)}, "DATE"},
		{[]Type{null, Of(Int).NotNull()}, "INT"},
		{[]Type{null, null}, "NULL"},
		{[]Type{day, minutes}, "INTERVAL DAY(2) TO MINUTE"},
		{[]Type{day, day}, "INTERVAL DAY(2)"},
		{[]Type{day, Of(IntervalDayTime)}, "INTERVAL DAY(2) TO SECOND(6)"},
		{[]Type{day, month}, "none"},
		{[]Type{RowOf(Field{"a", Of(Int)}), RowOf(Field{"a", Of(Date)})}, "none"},
		{[]Type{MapOf(StringOf(), Of(Int)), MapOf(StringOf(), Of(BigInt))}, "MAP<STRING, BIGINT>"},
		{[]Type{ArrayOf(Of(Int)), ArrayOf(Of(BigInt))}, "ARRAY<BIGINT>"},
		{[]Type{RowOf(Field{"a", Of(Int)}), RowOf(Field{"b", Of(Double)})}, "ROW<`a` DOUBLE>"},
		{[]Type{Of(Int), StringOf()}, "none"},
		{[]Type{Of(Boolean), Of(Int)}, "none"},
		{[]Type{RowOf(), RowOf(Field{"b", Of(Int)})}, "none"},
		{nil, "none"},
	}
	for _, tt := range tests {
		got := "none"
		if c, ok := Common(tt.ts...); ok {
			got = c.String()
		}
		if got != tt.want {
			t.Errorf("%v: %s, want %s", tt.ts, got, tt.want)
		}
	}
}

// The worked examples of the dialect are among these. A DECIMAL cut to 38 digits is nullable.
func TestArithmetic(t *testing.T) {
	i, b, d := Of(Int).NotNull(), Of(BigInt).NotNull(), Of(Double).NotNull()
	dec := func(p, s int) Type { return DecimalOf(p, s).NotNull() }
	tests := []struct {
		a    Type
		op   ArithOp
		b    Type
		want string
	}{
		{i, OpAdd, b, "BIGINT NOT NULL"},
		{i, OpMul, Of(Float), "FLOAT"},
		{b, OpMul, d, "DOUBLE NOT NULL"},
		{i, OpDiv, i, "INT NOT NULL"},
		{Of(TinyInt), OpAdd, Of(TinyInt), "TINYINT"},
		{b, OpMod, i, "INT NOT NULL"},
		{i, OpMod, b, "BIGINT NOT NULL"},
		{dec(3, 3), OpMul, b, "DECIMAL(23, 3) NOT NULL"},
		{b, OpMul, dec(2, 1), "DECIMAL(22, 1) NOT NULL"},
		{dec(22, 1), OpDiv, b, "DECIMAL(38, 17)"},
		{dec(10, 2), OpMul, dec(6, 4), "DECIMAL(17, 6) NOT NULL"},
		{dec(38, 8), OpAdd, dec(32, 8), "DECIMAL(38, 7)"},
		{dec(5, 2), OpSub, i, "DECIMAL(13, 2) NOT NULL"},
		{dec(5, 2), OpMod, dec(3, 1), "DECIMAL(4, 2) NOT NULL"},
		{dec(5, 0), OpMod, i, "INT NOT NULL"},
		{dec(5, 2), OpAdd, d, "DOUBLE NOT NULL"},
		{Of(SmallInt).NotNull(), OpAdd, dec(3, 1), "DECIMAL(7, 1) NOT NULL"},
		{i, OpAdd, Of(Null), "INT"},
		{i, OpAdd, StringOf(), "none"},
		{Of(Null), OpAdd, Of(Null), "none"},
	}
	for _, tt := range tests {
		got := "none"
		if r, ok := Arithmetic(tt.op, tt.a, tt.b); ok {
			got = r.String()
		}
		if got != tt.want {
			t.Errorf("%s %d %s: %s, want %s", tt.a, tt.op, tt.b, got, tt.want)
		}
	}
}

func TestAggregate(t *testing.T) {
	tests := []struct {
		name  string
		arg   Type
		empty bool
		want  string
	}{
		{"COUNT", StringOf(), true, "BIGINT NOT NULL"},
		{"SUM", Of(Int).NotNull(), false, "INT NOT NULL"},
		{"SUM", Of(Int).NotNull(), true, "INT"},
		{"SUM", DecimalOf(10, 2), false, "DECIMAL(38, 2)"},
		{"$SUM0", Of(Int), true, "INT NOT NULL"},
		{"AVG", Of(BigInt), false, "BIGINT"},
		{"AVG", DecimalOf(10, 2), false, "DECIMAL(38, 6)"},
		{"AVG", DecimalOf(10, 8), false, "DECIMAL(38, 8)"},
		{"VAR_SAMP", Of(Int).NotNull(), false, "INT"},
		{"VAR_POP", Of(Int).NotNull(), false, "INT NOT NULL"},
		{"FIRST_VALUE", ArrayOf(Of(Int)), false, "none"},
		{"COLLECT", Of(Int), false, "MULTISET<INT NOT NULL>"},
		{"MAX", CharOf(3).NotNull(), false, "CHAR(3) NOT NULL"},
		{"LISTAGG", CharOf(3), false, "CHAR(3)"},
		{"ARRAY_AGG", Of(Int), false, "ARRAY<INT>"},
		{"SUM", StringOf(), false, "none"},
		{"MIN", ArrayOf(Of(Int)), false, "none"},
		{"NOSUCH", Of(Int), false, "none"},
	}
	for _, tt := range tests {
		got := "none"
		if r, ok := Aggregate(tt.name, tt.arg, tt.empty); ok {
			got = r.String()
		}
		if got != tt.want {
			t.Errorf("%s(%s): %s, want %s", tt.name, tt.arg, got, tt.want)
		}
	}
}

func TestCanCast(t *testing.T) {
	days := singleField(IntervalDayTime)
	tests := []struct {
		from, to Type
		want     CastRule
	}{
		{Of(Int), Of(BigInt), Implicit},
		{Of(Int).NotNull(), Of(Int), Implicit},
		{Of(Int), Of(Int).NotNull(), Explicit},
		{Of(BigInt), Of(Int), Explicit},
		{Of(Double), DecimalOf(5, 2), Implicit},
		{DecimalOf(5, 2), Of(Float), Implicit},
		{Of(Float), Of(Int), Explicit},
		{Of(Int), StringOf(), Explicit},
		{CharOf(3), StringOf(), Implicit},
		{StringOf(), CharOf(3), Explicit},
		{StringOf(), Of(Int), ExplicitMayFail},
		{StringOf(), Of(TimestampLTZ), ExplicitMayFail},
		{StringOf(), BytesOf(), Explicit},
		{BytesOf(), StringOf(), Explicit},
		{BytesOf(), Of(Int), Never},
		{Of(Boolean), Of(Int), Explicit},
		{Of(Int), Of(Boolean), Explicit},
		{DecimalOf(5, 2), Of(Boolean), Explicit},
		{Of(Double), Of(Boolean), Explicit},
		{Of(Date), Of(Boolean), Never},
		{Of(Timestamp), Of(Date), Implicit},
		{Of(Date), Of(Timestamp), Explicit},
		{Of(Date), Of(Time), Never},
		{Of(Time), Of(Date), Never},
		{Of(Int), Of(Timestamp), HintToTimestamp},
		{Of(TimestampLTZ), Of(BigInt), HintToNumber},
		{days, Of(Int), Explicit},
		{Of(Int), days, Explicit},
		{Of(IntervalDayTime), Of(Int), Never},
		{days, Of(Double), Never},
		{StringOf(), days, Never},
		{days, Of(IntervalYearMonth), Never},
		{Of(Null), Of(Int), Implicit},
		{Of(Null), Of(Int).NotNull(), Never},
		{ArrayOf(Of(Int)), ArrayOf(Of(BigInt)), Implicit},
		{ArrayOf(Of(Int)), ArrayOf(Of(Int).NotNull()), ExplicitMayFail},
		{ArrayOf(Of(Int)), ArrayOf(Of(Date)), Never},
		{ArrayOf(Of(Int)), StringOf(), Explicit},
		{RowOf(Field{"a", Of(Int)}), RowOf(), Never},
		{RowOf(Field{"a", Of(Int)}), RowOf(Field{"b", Of(BigInt)}), Implicit},
		{RowOf(Field{"a", Of(Int)}), RowOf(Field{"b", Of(Date)}), Never},
		{MapOf(StringOf(), Of(Int)), MapOf(StringOf(), Of(BigInt)), Implicit},
		{MapOf(BytesOf(), Of(Int)), MapOf(Of(Int), Of(Int)), Never},
		{Of(Raw), BytesOf(), Explicit},
	}
	for _, tt := range tests {
		if got := CanCast(tt.from, tt.to); got != tt.want {
			t.Errorf("%s to %s: %d, want %d", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestCanInsert(t *testing.T) {
	tests := []struct {
		from, to Type
		want     bool
	}{
		{Of(Int), Of(BigInt).NotNull(), true},
		{Of(BigInt), Of(Int), false},
		{Of(Int), StringOf(), false},
		{StringOf(), CharOf(3), true},
		{DecimalOf(38, 17), DecimalOf(10, 2), true},
		{DecimalOf(38, 17), Of(Double), true},
		{TimestampOf(9), TimestampOf(3), true},
		{BytesOf(), BinaryOf(3), true},
		{Of(Null), Of(Int).NotNull(), true},
		{StringOf(), Of(Date), false},
	}
	for _, tt := range tests {
		if got := CanInsert(tt.from, tt.to); got != tt.want {
			t.Errorf("%s into %s: %v", tt.from, tt.to, got)
		}
	}
}

func TestIntervalOf(t *testing.T) {
	for unit, want := range map[string]string{
		"WEEK": "INTERVAL DAY(2)", "QUARTER": "INTERVAL MONTH", "YEAR TO MONTH": "INTERVAL YEAR(2) TO MONTH",
		"SECOND": "INTERVAL SECOND(6)", "MONTH TO DAY": "none", "SECOND TO DAY": "none", "DAY TO DAY": "none",
		"DAY TO CENTURY": "none", "CENTURY": "none",
	} {
		got := "none"
		if i, ok := IntervalOf(unit); ok {
			got = i.String()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", unit, got, want)
		}
	}
}
