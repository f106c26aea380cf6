package emit

import "testing"

func TestIdent(t *testing.T) {
	for _, c := range []struct{ text, local, exported string }{
		{"response_size", "responseSize", "ResponseSize"},
		{"RESPONSE_SIZE", "responseSize", "ResponseSize"},
		{"responseSize", "responseSize", "ResponseSize"},
		{"EXPR$0", "expr0", "Expr0"},
		{"ID", "id", "Id"},
		{"IPToProvince", "iPToProvince", "IPToProvince"},
		{"a b", "aB", "AB"},
		{"type", "xType", "Type"},
		{"s", "xS", "S"},
		{"null", "xNull", "Null"},
		{"1", "x1", "X1"},
		{"列", "列", "列"},
		{"Ünï", "ünï", "Ünï"},
		{"", "x", "X"},
		{" ", "x", "X"},
		{"\"; os.Exit(1) //", "osExit1", "OsExit1"},
		{"_", "x", "X"},
		{"😀", "x", "X"},
		{"e1́", "e1", "E1"},
		{"ſ", "ſ", "S"},
	} {
		if local, exported := ident(c.text, false), ident(c.text, true); local != c.local || exported != c.exported {
			t.Errorf("%q: %s and %s, want %s and %s", c.text, local, exported, c.local, c.exported)
		}
	}
}

func TestScopeGivesEachNameOnce(t *testing.T) {
	s := newScope()
	seen := map[string]bool{}
	for _, want := range []string{"a", "a2", "a", "a", "a22", "a2", "a2", "a", "b1", "b", "b", "b1"} {
		got := s.name(want)
		if seen[got] {
			t.Errorf("%s for %s is given twice", got, want)
		}
		seen[got] = true
	}
}

func TestFileNames(t *testing.T) {
	p := &program{fileNames: newScope()}
	for _, c := range []struct{ id, want string }{
		{"write T", "write_t_stage.go"},
		{"write t", "write_t2_stage.go"},
		{"write ../../etc/passwd", "write_etc_passwd_stage.go"},
		{"read 列", "read_stage.go"},
		{"read 表", "read2_stage.go"},
		{"read x_test", "read_x_test_stage.go"},
	} {
		if got := p.fileName(c.id); got != c.want {
			t.Errorf("%q: %s, want %s", c.id, got, c.want)
		}
	}
}
