-- an accumulator with a field of every type, arguments and a result of every kind; it goes through the binary form for each row
CREATE FUNCTION state_of(b BOOLEAN, n BIGINT, f DOUBLE, s STRING, d DECIMAL(10, 2), t TIMESTAMP(3), list ARRAY<INT>, m MAP<STRING, INT>, w ROW<word STRING, letters INT>)
RETURNS ROW<ints ARRAY<BIGINT>, texts ARRAY<STRING>, dec DECIMAL(10, 2), `time` TIMESTAMP(3), flag BOOLEAN, `sum` DOUBLE> LANGUAGE GO AS './udf.State';
CREATE TABLE r (k INT, ints ARRAY<BIGINT>, texts ARRAY<STRING>, dec DECIMAL(10, 2), `time` TIMESTAMP(3), flag BOOLEAN, `sum` DOUBLE) WITH ('connector' = 'print');
INSERT INTO r
SELECT k, s.ints, s.texts, s.dec, s.`time`, s.flag, s.`sum` FROM (
  SELECT k, state_of(n > 1, n, f, t, CAST(1.25 AS DECIMAL(10, 2)), TIMESTAMP '2024-01-02 03:04:05.678', ARRAY[1, 2], MAP['a', 1], w) AS s
  FROM (VALUES (1, CAST(1 AS BIGINT), 0.5E0, 'p', ROW('u', 5)), (1, CAST(2 AS BIGINT), 1E0, 'q', ROW('v', 6)), (2, CAST(4 AS BIGINT), 2E0, 'é', ROW('w', 1)), (1, CAST(3 AS BIGINT), 1E0, 'r', ROW('x', CAST(NULL AS INT)))) AS t (k, n, f, t, w)
  GROUP BY k);
--= [1, [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 2, 2, 1, 1, 11, 3], [pq, q, p, v], 2.50, 2024-01-02T03:04:05.678, true, 3.0]
--= [2, [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 2, 0, 1, 0, 1, 4], [é, é, , w], 1.25, 2024-01-02T03:04:05.678, true, 4.0]
