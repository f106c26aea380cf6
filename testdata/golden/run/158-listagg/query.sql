-- LISTAGG joins in order of arrival, by a comma or a text, and leaves NULLs out
CREATE TABLE t (k STRING, s STRING, c CHAR(2), n INT) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.null-literal' = 'n');
CREATE TABLE r (k STRING, a STRING, b STRING, c STRING, d STRING) WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE f (k STRING, a STRING, b STRING) WITH ('connector' = 'print', 'print-identifier' = 'f');
CREATE TABLE g (a STRING, b STRING) WITH ('connector' = 'print', 'print-identifier' = 'g');

INSERT INTO r SELECT k, LISTAGG(s), LISTAGG(s, ' | '), LISTAGG(c, ''), LISTAGG(CAST(n AS STRING), '+') FROM t GROUP BY k;
INSERT INTO f SELECT k, LISTAGG(s) FILTER (WHERE n > 1), LISTAGG(DISTINCT s) FROM t GROUP BY k;
INSERT INTO g SELECT LISTAGG(s), LISTAGG(k, ';') FROM t;
