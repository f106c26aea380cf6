-- Aggregate functions in Go: their declaration and their use.
CREATE TABLE t (i INT, s STRING, d DOUBLE) WITH ('connector' = 'datagen');
CREATE TABLE r (x DOUBLE) WITH ('connector' = 'print');
CREATE FUNCTION mean (x DOUBLE) RETURNS DOUBLE LANGUAGE GO AS './udf.Mean';
CREATE FUNCTION d1 (x DOUBLE) RETURNS DOUBLE LANGUAGE GO AS './udf.All'; -- ERROR go-function a slice cannot be saved
CREATE FUNCTION d2 (x DOUBLE) RETURNS DOUBLE LANGUAGE GO AS './udf.Secretive'; -- ERROR go-function the field is not exported
CREATE FUNCTION d3 (x DOUBLE) RETURNS DOUBLE LANGUAGE GO AS './udf.Forgetful'; -- ERROR go-function no pointer
CREATE FUNCTION d4 (x BIGINT) RETURNS DOUBLE LANGUAGE GO AS './udf.Mean'; -- ERROR go-signature Accumulate takes a float64
CREATE FUNCTION d5 (x DOUBLE) RETURNS BIGINT LANGUAGE GO AS './udf.Mean'; -- ERROR go-signature Value returns a float64
CREATE FUNCTION d6 (x DOUBLE) RETURNS TABLE (x DOUBLE) LANGUAGE GO AS './udf.Mean'; -- ERROR go-signature it gives no rows
CREATE FUNCTION d7 (x DOUBLE) RETURNS DOUBLE LANGUAGE GO AS './udf.Mean' ON ERROR NULL; -- ERROR function-clause what failed stays in
CREATE FUNCTION d8 (x DOUBLE, y DOUBLE) RETURNS DOUBLE LANGUAGE GO AS './udf.Mean'; -- ERROR go-signature one parameter
INSERT INTO r SELECT d FROM t WHERE mean(d) > 1; -- ERROR aggregate-place WHERE looks at rows
INSERT INTO r SELECT COUNT(*) FROM t GROUP BY mean(d); -- ERROR aggregate-place GROUP BY looks at rows
INSERT INTO r SELECT mean(mean(d)) FROM t; -- ERROR nested-aggregate one inside of the other
INSERT INTO r SELECT SUM(mean(d)) FROM t; -- ERROR nested-aggregate one inside of the other
INSERT INTO r SELECT mean(s) FROM t; -- ERROR function-arguments STRING is no DOUBLE
INSERT INTO r SELECT mean(d, d) FROM t; -- ERROR function-arguments one argument
INSERT INTO r SELECT mean(*) FROM t; -- ERROR function-arguments only COUNT has a star
INSERT INTO r SELECT mean(d) + d FROM t; -- ERROR not-grouped d is no group
INSERT INTO r SELECT mean(d) FILTER (WHERE i) FROM t; -- ERROR not-boolean FILTER wants a condition
INSERT INTO r SELECT mean(n) FROM (SELECT CAST(COUNT(*) AS DOUBLE) AS n FROM t GROUP BY i); -- ERROR updating-input there is no Retract
INSERT INTO r SELECT x FROM t, LATERAL TABLE(mean(d)) AS u (x); -- ERROR function-kind no rows
INSERT INTO r SELECT mean(d) OVER (PARTITION BY i ORDER BY s) FROM t; -- ERROR not-supported OVER
INSERT INTO r SELECT mean(t.ts) OVER (PARTITION BY i ORDER BY s) FROM (SELECT *, CURRENT_DATE AS ts FROM t) AS t; -- ERROR function-arguments a DATE is no DOUBLE
INSERT INTO r SELECT d1(DISTINCT d) FROM t;
