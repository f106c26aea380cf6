-- WHERE drops UNKNOWN like FALSE, and so does its negation
CREATE TABLE t (
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE p (
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'above'
);
CREATE TABLE n (
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'not-above'
);

EXECUTE STATEMENT SET BEGIN
INSERT INTO p SELECT v FROM t WHERE v > 10;
INSERT INTO n SELECT v FROM t WHERE NOT (v > 10);
END;
