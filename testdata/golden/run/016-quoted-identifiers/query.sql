-- Back-ticked identifiers may be reserved words, hold blanks, dots and doubled back-ticks
CREATE TABLE t (
  `select` INT,
  `a b``c.d` STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  `from` STRING,
  größe INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT `a b``c.d` AS `from`, `t`.`select` + 1 AS `größe` FROM `t`;
