package standin

import "strings"

// statement is a parsed statement.
type statement interface {
	run(tx *transaction) (answer, error)
}

// shapes are the statements by their first words. A parser returns nil when the rest is not what
// the sink writes.
var shapes = []struct {
	start string
	parse func(s *scanner) statement
}{
	{"SET ", parseSet},
	{"INSERT INTO ", parseInsert},
	{"DELETE FROM ", parseDelete},
	{"SELECT * FROM ", parseSelectAll},
	{"SELECT `", parseSelect},
	{"SELECT ", parseInformation},
}

func parse(text string) (statement, error) {
	for _, shape := range shapes {
		if !strings.HasPrefix(text, shape.start) {
			continue
		}
		if st := shape.parse(&scanner{text: text, at: len(shape.start)}); st != nil {
			return st, nil
		}
	}
	return nil, errUnsupported(text)
}

// setting is SET: the session settings of the sink are the ones that the stand-in has anyway,
// but for autocommit.
type setting struct{ manual bool }

func (setting) run(*transaction) (answer, error) { return answer{}, nil }

func parseSet(s *scanner) statement {
	if s.word("NAMES utf8mb4") {
		return setting{}
	}
	var set setting
	for set.parse(s) {
		if s.done() {
			return set
		}
		if !s.word(", ") && !s.word(",") {
			return nil
		}
	}
	return nil
}

// parse reads one assignment.
func (set *setting) parse(s *scanner) bool {
	manual := s.word("autocommit")
	if !manual && !s.word("time_zone") && !s.word("sql_mode") {
		return false
	}
	if !s.word(" = ") && !s.word("=") {
		return false
	}
	if manual {
		set.manual = s.word("0")
		return set.manual
	}
	_, ok := s.quoted('\'')
	return ok
}
