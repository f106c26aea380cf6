-- UNION ALL passes the changes of its inputs on, and UNION makes one row of equal ones
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
CREATE TABLE counted (n BIGINT, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'counted');
CREATE TABLE uniques (n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'uniques');
CREATE TABLE mixed (n BIGINT, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'mixed');

INSERT INTO counted SELECT n, COUNT(*)
FROM (SELECT COUNT(*) AS n FROM t GROUP BY g UNION ALL SELECT COUNT(*) AS n FROM t GROUP BY k) GROUP BY n;
INSERT INTO uniques SELECT COUNT(*) AS n FROM t GROUP BY g UNION SELECT COUNT(*) AS n FROM t GROUP BY k;
INSERT INTO mixed SELECT n, COUNT(*)
FROM (SELECT COUNT(*) AS n FROM t GROUP BY g UNION ALL SELECT CAST(v AS BIGINT) AS n FROM t) GROUP BY n;
