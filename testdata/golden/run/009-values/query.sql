-- VALUES rows generalise column by column: ragged strings, NULL, INT with BIGINT and DECIMAL
CREATE TABLE r (
  n BIGINT,
  s VARCHAR(4),
  d DECIMAL(12, 2),
  b BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT * FROM (VALUES
  (1, 'a', 1, CAST(NULL AS BOOLEAN)),
  (3000000000, 'long', 2.25, TRUE),
  (CAST(NULL AS INT), '', 10, FALSE)) AS v (n, s, d, b);
