-- JSON_OBJECT has its members in the order of their names, of equal ones the last; NULL is null unless ABSENT ON NULL
CREATE TABLE t (
  s STRING,
  c CHAR(3),
  v VARCHAR(5),
  b BOOLEAN,
  ti TINYINT,
  si SMALLINT,
  i INT,
  l BIGINT,
  f FLOAT,
  d DOUBLE,
  e DECIMAL(5, 2),
  w DECIMAL(38, 18),
  z DECIMAL(10, 0),
  t0 TIMESTAMP(0),
  t3 TIMESTAMP(3),
  t6 TIMESTAMP(6)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 STRING,
  c1 STRING,
  c2 STRING,
  c3 STRING,
  c4 STRING,
  c5 STRING,
  c6 STRING,
  c7 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_OBJECT('s' VALUE s, 'c' VALUE c, 'v' VALUE v, 'b' VALUE b, 'ti' VALUE ti, 'si' VALUE si, 'i' VALUE i, 'l' VALUE l, 'f' VALUE f, 'd' VALUE d, 'e' VALUE e, 'w' VALUE w, 'z' VALUE z, 't0' VALUE t0, 't3' VALUE t3, 't6' VALUE t6) AS c0,
  JSON_OBJECT(KEY 'l' VALUE l, KEY 'i' VALUE i, KEY 'si' VALUE si, KEY 'ti' VALUE ti, KEY 'b' VALUE b, KEY 'v' VALUE v, KEY 'c' VALUE c, KEY 's' VALUE s ABSENT ON NULL) AS c1,
  JSON_OBJECT('z': i, 'a': s NULL ON NULL) AS c2,
  JSON_OBJECT('a' VALUE 1, 'b' VALUE 2, 'a' VALUE s) AS c3,
  JSON_OBJECT('a' VALUE 1, 'a' VALUE s ABSENT ON NULL) AS c4,
  JSON_OBJECT() AS c5,
  JSON_OBJECT(ABSENT ON NULL) AS c6,
  JSON_OBJECT('' VALUE i + 1, 'B' VALUE i > 0, 'a"é' VALUE s || '!', U&'\FFFF' VALUE 1, '😀' VALUE 2) AS c7
FROM t;
