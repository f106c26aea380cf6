package physical

import (
	"slices"
	"testing"

	"github.com/flinkc/flinkc/typecheck/options"
)

// accessTables are read and written by the scripts of TestAccess, beside the usual declarations.
const accessTables = "CREATE TABLE topics (a INT) WITH ('connector' = 'kafka', " +
	"'topic-pattern' = 'log-.*', 'format' = 'json', 'properties.bootstrap.servers' = 'h:1,h:2', " +
	"'scan.startup.mode' = 'earliest-offset', 'properties.security.protocol' = 'SASL_SSL', " +
	"'properties.sasl.mechanism' = 'PLAIN', 'properties.ssl.truststore.type' = 'PEM', " +
	"'properties.ssl.truststore.location' = '/etc/ca.pem', " +
	"'properties.sasl.jaas.config' = file('/run/secrets/kafka'));\n" +
	"CREATE TABLE parts (n BIGINT) WITH ('connector' = 'filesystem', 'path' = '/out', 'format' = 'csv');\n" +
	"CREATE TABLE err (n BIGINT) WITH ('connector' = 'print', 'standard-error' = 'true');\n" +
	"CREATE TABLE odd (k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'jdbc', " +
	"'url' = 'jdbc:mariadb://[::1]:3307/a%60b', 'table-name' = 'x y', 'username' = env('U'), " +
	"'password' = 'literal');\n"

func TestAccess(t *testing.T) {
	const group = "CREATE TABLE g (n BIGINT) WITH ('connector' = 'datagen');\n"
	for name, c := range map[string]struct{ script, mode, want string }{
		"nothing": {group + "INSERT INTO h SELECT n FROM g;", "", "nothing outside of the program"},
		"files": {"INSERT INTO parts SELECT b FROM t; INSERT INTO err SELECT b FROM t;", "",
			"reads table t: files \"/d\"\n" +
				"writes table parts: files in folder \"/out\"\n" +
				"  needs to make the folder, and to create, rename and remove files in it\n" +
				"writes table err: standard error"},
		"appended": {"INSERT INTO log SELECT s, CAST(a AS BIGINT) FROM k;", "",
			"reads table k: topic \"t\" of Kafka at h:1\n" +
				"  needs READ on topic \"t\"\n" +
				"  needs READ on group \"g\", whose offsets it commits\n" +
				"writes table log: table \"t\" of database \"d\", mysql at h:3306\n" +
				"  needs GRANT INSERT ON `d`.`t` TO its user"},
		"keyed": {"INSERT INTO db SELECT s, COUNT(*) FROM k GROUP BY s;", "group-offsets",
			"reads table k: topic \"t\" of Kafka at h:1\n" +
				"  needs READ on topic \"t\"\n" +
				"  needs DESCRIBE on group \"g\", whose offsets it reads\n" +
				"writes table db: table \"t\" of database \"d\", mysql at h:3306\n" +
				"  needs GRANT SELECT, INSERT, UPDATE, DELETE ON `d`.`t` TO its user"},
		"keyed from the start": {"INSERT INTO h SELECT COUNT(*) FROM k;", "earliest-offset",
			"reads table k: topic \"t\" of Kafka at h:1\n" +
				"  needs READ on topic \"t\""},
		"names and secrets": {"INSERT INTO odd SELECT 'a', CAST(a AS BIGINT) FROM topics;", "",
			"reads table topics: topics matching \"log-.*\" of Kafka at h:1,h:2\n" +
				"  needs READ on topics matching \"log-.*\"\n" +
				"writes table odd: table \"x y\" of database \"a`b\", mariadb at [::1]:3307\n" +
				"  needs GRANT SELECT, INSERT, UPDATE, DELETE ON `a``b`.`x y` TO its user\n" +
				"reads at its start: environment variable \"U\"\n" +
				"reads at its start: file \"/etc/ca.pem\"\n" +
				"reads at its start: file \"/run/secrets/kafka\""},
	} {
		if got := lowered(t, accessTables+c.script, c.mode).Access(); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// A new connector must say what it reaches, or be listed here as one that reaches nothing.
func TestAccessKnowsEveryConnector(t *testing.T) {
	within := []string{"datagen", "blackhole"}
	for _, c := range options.Connectors() {
		if sourceAccess[c] == nil && sinkAccess[c] == nil && !slices.Contains(within, c) {
			t.Errorf("connector %s", c)
		}
	}
}
