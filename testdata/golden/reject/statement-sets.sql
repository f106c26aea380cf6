-- Statement sets: what may stand in them, and where they end.
CREATE TABLE t (i INT) WITH ('connector' = 'datagen');
CREATE TABLE r (x INT) WITH ('connector' = 'print');

BEGIN STATEMENT SET;
CREATE TABLE u (i INT) -- ERROR statement-in-set only INSERT may stand in a statement set
WITH ('connector' = 'print');
INSERT INTO r SELECT i FROM t;
END;
EXECUTE STATEMENT SET BEGIN
SELECT i FROM t; -- ERROR statement-in-set only INSERT may stand in a statement set
END;
END; -- ERROR syntax END without BEGIN
EXECUTE STATEMENT SET BEGIN
END; -- ERROR empty-statement-set a statement set is not empty
BEGIN STATEMENT SET;
INSERT INTO r SELECT i FROM t;
END;
END; -- ERROR syntax END without BEGIN
INSERT INTO r SELECT i FROM t;
END; -- ERROR syntax END without BEGIN
