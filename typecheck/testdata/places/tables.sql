CREATE TABLE a (k BIGINT, v STRING, x INT NOT NULL, ts TIMESTAMP(3), pt AS PROCTIME(),
  WATERMARK FOR ts AS ts - INTERVAL '1' SECOND) WITH ('connector' = 'datagen');
CREATE TABLE b (k BIGINT, w STRING, ts TIMESTAMP(3), plain TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen');
CREATE TABLE o (n BIGINT) WITH ('connector' = 'print');
