package lang

import (
	"strings"
	"sync"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// rule is a grammar in struct tags. Its parser is built when it is first used, so that a script
// pays only for the statements it has. One word always decides: a branch that has read a token and
// fails is the error, hence no lookahead.
type rule[T any] struct {
	once   sync.Once
	parser *participle.Parser[T]
}

// parse reads a T and leaves what follows it.
func (r *rule[T]) parse(lex *lexer.PeekingLexer) (*T, error) {
	r.once.Do(func() {
		r.parser = participle.MustBuild[T](
			participle.Lexer(definition{}),
			participle.Elide("Blank", "Comment"),
			participle.CaseInsensitive("Ident", "Keyword"),
			participle.UseLookahead(0),
			participle.ParseTypeWith(byHand((*cursor).expr)),
			participle.ParseTypeWith(byHand((*cursor).tableRef)),
		)
	})
	return r.parser.ParseFromLexer(lex, participle.AllowTrailing(true))
}

var (
	createTableRule    rule[CreateTable]
	createViewRule     rule[CreateView]
	createFunctionRule rule[CreateFunction]
	createCatalogRule  rule[CreateCatalog]
	createDatabaseRule rule[CreateDatabase]
	alterTableRule     rule[AlterTable]
	alterViewRule      rule[AlterView]
	dropRule           rule[Drop]
	insertRule         rule[Insert]
	useRule            rule[Use]
	describeRule       rule[Describe]
	selectRule         rule[Select]
	hintsRule          rule[Hints]
)

// tagged reads a statement by its rule.
func tagged[T any, P interface {
	*T
	Statement
}](c *cursor, r *rule[T]) Statement {
	v, err := r.parse(c.lex)
	if err != nil {
		panic(asFailure(err))
	}
	return P(v)
}

// statement reads one statement: one line per first word.
func (p *parser) statement(c *cursor) Statement {
	switch {
	case c.at("CREATE"):
		return create(c)
	case c.at("ALTER"):
		return alter(c)
	case c.at("DROP"):
		return tagged(c, &dropRule)
	case c.at("INSERT"):
		return tagged(c, &insertRule)
	case c.at("EXECUTE"):
		return p.execute(c)
	case c.at("SET"):
		return p.set(c)
	case c.at("RESET"):
		return p.reset(c)
	case c.at("EXPLAIN"):
		return p.explain(c)
	case c.at("USE"):
		return tagged(c, &useRule)
	case c.at("SHOW"):
		return show(c)
	case c.at("DESCRIBE", "DESC"):
		return tagged(c, &describeRule)
	case isQueryStart(c.peek()):
		return queryStatement(c)
	}
	refuseStatement(c)
	c.fail("a statement (CREATE, INSERT, SELECT, SET, ..)")
	return nil
}

// refused are the statements of Flink that are known but not supported, by first word.
var refused = map[string]string{
	"ANALYZE":  "Remove it: plans need no statistics.",
	"ADD":      "Write the function in Go and declare it with CREATE FUNCTION .. LANGUAGE GO.",
	"REMOVE":   "Remove it: there are no jars.",
	"LOAD":     "Remove it: the built-in functions are always there.",
	"UNLOAD":   "Remove it: the built-in functions are always there.",
	"COMPILE":  "Use flinkc build, which compiles the whole script.",
	"TRUNCATE": "Empty the table with the tools of its system.",
	"CALL":     "Call the procedure with the tools of its system.",
	"DELETE":   "Write an INSERT whose query leaves the rows out.",
	"UPDATE":   "Write an INSERT into a table with a PRIMARY KEY, which updates.",
	"STOP":     "Stop the program with SIGTERM.",
	"MERGE":    "Write an INSERT into a table with a PRIMARY KEY, which updates.",
	"BEGIN":    "Write BEGIN STATEMENT SET; to open a statement set.",
}

func refuseStatement(c *cursor) {
	t := c.peek()
	word := strings.ToUpper(t.Value)
	if cure, ok := refused[word]; ok && isWord(t, word) {
		panic(notSupported(c.tokenSpan(), word, cure))
	}
}

// createModifiers may stand between CREATE and the kind of the object.
var createModifiers = wordSet("TEMPORARY SYSTEM OR REPLACE")

// create reads CREATE; the kind of object decides, wherever it stands behind the modifiers.
func create(c *cursor) Statement {
	ahead := cursor{lex: &lexer.PeekingLexer{}}
	*ahead.lex = *c.lex
	ahead.lex.Next()
	for createModifiers[strings.ToUpper(ahead.peek().Value)] {
		ahead.lex.Next()
	}
	switch {
	case ahead.at("TABLE"):
		t := tagged(c, &createTableRule).(*CreateTable)
		checkLike(t.Like)
		return t
	case ahead.at("VIEW"):
		return tagged(c, &createViewRule)
	case ahead.at("FUNCTION"):
		f := tagged(c, &createFunctionRule).(*CreateFunction)
		checkClauses(f)
		return f
	case ahead.at("CATALOG"):
		return tagged(c, &createCatalogRule)
	case ahead.at("DATABASE"):
		return tagged(c, &createDatabaseRule)
	}
	for _, kind := range []string{"MATERIALIZED", "MODEL", "CONNECTION"} {
		ahead.refuse(kind, "CREATE "+kind, "Write a table, a view or a function.")
	}
	ahead.fail("TABLE, VIEW, FUNCTION, CATALOG or DATABASE")
	return nil
}

// likeFeatures are what LIKE may copy from its table, and whether that may be overwritten.
var likeFeatures = map[Word]bool{"ALL": false, "CONSTRAINTS": false, "DISTRIBUTION": false,
	"PARTITIONS": false, "GENERATED": true, "METADATA": true, "OPTIONS": true, "WATERMARKS": true}

// checkLike refuses features that LIKE does not know and those that cannot be overwritten.
func checkLike(l *Like) {
	if l == nil {
		return
	}
	for _, o := range l.Options {
		overwritable, known := likeFeatures[o.Feature]
		if !known || o.Strategy == "OVERWRITING" && !overwritable {
			panic(badLike(o))
		}
	}
}

// checkClauses refuses clauses of CREATE FUNCTION that are given twice.
func checkClauses(f *CreateFunction) {
	seen := map[string]bool{}
	for _, cl := range f.Clauses {
		word := cl.word()
		if seen[word] {
			panic(&failure{duplicateClause(cl.Span(), word)})
		}
		seen[word] = true
	}
}

// word names the clause.
func (f *FunctionClause) word() string {
	switch {
	case f.Deterministic != nil:
		return "DETERMINISTIC"
	case f.OnError != nil:
		return "ON ERROR"
	case f.Language != nil:
		return "LANGUAGE"
	case f.Using != nil:
		return "USING"
	case f.With != nil:
		return "WITH"
	}
	return "the body (AS or RETURN)"
}

func queryStatement(c *cursor) Statement {
	start := c.start()
	q := c.query()
	if c.atOp("|>") {
		return pipedInsert(c, q, start)
	}
	return &QueryStatement{Place: c.since(start), Query: q}
}

// pipedInsert reads |> INSERT INTO table [(columns)].
func pipedInsert(c *cursor, q *Query, start int) Statement {
	c.expectOp("|>")
	c.expect("INSERT")
	n := &Insert{Piped: true, Query: q, Overwrite: c.oneOf("INTO", "OVERWRITE") == "OVERWRITE"}
	n.Table = c.path()
	n.Hints = c.hints()
	if c.atOp("(") {
		from := c.start()
		names := parenthesised(c, (*cursor).ident)
		n.Columns = &Columns{Place: c.since(from), Names: names}
	}
	n.Extent = extent(c.since(start))
	return n
}

// execute reads EXECUTE INSERT .. or EXECUTE STATEMENT SET.
func (p *parser) execute(c *cursor) Statement {
	if isWord(c.second(), "INSERT") {
		return tagged(c, &insertRule)
	}
	start := c.start()
	c.expect("EXECUTE", "STATEMENT", "SET", "BEGIN")
	return p.statementSet(c, start)
}

// statementSet reads the inserts of a set: the first one on the cursor, the others from the
// segments that follow, up to END.
func (p *parser) statementSet(c *cursor, start int) *StatementSet {
	opening := c.since(start).At
	set := &StatementSet{}
	if c.at("END") {
		panic(&failure{emptySet(c.tokenSpan())})
	}
	if first, ok := insertOrNil(c).(*Insert); ok {
		set.Inserts = append(set.Inserts, first)
	}
	p.inserts(set, opening)
	set.At = diag.Span{Start: start, End: max(set.At.End, opening.End)}
	return set
}

func insertOrNil(c *cursor) Statement {
	if !c.at("INSERT", "EXECUTE") && !isQueryStart(c.peek()) {
		panic(&failure{notInsert(c.tokenSpan())})
	}
	if isQueryStart(c.peek()) {
		return pipedOnly(c)
	}
	return tagged(c, &insertRule)
}

// pipedOnly reads a piped query that ends in INSERT.
func pipedOnly(c *cursor) Statement {
	at := c.tokenSpan()
	if s, ok := queryStatement(c).(*Insert); ok {
		return s
	}
	panic(&failure{notInsert(at)})
}

// inserts reads segments up to END and sets the end of the set.
func (p *parser) inserts(set *StatementSet, opening diag.Span) {
	for len(p.rest) > 0 {
		seg := p.take()
		if seg.begins("END") {
			words := seg.words(2)
			set.At.End = p.wordSpan(words[0]).End
			if len(words) > 1 {
				p.report(unexpectedIn(p, words[1]))
			}
			return
		}
		if s, ok := p.parse(seg, insertOrNil).(*Insert); ok {
			set.Inserts = append(set.Inserts, s)
		}
	}
	p.report(unclosedSet(opening))
}

// clientSet reads BEGIN STATEMENT SET; .. END; an empty set is allowed there.
func (p *parser) clientSet(seg segment) Statement {
	words := seg.words(4)
	if len(words) > 3 {
		p.report(unexpectedIn(p, words[3]))
	}
	opening := diag.Span{Start: words[0].Pos.Offset, End: p.wordSpan(words[2]).End}
	set := &StatementSet{Client: true}
	p.inserts(set, opening)
	set.At = diag.Span{Start: opening.Start, End: max(set.At.End, opening.End)}
	return set
}

// explain reads EXPLAIN [PLAN FOR | details] statement.
func (p *parser) explain(c *cursor) Statement {
	start := c.start()
	c.expect("EXPLAIN")
	e := &Explain{PlanFor: c.accept("PLAN", "FOR")}
	for !e.PlanFor && c.atDetail() {
		e.Details = append(e.Details, strings.ToUpper(c.anyWord().Name))
		c.acceptOp(",")
	}
	at := c.start()
	switch {
	case c.accept("EXECUTE", "STATEMENT", "SET", "BEGIN"), c.accept("STATEMENT", "SET", "BEGIN"):
		set := p.statementSet(c, at)
		e.Statement = set
		e.At = diag.Span{Start: start, End: set.At.End}
		return e
	case c.at("INSERT"):
		e.Statement = tagged(c, &insertRule)
	case isQueryStart(c.peek()):
		e.Statement = queryStatement(c)
	default:
		c.fail("a query, INSERT or STATEMENT SET")
	}
	e.Place = c.since(start)
	return e
}

func (c *cursor) atDetail() bool {
	return c.at("ESTIMATED_COST", "CHANGELOG_MODE", "JSON_EXECUTION_PLAN", "PLAN_ADVICE")
}
