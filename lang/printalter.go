package lang

func (p *printer) alterTable(s *AlterTable) {
	p.w("ALTER TABLE ")
	p.opt(s.IfExists, "IF EXISTS ")
	p.path(s.Name)
	switch {
	case s.Rename != nil:
		p.alterRename(s.Rename)
	case s.Options != nil:
		p.w(" SET ")
		inParens(p, s.Options, p.option)
	case s.Reset != nil:
		p.w(" RESET ")
		inParens(p, s.Reset, func(t *Text) { p.w(quote(t.Value)) })
	case s.Add != nil:
		p.w(" ADD ")
		inParens(p, s.Add, p.alterElement)
	case s.Modify != nil:
		p.w(" MODIFY ")
		inParens(p, s.Modify, p.alterElement)
	default:
		p.w(" DROP ")
		p.alterDrop(s.Drop)
	}
}

func (p *printer) alterRename(r *AlterRename) {
	p.w(" RENAME ")
	if r.Table != nil {
		p.w("TO ")
		p.path(r.Table)
		return
	}
	p.ident(r.Old)
	p.w(" TO ")
	p.ident(r.New)
}

func (p *printer) alterElement(e *AlterElement) {
	p.element(e.Element)
	p.opt(e.First, " FIRST")
	if e.After != nil {
		p.w(" AFTER ")
		p.ident(e.After)
	}
}

func (p *printer) alterDrop(d *AlterDrop) {
	switch {
	case d.Key:
		p.w("PRIMARY KEY")
	case d.Constraint != nil:
		p.w("CONSTRAINT ")
		p.ident(d.Constraint)
	case d.Watermark:
		p.w("WATERMARK")
	default:
		inParens(p, d.Columns, p.ident)
	}
}

func (p *printer) alterView(s *AlterView) {
	p.w("ALTER VIEW ")
	p.path(s.Name)
	if s.Rename != nil {
		p.w(" RENAME TO ")
		p.path(s.Rename)
		return
	}
	p.w(" AS ")
	p.query(s.Query)
}
