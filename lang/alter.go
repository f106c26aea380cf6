package lang

// AlterTable is ALTER TABLE. Exactly one action is set; Options, Reset and the like are the lists of
// SET (..), RESET (..), ADD (..), MODIFY (..).
type AlterTable struct {
	Extent
	IfExists bool            `parser:"'ALTER' 'TABLE' @( 'IF' 'EXISTS' )?"`
	Name     *Path           `parser:"@@"`
	Rename   *AlterRename    `parser:"( 'RENAME' @@"`
	Options  []*Option       `parser:"| 'SET' '(' @@ ( ',' @@ )* ')'"`
	Reset    []*Text         `parser:"| 'RESET' '(' @@ ( ',' @@ )* ')'"`
	Add      []*AlterElement `parser:"| 'ADD' ( '(' @@ ( ',' @@ )* ')' | @@ )"`
	Modify   []*AlterElement `parser:"| 'MODIFY' ( '(' @@ ( ',' @@ )* ')' | @@ )"`
	Drop     *AlterDrop      `parser:"| 'DROP' @@ )"`
}

// AlterRename is TO path, which renames the table, or column TO column.
type AlterRename struct {
	Extent
	Table *Path  `parser:"( 'TO' @@"`
	Old   *Ident `parser:"| @@"`
	New   *Ident `parser:"  'TO' @@ )"`
}

// AlterElement is an element of the column list and its place in it: FIRST, behind After, or, when
// neither is given, at the end or where it is.
type AlterElement struct {
	Extent
	Element *TableElement `parser:"@@"`
	First   bool          `parser:"( @'FIRST'"`
	After   *Ident        `parser:"| 'AFTER' @@ )?"`
}

// AlterDrop is what DROP takes away: columns, the key or the watermark.
type AlterDrop struct {
	Extent
	Key        bool     `parser:"  @( 'PRIMARY' 'KEY' )"`
	Constraint *Ident   `parser:"| 'CONSTRAINT' @@"`
	Watermark  bool     `parser:"| @'WATERMARK'"`
	Columns    []*Ident `parser:"| '(' @@ ( ',' @@ )* ')' | @@"`
}

// AlterView is ALTER VIEW: another name or another query.
type AlterView struct {
	Extent
	Name   *Path  `parser:"'ALTER' 'VIEW' @@"`
	Rename *Path  `parser:"( 'RENAME' 'TO' @@"`
	Query  *Query `parser:"| 'AS' @@ )"`
}

func (*AlterTable) statement() {}
func (*AlterView) statement()  {}

// alter reads ALTER; the kind of object decides.
func alter(c *cursor) Statement {
	switch second := c.second(); {
	case isWord(second, "TABLE"):
		return tagged(c, &alterTableRule)
	case isWord(second, "VIEW"):
		return tagged(c, &alterViewRule)
	}
	panic(notSupported(c.tokenSpan(), "ALTER of anything but tables and views",
		"Write the object as it should be where it is created."))
}
