-- A csv DATE of the ten days that October 1582 did not have moves ten days on
CREATE TABLE t (
  d DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  d DATE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT d FROM t;
