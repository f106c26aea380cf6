package physical

import (
	"strings"
	"testing"
)

const datagen = "CREATE TABLE g (b BIGINT) WITH ('connector' = 'datagen'"

func TestGuarantee(t *testing.T) {
	for name, c := range map[string]struct{ script, mode, want string }{
		"bounded": {"INSERT INTO db SELECT s, COUNT(*) FROM t GROUP BY s;", "",
			"db: the input is bounded, a restart computes everything anew"},
		"keyed, committed offsets": {"INSERT INTO db SELECT s, COUNT(*) FROM k GROUP BY s;", "group-offsets",
			"db: the job's state is lost at restart; totals in db would shrink. " +
				"A restart needs --from: with earliest everything is recomputed"},
		"keyed, from the end": {"INSERT INTO db SELECT s, COUNT(*) FROM k GROUP BY s;", "latest-offset",
			"db: the job's state is lost at restart; totals in db would shrink. " +
				"A restart needs --from: with earliest everything is recomputed"},
		"keyed, from the start": {"INSERT INTO db SELECT s, COUNT(*) FROM k GROUP BY s;", "earliest-offset",
			"db: the job's state is lost at restart, and everything is recomputed from the " +
				"fixed start position; no group offsets are committed"},
		"a limit is state": {"INSERT INTO h SELECT CAST(a AS BIGINT) FROM k LIMIT 1;", "group-offsets",
			"h: the job's state is lost at restart; totals in h would shrink. " +
				"A restart needs --from: with earliest everything is recomputed"},
		"written by key": {"INSERT INTO db SELECT s, CAST(a AS BIGINT) FROM k;", "group-offsets",
			"db: at least once; rows are written by key, so that repeating them changes nothing"},
		"appended": {"INSERT INTO log SELECT s, CAST(a AS BIGINT) FROM k;", "group-offsets",
			"log: at least once; rows of the last epoch may be written again after a crash"},
		"two sinks": {"INSERT INTO db SELECT s, 1 FROM k; INSERT INTO p SELECT 1 FROM k;", "",
			"db: at least once; rows are written by key, so that repeating them changes nothing\n" +
				"p: at least once; rows of the last epoch may be written again after a crash"},
	} {
		if got := lowered(t, c.script, c.mode).Guarantee(); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestNeedsFrom(t *testing.T) {
	const keyed, plain = "INSERT INTO h SELECT COUNT(*) FROM k;", "INSERT INTO h SELECT 1 FROM k;"
	for _, c := range []struct {
		script, mode string
		want         bool
	}{
		{keyed, "group-offsets", true},
		{keyed, "latest-offset", true},
		{keyed, "earliest-offset", false},
		{plain, "group-offsets", false},
		{"INSERT INTO h SELECT COUNT(*) FROM t;", "group-offsets", false},
		{"INSERT INTO h SELECT COUNT(*) FROM t; INSERT INTO p SELECT 1 FROM k;", "group-offsets", true},
	} {
		if got := lowered(t, c.script, c.mode).NeedsFrom(); got != c.want {
			t.Errorf("%s from %s: %v, want %v", c.script, c.mode, got, c.want)
		}
	}
}

func TestBounded(t *testing.T) {
	const from = "); INSERT INTO h SELECT b FROM g;"
	for script, want := range map[string]bool{
		"INSERT INTO h SELECT b FROM t;":                                true,
		"INSERT INTO h VALUES (1);":                                     true,
		"INSERT INTO h SELECT 1 FROM k;":                                false,
		"INSERT INTO h SELECT 1 FROM k; INSERT INTO p SELECT b FROM t;": false,
		datagen + from: false,
		datagen + ", 'number-of-rows' = '3'" + from:                                       true,
		datagen + sequence("b") + from:                                                    true,
		strings.Replace(datagen, "b BIGINT", "b BIGINT, c INT", 1) + sequence("c") + from: true,
	} {
		if got := lowered(t, script, "").Bounded(); got != want {
			t.Errorf("%s: bounded %v, want %v", script, got, want)
		}
	}
}

func sequence(column string) string {
	f := "'fields." + column + "."
	return ", " + f + "kind' = 'sequence', " + f + "start' = '1', " + f + "end' = '2'"
}
