package lang

// CreateTable is CREATE TABLE. A comma may stand behind the last element, which Flink refuses, but
// nowhere else without one.
type CreateTable struct {
	Extent
	Replace       bool            `parser:"'CREATE' @( 'OR' 'REPLACE' )?"`
	Temporary     bool            `parser:"@'TEMPORARY'?"`
	IfNotExists   bool            `parser:"'TABLE' @( 'IF' 'NOT' 'EXISTS' )?"`
	Name          *Path           `parser:"@@"`
	Elements      []*TableElement `parser:"( '(' ( @@ ( (?! ',' ')' ) ',' @@ )* ','? )? ')' )?"`
	Comment       *Text           `parser:"( 'COMMENT' @@ )?"`
	Distribution  *Distribution   `parser:"@@?"`
	PartitionedBy []*Ident        `parser:"( 'PARTITIONED' 'BY' '(' @@ ( ',' @@ )* ')' )?"`
	With          *Options        `parser:"@@?"`
	Like          *Like           `parser:"( @@"`
	As            *Query          `parser:"| 'AS' @@ )?"`
}

// Options is a WITH clause. An empty one (WITH ()) is not nil and has no List.
type Options struct {
	Extent
	List []*Option `parser:"'WITH' '(' ( @@ ( ',' @@ )* )? ')'"`
}

// TableElement is one entry of a table's column list: exactly one field is set.
type TableElement struct {
	Extent
	Watermark  *Watermark  `parser:"  @@"`
	Constraint *Constraint `parser:"| @@"`
	Column     *Column     `parser:"| @@"`
}

// Column is a physical, metadata or computed column. A computed column has Computed and no Type; a
// metadata column has Type and Metadata; a physical one only Type.
type Column struct {
	Extent
	Name       *Ident            `parser:"@@"`
	Computed   Expr              `parser:"( 'AS' @@"`
	Type       *TypeName         `parser:"| @@"`
	Metadata   *Metadata         `parser:"  @@?"`
	Constraint *ColumnConstraint `parser:"  @@? )"`
	Comment    *Text             `parser:"( 'COMMENT' @@ )?"`
}

// Metadata is METADATA [FROM 'key'] [VIRTUAL]. From is nil when the key is the column's name.
type Metadata struct {
	Extent
	From    *Text `parser:"'METADATA' ( 'FROM' @@ )?"`
	Virtual bool  `parser:"@'VIRTUAL'?"`
}

// ConstraintKind is PRIMARY KEY or UNIQUE.
type ConstraintKind struct {
	Extent
	Primary bool `parser:"( @'PRIMARY' 'KEY'"`
	Unique  bool `parser:"| @'UNIQUE' )"`
}

// Enforcement is [NOT] ENFORCED.
type Enforcement struct {
	Extent
	Not bool `parser:"@'NOT'? 'ENFORCED'"`
}

// ColumnConstraint is a key declared at its only column. Enforced is nil when nothing is said,
// which in Flink means ENFORCED.
type ColumnConstraint struct {
	Extent
	Name     *Ident          `parser:"( 'CONSTRAINT' @@ )?"`
	Kind     *ConstraintKind `parser:"@@"`
	Enforced *Enforcement    `parser:"@@?"`
}

// Constraint is a key of the table. Enforced is nil when nothing is said, which means ENFORCED.
type Constraint struct {
	Extent
	Name     *Ident          `parser:"(?= 'CONSTRAINT' | 'PRIMARY' | 'UNIQUE' ) ( 'CONSTRAINT' @@ )?"`
	Kind     *ConstraintKind `parser:"@@"`
	Columns  []*Ident        `parser:"'(' @@ ( ',' @@ )* ')'"`
	Enforced *Enforcement    `parser:"@@?"`
}

// Watermark is WATERMARK FOR column AS expression.
type Watermark struct {
	Extent
	Column *Path `parser:"'WATERMARK' 'FOR' @@"`
	Expr   Expr  `parser:"'AS' @@"`
}

// Distribution is DISTRIBUTED BY [HASH|RANGE] (columns) [INTO n BUCKETS], or only INTO n BUCKETS.
// Buckets is the number as written, "" when absent.
type Distribution struct {
	Extent
	Kind    Word     `parser:"'DISTRIBUTED' ( 'BY' @( 'HASH' | 'RANGE' )?"`
	Columns []*Ident `parser:"  '(' @@ ( ',' @@ )* ')' )?"`
	Buckets string   `parser:"( 'INTO' @Number 'BUCKETS' )?"`
}

// Like is LIKE table [(options)].
type Like struct {
	Extent
	Table   *Path         `parser:"'LIKE' @@"`
	Options []*LikeOption `parser:"( '(' @@+ ')' )?"`
}

// LikeOption is a strategy (INCLUDING, EXCLUDING, OVERWRITING) for one feature of the source table.
type LikeOption struct {
	Extent
	Strategy Word `parser:"@( 'INCLUDING' | 'EXCLUDING' | 'OVERWRITING' )"`
	Feature  Word `parser:"@( Ident | 'ALL' | 'WATERMARKS' )"`
}

// CreateView is CREATE VIEW.
type CreateView struct {
	Extent
	Temporary   bool          `parser:"'CREATE' @'TEMPORARY'?"`
	IfNotExists bool          `parser:"'VIEW' @( 'IF' 'NOT' 'EXISTS' )?"`
	Name        *Path         `parser:"@@"`
	Columns     []*ViewColumn `parser:"( '(' @@ ( ',' @@ )* ')' )?"`
	Comment     *Text         `parser:"( 'COMMENT' @@ )?"`
	Query       *Query        `parser:"'AS' @@"`
}

// ViewColumn names a column of a view.
type ViewColumn struct {
	Extent
	Name    *Ident `parser:"@@"`
	Comment *Text  `parser:"( 'COMMENT' @@ )?"`
}

// CreateFunction is CREATE FUNCTION, in the typed form of flinkc (Signature is set) or in Flink's
// untyped form. The clauses may stand in any order.
type CreateFunction struct {
	Extent
	Temporary   bool              `parser:"'CREATE' @'TEMPORARY'?"`
	System      bool              `parser:"@'SYSTEM'?"`
	IfNotExists bool              `parser:"'FUNCTION' @( 'IF' 'NOT' 'EXISTS' )?"`
	Name        *Path             `parser:"@@"`
	Signature   *Signature        `parser:"@@?"`
	Clauses     []*FunctionClause `parser:"@@*"`
}

// Signature is (parameters) RETURNS type, or RETURNS TABLE (columns) of a table function: then
// Returns is nil.
type Signature struct {
	Extent
	Params  []*Param  `parser:"'(' ( @@ ( ',' @@ )* )? ')'"`
	Table   []*Param  `parser:"'RETURNS' ( 'TABLE' '(' @@ ( ',' @@ )* ')'"`
	Returns *TypeName `parser:"| @@ )"`
}

// Param is a parameter of a function, or a column of its rows.
type Param struct {
	Extent
	Name *Ident    `parser:"@@"`
	Type *TypeName `parser:"@@"`
}

// FunctionClause is one clause of CREATE FUNCTION: exactly one field is set. CreateFunction's
// methods (Language, Body, ...) find them; each may be given once.
type FunctionClause struct {
	Extent
	Deterministic *Determinism `parser:"  @@"`
	OnError       *OnError     `parser:"| @@"`
	Language      *Language    `parser:"| @@"`
	As            *Text        `parser:"| 'AS' @@"`
	Return        Expr         `parser:"| 'RETURN' @@"`
	Using         []*Resource  `parser:"| 'USING' @@ ( ',' @@ )*"`
	With          *Options     `parser:"| @@"`
}

// Determinism is [NOT] DETERMINISTIC.
type Determinism struct {
	Extent
	Not bool `parser:"@'NOT'? 'DETERMINISTIC'"`
}

// OnError says what an error of the function does: FAIL, NULL or SKIP ROW (Action has one blank).
type OnError struct {
	Extent
	Action Word `parser:"'ON' 'ERROR' @( 'FAIL' | 'NULL' | 'SKIP' 'ROW' )"`
}

// Language is LANGUAGE GO|SQL|PYTHON|JAVA|SCALA. Name is as written.
type Language struct {
	Place
	Name *Ident
}

// Resource is a JAR or ARTIFACT of a USING clause.
type Resource struct {
	Extent
	Kind Word  `parser:"@( 'JAR' | 'ARTIFACT' )"`
	URI  *Text `parser:"@@"`
}

// CreateCatalog is CREATE CATALOG.
type CreateCatalog struct {
	Extent
	IfNotExists bool     `parser:"'CREATE' 'CATALOG' @( 'IF' 'NOT' 'EXISTS' )?"`
	Name        *Ident   `parser:"@@"`
	Comment     *Text    `parser:"( 'COMMENT' @@ )?"`
	With        *Options `parser:"@@?"`
}

// CreateDatabase is CREATE DATABASE.
type CreateDatabase struct {
	Extent
	IfNotExists bool     `parser:"'CREATE' 'DATABASE' @( 'IF' 'NOT' 'EXISTS' )?"`
	Name        *Path    `parser:"@@"`
	Comment     *Text    `parser:"( 'COMMENT' @@ )?"`
	With        *Options `parser:"@@?"`
}

// Drop is DROP of a TABLE, VIEW, FUNCTION, CATALOG or DATABASE. Kind is the upper case word.
// Behavior is "", RESTRICT or CASCADE, for databases.
type Drop struct {
	Extent
	Temporary bool  `parser:"'DROP' @'TEMPORARY'?"`
	System    bool  `parser:"@'SYSTEM'?"`
	Kind      Word  `parser:"@( 'TABLE' | 'VIEW' | 'FUNCTION' | 'CATALOG' | 'DATABASE' )"`
	IfExists  bool  `parser:"@( 'IF' 'EXISTS' )?"`
	Name      *Path `parser:"@@"`
	Behavior  Word  `parser:"@( 'RESTRICT' | 'CASCADE' )?"`
}

func (*CreateTable) statement()    {}
func (*CreateView) statement()     {}
func (*CreateFunction) statement() {}
func (*CreateCatalog) statement()  {}
func (*CreateDatabase) statement() {}
func (*Drop) statement()           {}
