package typecheck

import (
	"fmt"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// Every message of the checker is built in this file and its neighbours errors_*.go, one function
// a mistake, in the order in which the checker meets them. The codes are documented in codes.go.

// report adds a finding; its source is filled in at the end.
func (c *checker) report(d diag.Diagnostic) { c.list = append(c.list, d) }

func (c *checker) error(code string, at diag.Span, message, hint string) {
	c.report(diag.Diagnostic{Severity: diag.Error, Code: code, At: at, Message: message, Hint: hint})
}

func (c *checker) warn(code string, at diag.Span, message, hint string) {
	c.report(diag.Diagnostic{Severity: diag.Warning, Code: code, At: at, Message: message, Hint: hint})
}

// errorWith is an error with one note at another place.
func (c *checker) errorWith(d diag.Diagnostic, note string, at diag.Span) {
	d.Severity = diag.Error
	if at != (diag.Span{}) {
		d.Notes = append(d.Notes, diag.Remark{Message: note, At: at})
	}
	c.report(d)
}

func quote(s string) string { return `"` + s + `"` }

// didYouMean is the hint with the nearest name; "" when none is near.
func didYouMean(name string, candidates []string) string {
	if near := diag.Suggest(name, candidates); near != "" {
		return "Did you mean " + quote(near) + "?"
	}
	return ""
}

// errUnsupported is what Flink has and flinkc does not have yet.
func (c *checker) errUnsupported(at diag.Span, what, cure string) {
	c.error("not-supported", at, what+" is not supported yet", cure)
}

func (c *checker) warnNoEffect(s lang.Statement) {
	c.warn("no-effect", s.Span(), "the statement has no effect in a script",
		"Remove it.")
}

// warnUnknowable is a question that only a running cluster answers.
func (c *checker) warnUnknowable(s lang.Statement, why string) {
	c.warn("no-effect", s.Span(), "the statement has no answer: "+why, "Remove it.")
}

func (c *checker) errShowKind(s *lang.Show, t *table) {
	is, cure := "a table", "SHOW CREATE TABLE"
	if t.view != nil {
		is, cure = "a view", "SHOW CREATE VIEW"
	}
	c.errorWith(diag.Diagnostic{Code: "show", At: s.Of.Span(),
		Message: quote(t.path.String()) + " is " + is, Hint: "Write " + cure + "."},
		"it is declared here", t.at)
}

func (c *checker) errUnknownCatalog(name *lang.Ident) {
	c.error("unknown-database", name.Span(), "there is no catalog "+quote(name.Name),
		orElse(didYouMean(name.Name, c.catalog.catalogs()), "CREATE CATALOG it above."))
}

func (c *checker) errDropInUse(s *lang.Drop) {
	c.error("drop", s.Name.Span(), "the current "+lower(string(s.Kind))+" cannot be dropped",
		"USE another one first.")
}

func (c *checker) errDropFull(s *lang.Drop, p path) {
	c.error("drop", s.Name.Span(), "database "+quote(p.database)+" is not empty",
		"Drop what is in it, or write CASCADE.")
}

func (c *checker) errStatement(s lang.Statement) {
	c.errUnsupported(s.Span(), "this statement", "Remove it.")
}

func (c *checker) errNoSink(s *lang.QueryStatement) {
	c.error("no-sink", s.Span(), "the result of this query goes nowhere",
		"Write INSERT INTO a table in front; a table WITH ('connector' = 'print') shows the rows.")
}

func (c *checker) errTooLarge(at diag.Span) {
	c.error("too-large", at,
		fmt.Sprintf("the plan has more than %d operators once its views are expanded", maxNodes),
		"Use fewer views and WITH queries that use each other more than once.")
}

func (c *checker) errPath(p *lang.Path) {
	c.error("name-parts", p.Span(), "the name "+quote(refText(p.Parts))+" has too many parts",
		"Write catalog.database.object at most.")
}

func (c *checker) errUnknownDatabase(at lang.Node, p path) {
	c.error("unknown-database", at.Span(),
		"there is no database "+quote(p.database)+" in catalog "+quote(p.catalog),
		"Create it with CREATE DATABASE, or leave the name out.")
}

func (c *checker) errDatabaseExists(at lang.Node, p path) {
	c.error("already-exists", at.Span(),
		"database "+quote(p.database)+" of catalog "+quote(p.catalog)+" exists already",
		"Write IF NOT EXISTS, or remove the statement.")
}

// kind is what messages call the object.
func (t *table) kind() string {
	if t.view != nil {
		return "view"
	}
	return "table"
}

func (c *checker) errRedeclared(t, other *table) {
	c.errorWith(diag.Diagnostic{Code: "already-exists", At: t.at,
		Message: other.kind() + " " + quote(t.path.String()) + " exists already",
		Hint:    "Choose another name, or DROP the first one before."},
		"it is declared here", other.at)
}

func (c *checker) errUnknownTable(name *lang.Path, p path) {
	if c.declaredInBroken(p.name) {
		return
	}
	hint := didYouMean(p.name, c.catalog.tableNames(p))
	if hint == "" {
		hint = "Declare it with CREATE TABLE or CREATE VIEW above this statement."
	}
	c.error("unknown-table", name.Span(), "there is no table "+quote(p.String()), hint)
}

func (c *checker) errUnknownFunction(e *lang.Call) {
	name := e.Name.Last().Name
	if c.declaredInBroken(name) {
		return
	}
	c.error("unknown-function", e.Name.Span(), "there is no function "+quote(name),
		didYouMean(name, c.functionNames()))
}

func (c *checker) errDropTemporary(s *lang.Drop, p path) {
	c.error("drop", s.Name.Span(), quote(p.String())+" is temporary",
		"Write DROP TEMPORARY "+string(s.Kind)+".")
}

func (c *checker) errDropKind(s *lang.Drop, t *table) {
	c.errorWith(diag.Diagnostic{Code: "drop", At: s.Name.Span(),
		Message: quote(t.path.String()) + " is a " + t.kind() + ", not a " + lower(string(s.Kind)),
		Hint:    "Write DROP " + upper(t.kind()) + "."}, "it is declared here", t.at)
}

func (c *checker) errDropFunction(s *lang.Drop) {
	name := s.Name.Last().Name
	hint := didYouMean(name, c.catalog.functionNames())
	if hint == "" && hasBuiltin(name) {
		hint = "It is a built-in function, which cannot be dropped."
	}
	c.error("unknown-function", s.Name.Span(), "no function "+quote(name)+" is declared", hint)
}

func (c *checker) warnUnknownSetting(s *lang.Set) {
	c.warn("unknown-setting", s.Key.Span(), "the setting "+quote(s.Key.Value)+
		" is not known and has no effect", didYouMean(s.Key.Value, settingKeys()))
}

func (c *checker) errSettingValue(s *lang.Set, line *setting) {
	c.error("setting-value", s.Value.Span(), "'"+s.Value.Value+"' is no value that flinkc takes for "+
		quote(line.Key), "Write "+line.Values+".")
}

func (c *checker) warnHint(h *lang.Hint) {
	c.warn("ignored-hint", h.Span(), "the hint "+quote(h.Name.Name)+" has no effect", "Remove it.")
}

// errUpdating is a LIMIT, which cannot take updates yet, over what makes them.
func (c *checker) errUpdating(at diag.Span, in logical.Node) {
	d := diag.Diagnostic{Code: "updating-input", At: at,
		Message: "LIMIT over rows that are updated later is not supported yet",
		Hint:    "Write the updating result to a table, or combine both steps into one GROUP BY."}
	c.errorWith(d, "the updates are made here", updaterAt(in))
}

// errNoRetract is for a function of the user that cannot take rows back.
func (c *checker) errNoRetract(call logical.AggCall, in logical.Node) {
	side := call.User.Go
	c.errorWith(diag.Diagnostic{Code: "updating-input", At: call.At,
		Message: quote(call.Name) + " is computed over rows that are updated later, and " + side.Name +
			" has no method Retract",
		Hint: "Write Retract(" + strings.Join(goParams(side), ", ") + ") for *" + side.Name +
			", which takes back what Accumulate took."}, "the updates are made here", updaterAt(in))
}

func updaterAt(in logical.Node) diag.Span {
	if n := updater(in); n != nil {
		return n.Span()
	}
	return diag.Span{}
}
