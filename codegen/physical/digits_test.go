package physical

import (
	"fmt"
	"strings"
	"testing"
)

// Where a TIMESTAMP of up to three digits has room for more: in the reader's rows and on the way to a print table, when
// somebody sees it; nowhere else.
func TestDigits(t *testing.T) {
	const tables = `
CREATE TABLE x (z TIMESTAMP(3), n TIMESTAMP(6)) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json');
CREATE TABLE made (z TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE zp (z TIMESTAMP(3)) WITH ('connector' = 'print');
CREATE TABLE zf (z TIMESTAMP(3)) WITH ('connector' = 'filesystem', 'path' = '/zf', 'format' = 'csv');
CREATE TABLE zdb (z TIMESTAMP(3)) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't');
`
	for script, want := range map[string]string{
		"INSERT INTO zp SELECT z FROM x":                                  "source z, exchange z",
		"INSERT INTO zp SELECT z FROM made":                               "",
		"INSERT INTO zp SELECT CAST(n AS TIMESTAMP(3)) FROM x":            "",
		"INSERT INTO zp SELECT z + INTERVAL '1' DAY AS z FROM x":          "source z, exchange z",
		"INSERT INTO zf SELECT z FROM x":                                  "source z",
		"INSERT INTO zdb SELECT z FROM x":                                 "",
		"INSERT INTO zdb SELECT z FROM x WHERE z < n":                     "source z",
		"INSERT INTO zp SELECT MAX(z) FROM x GROUP BY z":                  "",
		"INSERT INTO zp SELECT z FROM x LIMIT 1":                          "",
		"INSERT INTO zp SELECT z FROM x UNION ALL SELECT z FROM x":        "",
		"INSERT INTO zp SELECT z FROM x; INSERT INTO zdb SELECT z FROM x": "source z, exchange z",
	} {
		p := lowered(t, tables+script+";", "")
		var got []string
		for _, s := range p.Sources {
			for i, u := range s.Used {
				if u == Digits {
					got = append(got, "source "+s.Schema[i].Name)
				}
			}
		}
		for _, x := range p.Exchanges {
			for i, u := range x.Needs() {
				if u == Digits {
					got = append(got, fmt.Sprintf("exchange %s", x.Schema[i].Name))
				}
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: digits in %v, want %q", script, got, want)
		}
	}
}
