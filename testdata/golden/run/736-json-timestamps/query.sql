-- JSON TIMESTAMP with a blank, DATE in ISO form; digits beyond the precision are kept
CREATE TABLE t (
  d DATE,
  z TIMESTAMP(3),
  n TIMESTAMP(9)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  d DATE,
  z TIMESTAMP(3),
  n TIMESTAMP(9)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
