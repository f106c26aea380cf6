-- An integer literal beyond BIGINT is refused
CREATE TABLE r (
  x INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT 9223372036854775808 AS n;
