-- No row in, no row out: an empty file feeds a filter, a GROUP BY and a global aggregate
CREATE TABLE t (
  id INT,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE f (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'filtered'
);
CREATE TABLE g (
  id INT,
  s INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'grouped'
);
CREATE TABLE a (
  n BIGINT,
  s INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'global'
);

EXECUTE STATEMENT SET BEGIN
INSERT INTO f SELECT id FROM t WHERE v > 0;
INSERT INTO g SELECT id, SUM(v) AS s FROM t GROUP BY id;
INSERT INTO a SELECT COUNT(*) AS n, SUM(v) AS s FROM t;
END;
