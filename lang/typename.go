package lang

// TypeName is a type as written, not resolved: default lengths and precisions are the checker's.
type TypeName struct {
	Place
	// Name is the upper case name with synonyms kept: BOOLEAN, TINYINT, SMALLINT, INT, INTEGER,
	// BIGINT, FLOAT, REAL, DOUBLE (also for DOUBLE PRECISION), DECIMAL, DEC, NUMERIC, CHAR,
	// CHARACTER (VARCHAR for CHARACTER VARYING), VARCHAR, STRING, BINARY, VARBINARY, BYTES, DATE,
	// TIME, TIMESTAMP, TIMESTAMP_LTZ, INTERVAL, ARRAY, MULTISET, MAP, ROW, RAW, STRUCTURED, NULL,
	// VARIANT; any other word is kept as written for the checker to refuse.
	Name string
	// Args are the numbers in parentheses: length, or precision and scale.
	Args []int
	// Zone is how a TIMESTAMP or TIME treats zones.
	Zone ZoneKind
	// Elems are the element type of ARRAY and MULTISET, or key and value of MAP.
	Elems []*TypeName
	// Fields are the fields of ROW and STRUCTURED.
	Fields []*TypeField
	// Texts are the class and snapshot of RAW and the class of STRUCTURED.
	Texts []*Text
	// Interval is the range of an INTERVAL.
	Interval *IntervalRange
	// NotNull is NOT NULL; Null is an explicit NULL. Both are false when nothing is said.
	NotNull, Null bool
}

// ZoneKind is the zone clause of a TIME or TIMESTAMP type.
type ZoneKind uint8

// Zone clauses.
const (
	NoZone        ZoneKind = iota // nothing said
	WithoutZone                   // WITHOUT TIME ZONE
	WithZone                      // WITH TIME ZONE
	WithLocalZone                 // WITH LOCAL TIME ZONE
)

// TypeField is a field of a ROW type.
type TypeField struct {
	Place
	Name    *Ident
	Type    *TypeName
	Comment *Text // nil when absent
}
