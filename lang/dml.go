package lang

// Insert is INSERT INTO or INSERT OVERWRITE, or the last stage of a piped query. VALUES is a Query
// whose Body is *Values.
type Insert struct {
	Extent
	Execute   bool         `parser:"@'EXECUTE'? 'INSERT'"`
	Overwrite bool         `parser:"( 'INTO' | @'OVERWRITE' )"`
	Table     *Path        `parser:"@@"`
	Hints     *Hints       `parser:"@@?"`
	Partition []*Partition `parser:"( 'PARTITION' '(' @@ ( ',' @@ )* ')' )?"`
	Columns   *Columns     `parser:"@@?"`
	Query     *Query       `parser:"@@"`
	Piped     bool         // written as the last stage of a pipe
}

// Columns is a parenthesised list of at least one name.
type Columns struct {
	Place
	Names []*Ident
}

// Partition is `column = constant` of a PARTITION clause.
type Partition struct {
	Extent
	Column *Ident `parser:"@@"`
	Value  Expr   `parser:"'=' @@"`
}

// StatementSet is EXECUTE STATEMENT SET BEGIN .. END or BEGIN STATEMENT SET; .. END. All its
// statements run as one job.
type StatementSet struct {
	Place
	Inserts []*Insert
	Client  bool // the form BEGIN STATEMENT SET; .. END
}

// QueryStatement is a query that stands by itself.
type QueryStatement struct {
	Place
	Query *Query
}

// Explain is EXPLAIN. Details are the upper case words, empty for EXPLAIN and EXPLAIN PLAN FOR.
// Statement is *QueryStatement, *Insert or *StatementSet.
type Explain struct {
	Place
	Details   []string
	PlanFor   bool
	Statement Statement
}

// Set is SET 'key' = 'value', or SET alone (Key and Value nil), which lists. Unquoted is the form
// SET key = value of old clients.
type Set struct {
	Place
	Key, Value *Text
	Unquoted   bool
}

// Reset is RESET ['key'].
type Reset struct {
	Place
	Key      *Text // nil resets all
	Unquoted bool
}

// Use is USE path, USE CATALOG name or USE MODULES names. Kind is "", CATALOG or MODULES.
type Use struct {
	Extent
	Kind    Word     `parser:"'USE' ( @'CATALOG'"`
	Catalog *Ident   `parser:"  @@"`
	Modules []*Ident `parser:"| 'MODULES' @@ ( ',' @@ )*"`
	Path    *Path    `parser:"| @@ )"`
}

// Show is SHOW. What holds the upper case words behind SHOW (TABLES, CREATE TABLE, CURRENT CATALOG,
// FULL MODULES, ..); Of is the object of SHOW CREATE, COLUMNS FROM and PARTITIONS, or the place
// behind FROM or IN.
type Show struct {
	Place
	What    string
	From    bool // Of stands behind FROM or IN
	Of      *Path
	Like    *Text
	NotLike bool
	ILike   bool
}

// Describe is DESCRIBE or DESC. Kind is "" for a table, else CATALOG, DATABASE or FUNCTION.
type Describe struct {
	Extent
	Kind     Word  `parser:"( 'DESCRIBE' | 'DESC' ) @( 'CATALOG' | 'DATABASE' | 'FUNCTION' )?"`
	Extended bool  `parser:"@'EXTENDED'?"`
	Name     *Path `parser:"@@"`
}

func (*Insert) statement()         {}
func (*StatementSet) statement()   {}
func (*QueryStatement) statement() {}
func (*Explain) statement()        {}
func (*Set) statement()            {}
func (*Reset) statement()          {}
func (*Use) statement()            {}
func (*Show) statement()           {}
func (*Describe) statement()       {}
