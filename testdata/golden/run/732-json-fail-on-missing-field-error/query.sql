-- With fail-on-missing-field a missing field fails the job
CREATE TABLE t (
  a INT,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json',
  'json.fail-on-missing-field' = 'true'
);
CREATE TABLE r (
  a INT,
  b STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
