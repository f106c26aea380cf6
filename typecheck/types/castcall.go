package types

// How the code generator casts: which function of rtlib/cast, with which constants.

// Arg is an extra argument of a cast function, behind the value.
type Arg uint8

// Extra arguments. All are constant ints but Zone, the session's *time.Location, which always comes
// last.
const (
	FromPrecision Arg = iota
	FromScale
	ToPrecision
	ToScale
	Zone
)

// Form is what a Go function of the runtime returns.
type Form uint8

// Forms. The bool is false for NULL; an error fails the job, or is NULL in TRY_CAST.
const (
	Plain       Form = iota // T
	OrNull                  // (T, bool)
	OrError                 // (T, error)
	OrNullError             // (T, bool, error)
)

// CastKey is a cell of the table.
type CastKey struct{ From, To Kind }

// Cast is how a cell is computed. Go is "" where the Go value stays what it is. Append writes the
// same text as Go into a buffer, Append(dst []byte, value, args...) []byte; it is "" when the
// target is no text or the value is one already. Fit adapts a result to the target's length,
// Fit(text string, length int) string; it is "" for targets without one.
type Cast struct {
	Go     string
	Append string
	Args   []Arg
	Form   Form
	Fit    string
}

// castNames are the words of which the names of cast functions are made.
var castNames = map[Kind]string{
	Boolean: "Bool", TinyInt: "Int8", SmallInt: "Int16", Int: "Int32", BigInt: "Int64",
	Float: "Float32", Double: "Float64", Decimal: "Decimal",
	Char: "String", VarChar: "String", Binary: "Bytes", VarBinary: "Bytes",
	Date: "Date", Time: "Time", Timestamp: "Timestamp", TimestampLTZ: "Instant",
	IntervalYearMonth: "Months", IntervalDayTime: "Millis",
}

var fitNames = map[Kind]string{
	Char: "FitChar", VarChar: "FitVarChar", Binary: "FitBinary", VarBinary: "FitVarBinary",
}

// Groups of kinds that share rows of the table.
var (
	integers   = []Kind{TinyInt, SmallInt, Int, BigInt}
	floats     = []Kind{Float, Double}
	characters = []Kind{Char, VarChar}
	binaries   = []Kind{Binary, VarBinary}
	intervals  = []Kind{IntervalYearMonth, IntervalDayTime}
	boolean    = []Kind{Boolean}
	decimal    = []Kind{Decimal}
	date       = []Kind{Date}
	timeOfDay  = []Kind{Time}
	timestamp  = []Kind{Timestamp}
	instant    = []Kind{TimestampLTZ}
)

// castRow is a block of cells with the same extra arguments and form.
type castRow struct {
	from, to []Kind
	args     []Arg
	form     Form
}

// castRows is dialect/types.md 4 as calls. Cells of one kind to itself that need no call are added
// by makeCasts.
var castRows = []castRow{
	{boolean, integers, nil, Plain},
	{boolean, floats, nil, Plain},
	{boolean, decimal, []Arg{ToPrecision, ToScale}, OrNull},
	{boolean, characters, nil, Plain},

	{integers, boolean, nil, Plain},
	{integers, integers, nil, Plain},
	{integers, floats, nil, Plain},
	{integers, decimal, []Arg{ToPrecision, ToScale}, OrNull},
	{integers, characters, nil, Plain},
	{integers, intervals, nil, Plain},

	{floats, boolean, nil, Plain},
	{floats, integers, nil, Plain},
	{floats, floats, nil, Plain},
	{floats, decimal, []Arg{ToPrecision, ToScale}, OrNullError},
	{floats, characters, nil, Plain},

	{decimal, boolean, nil, Plain},
	{decimal, integers, []Arg{FromScale}, Plain},
	{decimal, floats, []Arg{FromPrecision, FromScale}, Plain},
	{decimal, decimal, []Arg{FromScale, ToPrecision, ToScale}, OrNull},
	{decimal, characters, []Arg{FromScale}, Plain},
	{decimal, intervals, []Arg{FromScale}, Plain},

	{characters, boolean, nil, OrError},
	{characters, integers, nil, OrError},
	{characters, floats, nil, OrError},
	{characters, decimal, []Arg{ToPrecision, ToScale}, OrNullError},
	{characters, binaries, nil, Plain},
	{characters, date, nil, OrError},
	{characters, timeOfDay, nil, OrError},
	{characters, timestamp, []Arg{ToPrecision}, OrError},
	{characters, instant, []Arg{ToPrecision, Zone}, OrError},
	{binaries, characters, nil, Plain},

	{date, characters, nil, Plain},
	{date, timestamp, nil, Plain},
	{date, instant, []Arg{Zone}, Plain},
	{timeOfDay, characters, []Arg{FromPrecision}, Plain},
	{timeOfDay, timestamp, nil, Plain},
	{timeOfDay, instant, []Arg{Zone}, Plain},
	{timestamp, characters, []Arg{FromPrecision}, Plain},
	{timestamp, date, nil, Plain},
	{timestamp, timeOfDay, nil, Plain},
	{timestamp, timestamp, []Arg{ToPrecision}, Plain},
	{timestamp, instant, []Arg{ToPrecision, Zone}, Plain},
	{instant, characters, []Arg{FromPrecision, Zone}, Plain},
	{instant, date, []Arg{Zone}, Plain},
	{instant, timeOfDay, []Arg{Zone}, Plain},
	{instant, timestamp, []Arg{ToPrecision, Zone}, Plain},
	{instant, instant, []Arg{ToPrecision}, Plain},

	{intervals, characters, nil, Plain},
	{intervals, integers, nil, Plain},
	{intervals, decimal, []Arg{ToPrecision, ToScale}, OrNull},
}

// Casts has a cell for every allowed cast between scalar types.
var Casts = makeCasts()

func makeCasts() map[CastKey]Cast {
	cells := map[CastKey]Cast{}
	for from := range castNames {
		for to := range castNames {
			if castNames[from] == castNames[to] {
				cells[CastKey{from, to}] = Cast{Fit: fitNames[to]}
			}
		}
	}
	for _, row := range castRows {
		for _, from := range row.from {
			for _, to := range row.to {
				if from != to || row.args != nil {
					cells[CastKey{from, to}] = row.cell(from, to)
				}
			}
		}
	}
	return cells
}

func (r castRow) cell(from, to Kind) Cast {
	c := Cast{
		Go:   castNames[from] + "To" + castNames[to],
		Args: r.args,
		Form: r.form,
		Fit:  fitNames[to],
	}
	if castNames[to] == "String" && castNames[from] != "Bytes" {
		c.Append = "Append" + castNames[from]
	}
	return c
}

// Step is one call of a cast: Go(value, Ints..., zone if Zone).
type Step struct {
	Go     string
	Append string // see Cast
	Ints   []int
	Zone   bool
	Form   Form
}

// CastSteps are the calls that cast a non-NULL value, in order; none when the Go value stays. Calls
// that could not change any value of the source type are left out. False when there is no such cast
// between scalar types.
func CastSteps(from, to Type) ([]Step, bool) {
	cell, ok := Casts[CastKey{from.Kind, to.Kind}]
	if !ok || !CanCast(from, to).Allowed() {
		return nil, false
	}
	var steps []Step
	if cell.Go != "" && !sameValues(from, to) {
		steps = append(steps, cell.step(from, to))
	}
	if cell.Fit != "" && !fits(from, to) {
		steps = append(steps, Step{Go: cell.Fit, Ints: []int{to.Length}})
	}
	return steps, true
}

// KeepsValue reports a cast that changes no value: one without steps, or between constructed types of
// whose parts that is true.
func KeepsValue(from, to Type) bool {
	if from.IsConstructed() && from.Kind == to.Kind {
		a, b := from.Parts(), to.Parts()
		for i := range a {
			if !KeepsValue(a[i], b[i]) {
				return false
			}
		}
		return true
	}
	steps, ok := CastSteps(from, to)
	return ok && len(steps) == 0
}

func (c Cast) step(from, to Type) Step {
	s := Step{Go: c.Go, Append: c.Append, Form: c.Form}
	for _, a := range c.Args {
		switch a {
		case FromPrecision:
			s.Ints = append(s.Ints, from.Precision)
		case FromScale:
			s.Ints = append(s.Ints, from.Scale)
		case ToPrecision:
			s.Ints = append(s.Ints, to.Precision)
		case ToScale:
			s.Ints = append(s.Ints, to.Scale)
		case Zone:
			s.Zone = true
		}
	}
	return s
}

// sameValues reports a cast between parameters of one kind that changes no value.
func sameValues(from, to Type) bool {
	if from.Kind != to.Kind {
		return false
	}
	if from.Kind == Decimal {
		return from.Scale == to.Scale && from.Precision <= to.Precision
	}
	return from.IsTimestamp() && from.Precision <= to.Precision
}

// fits reports that a text of the source type needs no cut and no padding. Values are trusted to
// keep to their own declared length, as Flink does.
func fits(from, to Type) bool {
	if to.Length == MaxLength && to.Kind != Char && to.Kind != Binary {
		return true
	}
	fixed := to.Kind == Char || to.Kind == Binary
	if fixed {
		return from.Kind == to.Kind && from.Length == to.Length
	}
	return (from.IsCharacter() && to.IsCharacter() || from.IsBinary() && to.IsBinary()) &&
		from.Length <= to.Length
}

// CastType is the type of CAST(x AS to), or of TRY_CAST, for x of type from: nullable when from is,
// when a DECIMAL result may have too many digits, and for TRY_CAST when the cast may fail.
func CastType(from, to Type, try bool) Type {
	form := Casts[CastKey{from.Kind, to.Kind}].Form
	fails := form == OrError || form == OrNullError || CanCast(from, to).MayFail()
	return to.WithNullable(from.Nullable || mayOverflow(from, to) || try && fails)
}

// mayOverflow reports that some value of from has too many digits for the DECIMAL to.
func mayOverflow(from, to Type) bool {
	if to.Kind != Decimal {
		return false
	}
	whole, scale := 0, 0
	switch d, exact := from.AsDecimal(); {
	case exact:
		whole, scale = d.Precision-d.Scale, d.Scale
	case from.Kind == Boolean:
		whole = 1
	case from.Kind == IntervalYearMonth:
		whole = 10
	case from.Kind == IntervalDayTime:
		whole = 19
	default:
		return true
	}
	if scale > to.Scale { // 9.96 rounded to one digit has one digit more
		whole++
	}
	return whole > to.Precision-to.Scale
}
