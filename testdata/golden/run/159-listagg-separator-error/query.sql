-- the separator of LISTAGG must be a literal
CREATE TABLE t (k STRING, s STRING, p STRING) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.null-literal' = 'n');
CREATE TABLE r (k STRING, a STRING) WITH ('connector' = 'print');
INSERT INTO r SELECT k, LISTAGG(s, p) FROM t GROUP BY k;
