-- Statement sets: what may stand in them, and where they end.
CREATE TABLE t (i INT) WITH ('connector' = 'datagen');
CREATE TABLE r (x INT) WITH ('connector' = 'print');

BEGIN STATEMENT SET;
CREATE TABLE u (i INT) -- ERROR ? only INSERT may stand in a statement set
WITH ('connector' = 'print');
INSERT INTO r SELECT i FROM t;
END;
EXECUTE STATEMENT SET BEGIN
SELECT i FROM t; -- ERROR ? only INSERT may stand in a statement set
END;
EXECUTE STATEMENT SET BEGIN
END; -- ERROR ? a statement set is not empty
END; -- ERROR ? END without BEGIN
