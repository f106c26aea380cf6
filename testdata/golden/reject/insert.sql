-- INSERT: columns, types and sinks that do not fit.
CREATE TABLE t (i INT, b BIGINT, d DOUBLE, s STRING, a DATE) WITH ('connector' = 'datagen');
CREATE TABLE r (x INT, y STRING) WITH ('connector' = 'print');
CREATE TABLE n (x INT NOT NULL, y STRING) WITH ('connector' = 'print');
CREATE TABLE c (x INT, y AS x + 1) WITH ('connector' = 'print');
CREATE TABLE z (x TIMESTAMP(3)) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT i FROM t;

INSERT INTO r SELECT i FROM t; -- ERROR insert-columns one column for two of r
INSERT INTO r SELECT i, s, s FROM t; -- ERROR insert-columns three columns for two of r
INSERT INTO r SELECT s, i FROM t; -- ERROR insert-type STRING into INT column x
INSERT INTO r SELECT b, s FROM t; -- ERROR insert-type BIGINT into INT column x needs a CAST
INSERT INTO r SELECT d, s FROM t; -- ERROR insert-type DOUBLE into INT column x needs a CAST
INSERT INTO r SELECT i, i FROM t; -- ERROR insert-type INT into STRING column y needs a CAST
INSERT INTO r SELECT i, a FROM t; -- ERROR insert-type DATE into STRING column y needs a CAST
INSERT INTO z SELECT s FROM t; -- ERROR insert-type STRING into TIMESTAMP column x needs a CAST
INSERT INTO r (x, w) SELECT i, s FROM t; -- ERROR unknown-column r has no column "w"
INSERT INTO r (x, x) SELECT i, i FROM t; -- ERROR duplicate-column column "x" is listed twice
INSERT INTO r (x) SELECT i, s FROM t; -- ERROR insert-columns two columns for one in the list
INSERT INTO r (x, y) SELECT i FROM t; -- ERROR insert-columns one column for two in the list
INSERT INTO n (y) SELECT s FROM t; -- ERROR missing-column NOT NULL column "x" is missing
INSERT INTO c (y) SELECT i FROM t; -- ERROR unknown-column "y" is computed and takes no values
INSERT INTO c SELECT i, i FROM t; -- ERROR insert-columns two columns for one: computed ones are not written
INSERT INTO v SELECT i FROM t; -- ERROR not-a-sink "v" is a view and takes no rows
INSERT INTO r VALUES (1); -- ERROR insert-columns one value for two columns
INSERT INTO r VALUES (1, 'a'), (2); -- ERROR column-count the rows differ in length
INSERT INTO r VALUES (1, 'a'), ('b', 'c'); -- ERROR no-common-type INT and CHAR have no common type
INSERT INTO t SELECT i, b, d, s, a FROM t; -- ERROR not-a-sink datagen is no sink
INSERT OVERWRITE r SELECT i, s FROM t; -- ERROR not-supported OVERWRITE does not exist in streaming mode
INSERT INTO r SELECT x, y FROM r; -- ERROR not-a-source print is no source
