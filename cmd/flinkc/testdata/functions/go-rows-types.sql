-- rows of every type, with NULL where a field is a pointer; a DECIMAL that does not fit is NULL; a NULL without a place in an argument: no rows
CREATE FUNCTION all_types(d INT, h STRING, i DECIMAL(10, 2), k TIMESTAMP(6), w ROW<word STRING, letters INT>, list ARRAY<INT>)
RETURNS TABLE (a BOOLEAN, b TINYINT, c SMALLINT, d INT, e BIGINT, f FLOAT, g DOUBLE, h STRING, i DECIMAL(4, 1), j DATE, k TIMESTAMP(3), l TIMESTAMP(6),
  m BYTES, n TIME, o ARRAY<INT>, p MAP<STRING, INT>, q ROW<word STRING, letters INT>, r DECIMAL(10, 2), s STRING) LANGUAGE GO AS './udf.All';
CREATE TABLE r (id STRING, a BOOLEAN, b TINYINT, c SMALLINT, d INT, e BIGINT, f FLOAT, g DOUBLE, h STRING, i DECIMAL(4, 1), j DATE, k TIMESTAMP(3), l TIMESTAMP(6),
  m STRING, n TIME, o ARRAY<INT>, p MAP<STRING, INT>, q ROW<word STRING, letters INT>, r DECIMAL(10, 2), s STRING) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT * FROM (VALUES (3, 'x', CAST(12.34 AS DECIMAL(10, 2)), TIMESTAMP '2024-05-06 07:08:09.123456', ROW('w', 1), ARRAY[1, CAST(NULL AS INT)]),
  (4, 'y', CAST(12345.67 AS DECIMAL(10, 2)), TIMESTAMP '2024-05-06 07:08:09.123456', ROW('w', CAST(NULL AS INT)), ARRAY[1]),
  (5, 'z', CAST(12345.67 AS DECIMAL(10, 2)), TIMESTAMP '1969-12-31 23:59:59.999999', ROW('v', 2), ARRAY[2])) AS t (d1, h1, i1, k1, w1, l1);
INSERT INTO r SELECT 'cross', a, b, c, d, e, f, g, h, i, j, k, l, CAST(m AS STRING), n, o, p, q, r, s FROM v, LATERAL TABLE(all_types(d1, h1, i1, k1, w1, l1)) WHERE d <> 0;
INSERT INTO r SELECT 'left', a, b, c, d, e, f, g, h, i, j, k, l, CAST(m AS STRING), n, o, p, q, r, s
FROM (SELECT * FROM v WHERE d1 = 4) LEFT JOIN LATERAL TABLE(all_types(d1, h1, i1, k1, w1, l1)) ON TRUE;
INSERT INTO r SELECT 'zero', a, b, c, d, e, f, g, h, i, CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP(3)), l, CAST(m AS STRING), n, o, p, q, r, s FROM v, LATERAL TABLE(all_types(d1, h1, i1, k1, w1, l1)) WHERE d = 0 AND d1 = 3;
--= [cross, true, 3, 3, 3, 3, 1.5, 1.5, x, 12.3, 2024-05-06, 2024-05-06T07:08:09.123, 2024-05-06T07:08:09.123456, x, 00:00:03, [1, null], {x=3}, +I[w, 1], 12.34, x]
--= [cross, true, 5, 5, 5, 5, 2.5, 2.5, z, null, 1969-12-31, 1969-12-31T23:59:59.999, 1969-12-31T23:59:59.999999, z, 00:00:05, [2], {z=5}, +I[v, 2], 12345.67, z]
--= [left, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null]
--= [zero, false, 0, 0, 0, 0, 0.0, 0.0, , 0.0, null, null, 1970-01-01T00:00, , 00:00, [], {}, null, null, null]
