package lang

import "strings"

// statement prints a statement without its semicolon: one case per kind.
func (p *printer) statement(s Statement) {
	switch s := s.(type) {
	case *CreateTable:
		p.createTable(s)
	case *CreateView:
		p.createView(s)
	case *CreateFunction:
		p.createFunction(s)
	case *CreateCatalog:
		p.w("CREATE CATALOG ", ifNotExists(s.IfNotExists))
		p.ident(s.Name)
		p.commented(s.Comment)
		p.with(s.With)
	case *CreateDatabase:
		p.w("CREATE DATABASE ", ifNotExists(s.IfNotExists))
		p.path(s.Name)
		p.commented(s.Comment)
		p.with(s.With)
	case *AlterTable:
		p.alterTable(s)
	case *AlterView:
		p.alterView(s)
	case *Drop:
		p.drop(s)
	case *Insert:
		p.insert(s)
	case *StatementSet:
		p.statementSet(s)
	case *QueryStatement:
		p.query(s.Query)
	default:
		p.command(s)
	}
}

// command prints the statements that ask or set something.
func (p *printer) command(s Statement) {
	switch s := s.(type) {
	case *Explain:
		p.w("EXPLAIN ")
		p.opt(s.PlanFor, "PLAN FOR ")
		p.opt(s.Details != nil, strings.Join(s.Details, ", ")+" ")
		p.statement(s.Statement)
	case *Set:
		p.w("SET")
		if s.Key != nil {
			p.w(" ", quote(s.Key.Value), " = ", quote(s.Value.Value))
		}
	case *Reset:
		p.w("RESET")
		if s.Key != nil {
			p.w(" ", quote(s.Key.Value))
		}
	case *Use:
		p.use(s)
	case *Show:
		p.show(s)
	case *Describe:
		p.w("DESCRIBE ")
		p.opt(s.Kind != "", string(s.Kind)+" ")
		p.opt(s.Extended, "EXTENDED ")
		p.path(s.Name)
	}
}

func ifNotExists(set bool) string {
	if set {
		return "IF NOT EXISTS "
	}
	return ""
}

func (p *printer) createTable(s *CreateTable) {
	p.w("CREATE ")
	p.opt(s.Replace, "OR REPLACE ")
	p.opt(s.Temporary, "TEMPORARY ")
	p.w("TABLE ", ifNotExists(s.IfNotExists))
	p.path(s.Name)
	if s.Elements != nil {
		p.w(" ")
		inParens(p, s.Elements, p.element)
	}
	p.commented(s.Comment)
	p.distribution(s.Distribution)
	if s.PartitionedBy != nil {
		p.w(" PARTITIONED BY ")
		inParens(p, s.PartitionedBy, p.ident)
	}
	p.with(s.With)
	p.likeClause(s.Like)
	if s.As != nil {
		p.w(" AS ")
		p.query(s.As)
	}
}

func (p *printer) element(e *TableElement) {
	switch {
	case e.Watermark != nil:
		p.watermark(e.Watermark)
	case e.Constraint != nil:
		p.constraint(e.Constraint)
	default:
		p.column(e.Column)
	}
}

func (p *printer) watermark(w *Watermark) {
	p.w("WATERMARK FOR ")
	p.path(w.Column)
	p.clause(" AS ", w.Expr)
}

func (p *printer) constraint(c *Constraint) {
	p.constraintHead(c.Name, c.Kind)
	p.w(" ")
	inParens(p, c.Columns, p.ident)
	p.enforced(c.Enforced)
}

func (p *printer) constraintHead(name *Ident, kind *ConstraintKind) {
	if name != nil {
		p.w("CONSTRAINT ", identText(name), " ")
	}
	p.w(map[bool]string{false: "UNIQUE", true: "PRIMARY KEY"}[kind.Primary])
}

func (p *printer) enforced(e *Enforcement) {
	if e != nil {
		p.w(" ", notWord(e.Not), "ENFORCED")
	}
}

func (p *printer) column(c *Column) {
	p.ident(c.Name)
	if c.Computed != nil {
		p.clause(" AS ", c.Computed)
	} else {
		p.w(" ")
		p.typeName(c.Type)
	}
	if m := c.Metadata; m != nil {
		p.w(" METADATA")
		if m.From != nil {
			p.w(" FROM ")
			p.text(m.From)
		}
		p.opt(m.Virtual, " VIRTUAL")
	}
	if k := c.Constraint; k != nil {
		p.w(" ")
		p.constraintHead(k.Name, k.Kind)
		p.enforced(k.Enforced)
	}
	p.commented(c.Comment)
}

func (p *printer) distribution(d *Distribution) {
	if d == nil {
		return
	}
	p.w(" DISTRIBUTED")
	if d.Columns != nil {
		p.w(" BY ")
		p.opt(d.Kind != "", string(d.Kind)+" ")
		inParens(p, d.Columns, p.ident)
	}
	p.opt(d.Buckets != "", " INTO "+d.Buckets+" BUCKETS")
}

// likeClause prints LIKE of CREATE TABLE.
func (p *printer) likeClause(l *Like) {
	if l == nil {
		return
	}
	p.w(" LIKE ")
	p.path(l.Table)
	for i, o := range l.Options {
		p.w(map[bool]string{true: " (", false: " "}[i == 0], string(o.Strategy), " ", string(o.Feature))
	}
	p.opt(l.Options != nil, ")")
}

func (p *printer) createView(s *CreateView) {
	p.w("CREATE ")
	p.opt(s.Temporary, "TEMPORARY ")
	p.w("VIEW ", ifNotExists(s.IfNotExists))
	p.path(s.Name)
	if s.Columns != nil {
		p.w(" ")
		inParens(p, s.Columns, func(c *ViewColumn) {
			p.ident(c.Name)
			p.commented(c.Comment)
		})
	}
	p.commented(s.Comment)
	p.w(" AS ")
	p.query(s.Query)
}

func (p *printer) createFunction(s *CreateFunction) {
	p.w("CREATE ")
	p.opt(s.Temporary, "TEMPORARY ")
	p.opt(s.System, "SYSTEM ")
	p.w("FUNCTION ", ifNotExists(s.IfNotExists))
	p.path(s.Name)
	if s.Signature != nil {
		p.signature(s.Signature)
	}
	for _, c := range s.Clauses {
		p.functionClause(c)
	}
}

func (p *printer) signature(s *Signature) {
	param := func(x *Param) {
		p.w(identText(x.Name), " ")
		p.typeName(x.Type)
	}
	p.w(" ")
	inParens(p, s.Params, param)
	p.w(" RETURNS ")
	if s.Table != nil {
		p.w("TABLE ")
		inParens(p, s.Table, param)
		return
	}
	p.typeName(s.Returns)
}

func (p *printer) functionClause(c *FunctionClause) {
	switch {
	case c.Deterministic != nil:
		p.w(" ", notWord(c.Deterministic.Not), "DETERMINISTIC")
	case c.OnError != nil:
		p.w(" ON ERROR ", string(c.OnError.Action))
	case c.Language != nil:
		p.w(" LANGUAGE ", identText(c.Language.Name))
	case c.As != nil:
		p.w(" AS ", quote(c.As.Value))
	case c.Using != nil:
		p.w(" USING ")
		items(p, c.Using, func(r *Resource) { p.w(string(r.Kind), " ", quote(r.URI.Value)) })
	case c.With != nil:
		p.with(c.With)
	default:
		p.clause(" RETURN ", c.Return)
	}
}

func (p *printer) drop(s *Drop) {
	p.w("DROP ")
	p.opt(s.Temporary, "TEMPORARY ")
	p.opt(s.System, "SYSTEM ")
	p.w(string(s.Kind), " ")
	p.opt(s.IfExists, "IF EXISTS ")
	p.path(s.Name)
	p.opt(s.Behavior != "", " "+string(s.Behavior))
}

func (p *printer) insert(s *Insert) {
	if s.Piped {
		p.query(s.Query)
		p.w(" |> ")
	}
	p.opt(s.Execute, "EXECUTE ")
	p.w("INSERT ", map[bool]string{false: "INTO ", true: "OVERWRITE "}[s.Overwrite])
	p.path(s.Table)
	p.hints(s.Hints)
	if s.Partition != nil {
		p.w(" PARTITION ")
		inParens(p, s.Partition, func(x *Partition) {
			p.ident(x.Column)
			p.clause(" = ", x.Value)
		})
	}
	p.columns(s.Columns)
	if !s.Piped {
		p.w(" ")
		p.query(s.Query)
	}
}

func (p *printer) statementSet(s *StatementSet) {
	p.w(map[bool]string{false: "EXECUTE STATEMENT SET BEGIN", true: "BEGIN STATEMENT SET;"}[s.Client])
	for _, i := range s.Inserts {
		p.w(" ")
		p.insert(i)
		p.w(";")
	}
	p.w(" END")
}

func (p *printer) use(s *Use) {
	p.w("USE ")
	switch {
	case s.Catalog != nil:
		p.w("CATALOG ", identText(s.Catalog))
	case s.Modules != nil:
		p.w("MODULES ")
		items(p, s.Modules, p.ident)
	default:
		p.path(s.Path)
	}
}

func (p *printer) show(s *Show) {
	p.w("SHOW ", s.What)
	if s.Of != nil {
		p.w(map[bool]string{false: " ", true: " FROM "}[s.From])
		p.path(s.Of)
	}
	p.opt(s.NotLike, " NOT")
	if s.Like != nil {
		p.w(map[bool]string{false: " LIKE ", true: " ILIKE "}[s.ILike], quote(s.Like.Value))
	}
}
