-- Comments stand anywhere between tokens; what looks like one inside a literal is text
CREATE TABLE t (
  id INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  id INT,
  a CHAR(7),
  b CHAR(10),
  c CHAR(1)
) WITH (
  'connector' = 'print'
);

INSERT INTO r /* block
comment; with a semicolon */ SELECT id, -- line ' comment
  '-- text' AS a, '/* text */' AS b, ';' AS c
FROM t /**/ ;
