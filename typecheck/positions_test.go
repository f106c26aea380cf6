package typecheck_test

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

// spoiltTables are what the statements below are about.
const spoiltTables = `CREATE TABLE a (k BIGINT, v STRING, x INT NOT NULL, ts TIMESTAMP(3), pt AS PROCTIME(),
  WATERMARK FOR ts AS ts - INTERVAL '1' SECOND) WITH ('connector' = 'datagen');
CREATE TABLE b (k BIGINT, w STRING, ts TIMESTAMP(3), plain TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE o (n BIGINT) WITH ('connector' = 'print');
CREATE VIEW joined AS SELECT a.k, b.w FROM a JOIN b ON a.k = b.k;
`

// spoilt are statements with one mistake each: its code, and its place between ‹ and ›.
var spoilt = []struct{ code, query string }{
	// Joins.
	{"unknown-column", "SELECT a.k FROM a JOIN b ON a.k = b.‹nope›"},
	{"unknown-column", "SELECT a.k, b.‹nope› FROM a JOIN b ON a.k = b.k"},
	{"unknown-column", "SELECT a.k FROM a LEFT JOIN b ON a.k = b.k WHERE ‹nope› > 1"},
	{"unknown-table", "SELECT ‹c›.k FROM a JOIN b ON a.k = b.k"},
	{"unknown-table", "SELECT a.k FROM a JOIN ‹c› ON TRUE"},
	{"ambiguous-column", "SELECT ‹k› FROM a JOIN b ON a.k = b.k"},
	{"ambiguous-column", "SELECT v FROM a, b WHERE ‹k› = 1"},
	{"operand-type", "SELECT a.k FROM a JOIN b ON a.k ‹=› b.w"},
	{"not-boolean", "SELECT a.k FROM a JOIN b ON ‹b.k›"},
	{"operand-type", "SELECT a.x ‹+› b.w FROM a FULL JOIN b ON a.k = b.k"},
	{"unknown-column", "SELECT w FROM a JOIN b USING (‹nope›)"},
	{"operand-type", "SELECT w FROM (SELECT v AS k FROM a) AS c JOIN b USING (‹k›)"},
	{"duplicate-table", "SELECT 1 FROM a JOIN ‹a› ON TRUE"},
	{"join-condition", "SELECT a.k FROM a JOIN ‹b›"},
	{"join-condition", "SELECT a.k FROM a CROSS JOIN b ON ‹a.k = b.k›"},
	{"aggregate-place", "SELECT a.k FROM a JOIN b ON ‹COUNT(*)› = 1"},
	{"unknown-column", "SELECT j.‹v› FROM joined AS j"},
	{"not-grouped", "SELECT ‹b.k› FROM a JOIN b ON a.k = b.k GROUP BY a.k"},
	{"column-count", "SELECT c.p FROM a JOIN (SELECT k, w FROM b) ‹AS c (p)› ON a.k = c.p"},
	// Versions of tables.
	{"time-attribute", "SELECT a.k FROM a JOIN b FOR SYSTEM_TIME AS OF ‹a.k› AS c ON a.k = c.k"},
	{"time-attribute", "SELECT b.k FROM b JOIN a FOR SYSTEM_TIME AS OF ‹b.plain› AS c ON b.k = c.k"},
	{"unknown-column", "SELECT a.k FROM a JOIN b FOR SYSTEM_TIME AS OF a.‹tz› AS c ON a.k = c.k"},
	{"unknown-column", "SELECT c.‹v› FROM a JOIN b FOR SYSTEM_TIME AS OF a.pt AS c ON a.k = c.k"},
	// Queries for each row, and inside of expressions.
	{"unknown-column", "SELECT l.w FROM a, LATERAL (SELECT w FROM b WHERE b.k = a.‹nope›) AS l"},
	{"unknown-column", "SELECT l.‹k› FROM a, LATERAL (SELECT w FROM b WHERE b.k = a.k) AS l"},
	{"operand-type", "SELECT l.w FROM a, LATERAL (SELECT w FROM b WHERE b.w ‹=› a.k ORDER BY b.ts LIMIT 1) AS l"},
	{"unknown-column", "SELECT l.w FROM a, LATERAL (SELECT w FROM b ORDER BY ‹nope› LIMIT 1) AS l"},
	{"unknown-table", "SELECT l.w FROM b, (SELECT w FROM b AS c WHERE c.k = ‹b›.k) AS l"},
	{"join-condition", "SELECT l.w FROM a RIGHT JOIN ‹LATERAL (SELECT w FROM b) AS l› ON TRUE"},
	// Windows as functions of tables.
	{"unknown-column", "SELECT 1 FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(‹nope›), INTERVAL '1' HOUR))"},
	{"unknown-table", "SELECT 1 FROM TABLE(TUMBLE(TABLE ‹c›, DESCRIPTOR(ts), INTERVAL '1' HOUR))"},
	{"time-attribute", "SELECT 1 FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(‹v›), INTERVAL '1' HOUR))"},
	{"time-attribute", "SELECT 1 FROM TABLE(TUMBLE(TABLE b, DESCRIPTOR(‹plain›), INTERVAL '1' HOUR))"},
	{"time-attribute", "SELECT 1 FROM TABLE(TUMBLE(TABLE (SELECT ts + INTERVAL '1' HOUR AS t FROM a), DESCRIPTOR(‹t›), INTERVAL '1' HOUR))"},
	{"window", "SELECT 1 FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ts), ‹10›))"},
	{"window", "SELECT 1 FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ts), ‹INTERVAL '1' MONTH›))"},
	{"window", "SELECT 1 FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ts), ‹INTERVAL '0' HOUR›))"},
	{"window", "SELECT 1 FROM TABLE(‹TUMBLE(TABLE a, DESCRIPTOR(ts))›)"},
	{"window", "SELECT 1 FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ts), ‹GAP => INTERVAL '1' HOUR›))"},
	{"window", "SELECT 1 FROM TABLE(TUMBLE(‹ts›, DESCRIPTOR(ts), INTERVAL '1' HOUR))"},
	{"window", "SELECT 1 FROM TABLE(TUMBLE(TABLE a, ‹ts›, INTERVAL '1' HOUR))"},
	{"window", "SELECT 1 FROM TABLE(TUMBLE(TABLE a PARTITION BY ‹k›, DESCRIPTOR(ts), INTERVAL '1' HOUR))"},
	{"window", "SELECT 1 FROM TABLE(CUMULATE(TABLE a, DESCRIPTOR(ts), INTERVAL '7' MINUTE, ‹INTERVAL '1' HOUR›))"},
	{"unknown-column", "SELECT 1 FROM TABLE(SESSION(TABLE a PARTITION BY ‹kk›, DESCRIPTOR(ts), INTERVAL '1' HOUR))"},
	{"unknown-column", "SELECT ‹window_begin› FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ts), INTERVAL '1' HOUR))"},
	{"operand-type", "SELECT window_start ‹+› 1 FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ts), INTERVAL '1' HOUR))"},
	{"not-grouped", "SELECT ‹k› FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end"},
	{"insert-type", "SELECT ‹window_end› FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(pt), INTERVAL '1' HOUR))"},
	// Windows in GROUP BY.
	{"time-attribute", "SELECT COUNT(*) FROM b GROUP BY TUMBLE(‹plain›, INTERVAL '1' HOUR)"},
	{"unknown-column", "SELECT COUNT(*) FROM a GROUP BY TUMBLE(‹tz›, INTERVAL '1' HOUR)"},
	{"window", "SELECT COUNT(*) FROM a GROUP BY ‹HOP(ts, INTERVAL '1' HOUR)›"},
	{"window", "SELECT COUNT(*) FROM a GROUP BY TUMBLE(ts, INTERVAL '1' HOUR), ‹TUMBLE(ts, INTERVAL '2' HOUR)›"},
	{"window", "SELECT COUNT(*) FROM a GROUP BY TUMBLE(ts, INTERVAL '1' HOUR) HAVING ‹TUMBLE_END(ts, INTERVAL '2' HOUR)› > ts"},
	{"window", "SELECT COUNT(*) FROM a GROUP BY TUMBLE(ts, INTERVAL '1' HOUR) HAVING ‹HOP_END(ts, INTERVAL '2' HOUR)› IS NULL"},
	{"window", "SELECT COUNT(*) FROM a WHERE ‹TUMBLE(ts, INTERVAL '1' HOUR)› IS NULL"},
	{"insert-type", "SELECT ‹SESSION_START(ts, INTERVAL '1' HOUR)› FROM a GROUP BY SESSION(ts, INTERVAL '1' HOUR)"},
	// OVER.
	{"unknown-column", "SELECT SUM(k) OVER (PARTITION BY ‹nope› ORDER BY ts) FROM a"},
	{"unknown-column", "SELECT SUM(k) OVER (PARTITION BY k ORDER BY ‹nope›) FROM a"},
	{"unknown-column", "SELECT SUM(‹nope›) OVER (ORDER BY ts) FROM a"},
	{"function-arguments", "SELECT ‹SUM(v) OVER (ORDER BY ts)› FROM a"},
	{"function-arguments", "SELECT ‹ROW_NUMBER(k) OVER (ORDER BY ts)› FROM a"},
	{"function-arguments", "SELECT ‹LAG() OVER (ORDER BY ts)› FROM a"},
	{"over", "SELECT LAG(k, ‹v›) OVER (ORDER BY ts) FROM a"},
	{"no-common-type", "SELECT LAG(k, 1, ‹v›) OVER (ORDER BY ts) FROM a"},
	{"over", "SELECT ‹ABS›(x) OVER (ORDER BY ts) FROM a"},
	{"over", "SELECT RANK() OVER ‹(PARTITION BY k)› FROM a"},
	{"over", "SELECT ‹RANK()› FROM a"},
	{"over", "SELECT k FROM a WHERE ‹ROW_NUMBER() OVER (ORDER BY ts)› = 1"},
	{"over", "SELECT SUM(k) OVER ‹w› FROM a"},
	{"over", "SELECT LAG(k) OVER w FROM a WINDOW w AS (‹w› ORDER BY ts)"},
	{"unknown-column", "SELECT SUM(k) OVER w FROM a WINDOW w AS (ORDER BY ‹nope›)"},
	{"over", "SELECT SUM(k) OVER (ORDER BY ts ROWS BETWEEN ‹INTERVAL '1' HOUR› PRECEDING AND CURRENT ROW) FROM a"},
	{"over", "SELECT SUM(k) OVER (ORDER BY ts RANGE BETWEEN ‹5› PRECEDING AND CURRENT ROW) FROM a"},
	{"over", "SELECT SUM(k) OVER (ORDER BY ts ‹ROWS BETWEEN CURRENT ROW AND 5 PRECEDING›) FROM a"},
	{"over", "SELECT ROW_NUMBER() OVER (ORDER BY ts ‹ROWS BETWEEN 5 PRECEDING AND CURRENT ROW›) FROM a"},
	{"not-grouped", "SELECT ROW_NUMBER() OVER (ORDER BY ‹v›) FROM a GROUP BY k"},
	{"operand-type", "SELECT r ‹+› v FROM (SELECT v, ROW_NUMBER() OVER (ORDER BY ts) AS r FROM a)"},
	{"unknown-column", "SELECT k FROM (SELECT k, ROW_NUMBER() OVER (PARTITION BY v ORDER BY ts) AS r FROM a) WHERE ‹rn› = 1"},
	{"insert-type", "SELECT ‹PERCENT_RANK() OVER (ORDER BY ts)› FROM a"},
	// MATCH_RECOGNIZE.
	{"unknown-column", "SELECT s FROM a MATCH_RECOGNIZE (PARTITION BY ‹kk› ORDER BY ts MEASURES A.k AS s PATTERN (A) DEFINE A AS TRUE)"},
	{"time-attribute", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ‹v› MEASURES A.k AS s PATTERN (A) DEFINE A AS TRUE)"},
	{"match-recognize", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ‹ts DESC› MEASURES A.k AS s PATTERN (A) DEFINE A AS TRUE)"},
	{"unknown-column", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES A.‹kk› AS s PATTERN (A) DEFINE A AS TRUE)"},
	{"unknown-table", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES ‹C›.k AS s PATTERN (A) DEFINE A AS TRUE)"},
	{"match-recognize", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES A.k AS s PATTERN (A) DEFINE ‹B› AS TRUE)"},
	{"match-recognize", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES A.k AS s PATTERN (A ‹B{2,}›) DEFINE B AS TRUE)"},
	{"match-recognize", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES A.k AS s AFTER MATCH SKIP TO LAST ‹B› PATTERN (A) DEFINE A AS TRUE)"},
	{"not-boolean", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES A.k AS s PATTERN (A B) DEFINE B AS ‹LAST(B.k, 1)›)"},
	{"operand-type", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES A.k AS s PATTERN (A B) DEFINE B AS B.v ‹=› A.k)"},
	{"function-arguments", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES ‹AVG(A.v)› AS s PATTERN (A) DEFINE A AS TRUE)"},
	{"match-recognize", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES LAST(‹SUM(A.k)›) AS s PATTERN (A) DEFINE A AS TRUE)"},
	{"match-recognize", "SELECT s FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES A.k AS s PATTERN (A) WITHIN ‹10› DEFINE A AS TRUE)"},
	{"unknown-column", "SELECT ‹v› FROM a MATCH_RECOGNIZE (PARTITION BY k ORDER BY ts MEASURES A.v AS s PATTERN (A) DEFINE A AS TRUE)"},
	{"insert-type", "SELECT ‹s› FROM a MATCH_RECOGNIZE (ORDER BY ts MEASURES A.v AS s PATTERN (A) DEFINE A AS TRUE)"},
	// Time.
	{"time-attribute", "SELECT k FROM b WHERE CURRENT_WATERMARK(‹plain›) IS NULL"},
	{"insert-type", "SELECT ‹pt› FROM a"},
	{"function-arguments", "SELECT ‹PROCTIME(1)› FROM a"},
}

// laterConstructs are statements with one construct each that does not run: what the message begins with,
// and the place.
var laterConstructs = []struct{ words, query string }{
	{"a join", "SELECT a.k FROM a JOIN ‹b› ON a.k = b.k"},
	{"a join", "SELECT a.k FROM a, ‹b AS c›"},
	{"a join", "SELECT k FROM a NATURAL LEFT JOIN ‹(SELECT k FROM b) AS c›"},
	{"a join", "SELECT k + x FROM a FULL JOIN ‹b› USING (k)"},
	{"a temporal join", "SELECT a.k FROM a LEFT JOIN ‹b FOR SYSTEM_TIME AS OF a.ts AS c› ON a.k = c.k"},
	{"a look-up join", "SELECT a.k FROM a JOIN ‹b FOR SYSTEM_TIME AS OF a.pt› ON a.k = b.k"},
	{"FOR SYSTEM_TIME AS OF without a join", "SELECT k FROM b FOR SYSTEM_TIME AS OF ‹TIMESTAMP '2020-01-01 00:00:00'›"},
	{"LATERAL", "SELECT l.n + a.k FROM a, ‹LATERAL (SELECT COUNT(*) AS n FROM b WHERE b.k = a.k) AS l›"},
	{"LATERAL", "SELECT l.p FROM a LEFT JOIN ‹LATERAL (SELECT b.k + a.k AS p FROM b ORDER BY ts LIMIT 2) AS l› ON l.p > a.k"},
	{"window TUMBLE", "SELECT k FROM TABLE(‹TUMBLE(TABLE a, DESCRIPTOR(ts), INTERVAL '1' HOUR, INTERVAL '5' MINUTE)›) AS w " +
		"WHERE w.window_end > w.window_start"},
	{"window SESSION", "SELECT COUNT(*) FROM TABLE(‹SESSION(TABLE (SELECT * FROM b) PARTITION BY k, DESCRIPTOR(ts), INTERVAL '1' HOUR)›) " +
		"GROUP BY window_start, window_end, k"},
	{"window HOP", "SELECT MAX(n) FROM (SELECT COUNT(*) AS n, window_time AS t FROM TABLE(‹HOP(SIZE => INTERVAL '4' HOUR, " +
		"SLIDE => INTERVAL '1' HOUR, DATA => TABLE b, TIMECOL => DESCRIPTOR(ts))›) GROUP BY window_start, window_end, window_time) GROUP BY t HAVING FALSE"},
	{"group window HOP", "SELECT COUNT(*) FROM a GROUP BY v, ‹HOP(ts, INTERVAL '1' HOUR, INTERVAL '2' HOUR)› " +
		"HAVING HOP_START(ts, INTERVAL '1' HOUR, INTERVAL '2' HOUR) < HOP_ROWTIME(ts, INTERVAL '1' HOUR, INTERVAL '2' HOUR)"},
	{"group window TUMBLE", "SELECT COUNT(*) FROM a GROUP BY ‹TUMBLE(pt, INTERVAL '1' HOUR)›"},
	{"OVER", "SELECT n FROM (SELECT k AS n, ‹ROW_NUMBER() OVER (PARTITION BY v ORDER BY SUM(x) DESC, k)› AS r FROM a GROUP BY k, v) WHERE r <= 3"},
	{"OVER", "SELECT ‹SUM(x) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW)› + k FROM a"},
	{"OVER", "SELECT ‹LAG(k, 2, 0) OVER w› FROM a WINDOW v AS (PARTITION BY x), w AS (v ORDER BY pt)"},
	{"OVER", "SELECT k FROM (SELECT k, ‹LEAD(ts) OVER (PARTITION BY v ORDER BY ts)› - INTERVAL '1' DAY AS t FROM a) WHERE t > CURRENT_DATE"},
	{"MATCH_RECOGNIZE", "SELECT s + m.x FROM ‹a MATCH_RECOGNIZE (PARTITION BY x ORDER BY ts MEASURES LAST(B.k, 1) + A.x AS s, " +
		"MATCH_ROWTIME() AS t AFTER MATCH SKIP TO FIRST B PATTERN (A B+ C? D{2,3}?) WITHIN INTERVAL '1' HOUR " +
		"DEFINE B AS k < A.k AND SUM(LAST(B.k)) < 5, C AS AVG(C.x) > 1) AS m›"},
	{"MATCH_RECOGNIZE", "SELECT * FROM ‹b MATCH_RECOGNIZE (ORDER BY ts MEASURES A.k AS k PATTERN (A B{2}) DEFINE A AS TRUE)›"},
	{"PROCTIME()", "SELECT k FROM (SELECT k, ‹PROCTIME()› AS p FROM a) WHERE k > 1"},
	{"PROCTIME()", "SELECT k FROM a WHERE ‹pt› > ts"},
	{"CURRENT_WATERMARK", "SELECT k FROM a WHERE ts > ‹CURRENT_WATERMARK(ts)›"},
	{"ORDER BY the time of a stream", "SELECT k FROM b ORDER BY ‹ts›"},
	{"aggregate APPROX_COUNT_DISTINCT", "SELECT ‹APPROX_COUNT_DISTINCT(v)› + 1 FROM a"},
}

// TestLaterConstructs wants one error for each construct, at its place, however often it is used.
func TestLaterConstructs(t *testing.T) {
	for _, test := range laterConstructs {
		before, rest, _ := strings.Cut(test.query, "‹")
		construct, after, _ := strings.Cut(rest, "›")
		head := strings.Replace(spoiltTables, "CREATE VIEW joined", "-- VIEW joined", 1) + "CREATE VIEW made AS " + before
		_, list := check("later.sql", head+construct+after+";\nINSERT INTO o SELECT * FROM made;\n"+
			"INSERT INTO o SELECT * FROM made AS again;\n")
		at := diag.Span{Start: len(head), End: len(head) + len(construct)}
		if len(list) != 1 || list[0].Code != "not-supported" || list[0].At != at || list[0].Hint == "" ||
			!strings.HasPrefix(list[0].Message, test.words+" ") {
			t.Errorf("%s\n\t%s", test.query, list)
		}
	}
}

// TestSpoiltConstructs wants each mistake at its place, and no other but that a construct does not run.
func TestSpoiltConstructs(t *testing.T) {
	for _, test := range spoilt {
		before, rest, _ := strings.Cut(test.query, "‹")
		wrong, after, _ := strings.Cut(rest, "›")
		head := spoiltTables + "INSERT INTO o " + before
		_, list := check("spoilt.sql", head+wrong+after+";\n")
		found := 0
		for _, d := range list {
			at := diag.Span{Start: len(head), End: len(head) + len(wrong)}
			switch {
			case d.Code == test.code && d.At == at:
				found++
			case d.Code != "not-supported":
				t.Errorf("%s\n\tunexpected %s[%s] at %q: %s", test.query, d.Severity, d.Code,
					(head + wrong + after)[d.At.Start:d.At.End], d.Message)
			}
		}
		if found != 1 {
			t.Errorf("%s\n\t%s is found %d times", test.query, test.code, found)
		}
	}
	t.Logf("%d spoilt statements", len(spoilt))
}
