package physical

import (
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/typecheck/options"
)

// An access is something outside of the program that a table stands for.
type access struct {
	what string
	need []string // rights and other things to know, a line each
}

// sourceAccess and sinkAccess are the tables of connectors that reach outside. What is not in them
// does not: rows that are made up, or swallowed.
var (
	sourceAccess = map[string]func(*Plan, *Source) access{
		"kafka":      kafkaAccess,
		"filesystem": func(_ *Plan, s *Source) access { return fileAccess(s.Table.Options) },
	}
	sinkAccess = map[string]func(*Plan, *Sink) access{
		"jdbc":       jdbcAccess,
		"filesystem": func(_ *Plan, s *Sink) access { return folderAccess(s.Table.Options) },
		"print":      func(_ *Plan, s *Sink) access { return printAccess(s.Table.Options) },
	}
)

// Access says what the job reads and writes outside of itself, and with which rights.
func (p *Plan) Access() string {
	var b strings.Builder
	line := func(verb, table string, a access) {
		fmt.Fprintf(&b, "%s %s: %s\n", verb, table, a.what)
		for _, n := range a.need {
			fmt.Fprintf(&b, "  %s\n", n)
		}
	}
	for _, s := range p.Sources {
		if s.Table != nil && sourceAccess[s.Table.Options.Connector] != nil {
			line("reads table", s.Table.Name, sourceAccess[s.Table.Options.Connector](p, s))
		}
	}
	for _, s := range p.Sinks {
		if of := sinkAccess[s.Table.Options.Connector]; of != nil {
			line("writes table", s.Table.Name, of(p, s))
		}
	}
	for _, s := range p.startUp() {
		fmt.Fprintf(&b, "reads at its start: %s\n", s)
	}
	for _, f := range p.Functions {
		fmt.Fprintf(&b, "runs Go, which may reach more: %s, %s.%s\n", f.Name, f.Go.Package,
			f.Go.Name)
	}
	if b.Len() == 0 {
		return "nothing outside of the program"
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// kafkaAccess names rights as Kafka's access control lists do; READ includes DESCRIBE.
func kafkaAccess(p *Plan, s *Source) access {
	o := s.Table.Options
	topics := "topic " + quotedList(o.Get("topic").List)
	if pattern := o.Get("topic-pattern"); pattern.Set {
		topics = fmt.Sprintf("topics matching %q", pattern.Text)
	}
	a := access{
		what: fmt.Sprintf("%s of Kafka at %s", topics, o.Get("properties.bootstrap.servers").Text),
		need: []string{"needs READ on " + topics},
	}
	group := o.Get("properties.group.id").Text
	mode := o.Get("scan.startup.mode").Text
	switch {
	case group == "":
	case !p.Keyed():
		a.need = append(a.need,
			fmt.Sprintf("needs READ on group %q, whose offsets it commits", group))
	case mode == "group-offsets" || mode == "specific-offsets":
		a.need = append(a.need,
			fmt.Sprintf("needs DESCRIBE on group %q, whose offsets it reads", group))
	}
	return a
}

// jdbcAccess gives the statement that grants what the sink's own statements need, and those with
// which it tries before the first row whether they will work. MariaDB wants SELECT for the
// VALUES(..) of an update and for the condition of a delete.
func jdbcAccess(_ *Plan, s *Sink) access {
	u, table := s.Table.Options.JDBC, s.Table.Options.Get("table-name").Text
	rights := "INSERT"
	if len(s.Key) > 0 {
		rights = "SELECT, INSERT, UPDATE, DELETE"
	}
	return access{
		what: fmt.Sprintf("table %q of database %q, %s at %s", table, u.Database, u.Vendor,
			net.JoinHostPort(u.Host, strconv.Itoa(u.Port))),
		need: []string{fmt.Sprintf("needs GRANT %s ON %s.%s TO its user", rights,
			backquoted(u.Database), backquoted(table))},
	}
}

func fileAccess(o *options.Resolved) access {
	return access{what: fmt.Sprintf("files %q", o.Get("path").Text)}
}

func folderAccess(o *options.Resolved) access {
	return access{what: fmt.Sprintf("files in folder %q", o.Get("path").Text),
		need: []string{"needs to make the folder, and to create, rename and remove files in it"}}
}

func printAccess(o *options.Resolved) access {
	if o.Get("standard-error").Bool {
		return access{what: "standard error"}
	}
	return access{what: "standard output"}
}

// fileOptions are options whose value is a file that is read once.
var fileOptions = []string{"properties.ssl.truststore.location", "properties.ssl.keystore.location"}

// startUp lists what options refer to, sorted: environment variables and files.
func (p *Plan) startUp() []string {
	var out []string
	note := func(o *options.Resolved) {
		for _, q := range o.All() {
			switch s := q.Value.Secret; {
			case s.Env != "":
				out = append(out, fmt.Sprintf("environment variable %q", s.Env))
			case s.File != "":
				out = append(out, fmt.Sprintf("file %q", s.File))
			case slices.Contains(fileOptions, q.Key) && q.Value.Text != "":
				out = append(out, fmt.Sprintf("file %q", q.Value.Text))
			}
		}
	}
	for _, s := range p.Sources {
		if s.Table != nil {
			note(s.Table.Options)
		}
	}
	for _, s := range p.Sinks {
		note(s.Table.Options)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func quotedList(list []string) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%q", strings.TrimSpace(s)))
	}
	return strings.Join(out, ", ")
}

func backquoted(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }
