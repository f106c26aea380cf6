-- An aggregate that nobody reads makes no changes; without keys the first one stays
CREATE TABLE t (
  g STRING,
  k STRING,
  v INT,
  d DECIMAL(10, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE counted (g STRING, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'counted');
CREATE TABLE mixed (g STRING, s INT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'mixed');
CREATE TABLE keys_only (g STRING) WITH ('connector' = 'print', 'print-identifier' = 'keys_only');
CREATE TABLE filtered (n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'filtered');
CREATE TABLE first_count (n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'first_count');
CREATE TABLE first_max (n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'first_max');
CREATE TABLE constant (x STRING) WITH ('connector' = 'print', 'print-identifier' = 'constant');
CREATE TABLE read_second (n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'read_second');

INSERT INTO counted SELECT g, COUNT(*) FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) GROUP BY g;
INSERT INTO mixed SELECT g, SUM(s), COUNT(*)
FROM (SELECT g, k, MAX(d) AS m, SUM(v) AS s, COUNT(*) AS n FROM t GROUP BY g, k) GROUP BY g;
INSERT INTO keys_only SELECT g FROM (SELECT g, SUM(v) AS s FROM t GROUP BY g);
INSERT INTO filtered SELECT n FROM (SELECT g, COUNT(*) AS n, SUM(v) AS s, MAX(d) AS m FROM t GROUP BY g) WHERE s > 3;
INSERT INTO first_count SELECT COUNT(*) FROM (SELECT COUNT(*) AS n, MAX(v) AS m FROM t);
INSERT INTO first_max SELECT COUNT(*) FROM (SELECT MAX(v) AS m, SUM(d) AS s, COUNT(*) AS n FROM t);
INSERT INTO constant SELECT 'x' FROM (SELECT MAX(v) AS m, COUNT(*) AS n FROM t);
INSERT INTO read_second SELECT n FROM (SELECT MAX(v) AS m, COUNT(*) AS n FROM t);
