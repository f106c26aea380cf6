-- A field of the wrong kind fails the job
CREATE TABLE t (
  a INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  a INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
