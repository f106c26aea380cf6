-- Queries inside of expressions are checked whole, also where they cannot be computed.
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (id BIGINT, name STRING, n INT) WITH ('connector' = 'datagen', 'number-of-rows' = '9');
CREATE TABLE o (x BIGINT) WITH ('connector' = 'print');
INSERT INTO o SELECT id FROM t WHERE n > (SELECT MAX(u.nope) FROM t AS u WHERE u.name = t.name); -- ERROR unknown-column "nope"
INSERT INTO o SELECT id FROM t WHERE n > (SELECT MAX(u.n) FROM t AS u WHERE u.name = t.name) AND nope; -- ERROR not-supported "and aggregates" ERROR unknown-column "nope"
INSERT INTO o SELECT id FROM t WHERE n + name > (SELECT n FROM t AS u WHERE u.id = t.id); -- ERROR not-supported "as a value" ERROR operand-type "operator +"
INSERT INTO o SELECT id FROM t WHERE name = (SELECT MAX(u.id) FROM t AS u WHERE u.id > t.id); -- ERROR not-supported "no equality" ERROR operand-type "cannot be compared"
INSERT INTO o SELECT id FROM t WHERE EXISTS (SELECT u.n + t.n FROM t AS u WHERE u.name > t.nope); -- ERROR not-supported "in SELECT" ERROR unknown-column "nope"
INSERT INTO o SELECT id FROM t WHERE EXISTS (SELECT 1 FROM t AS u WHERE EXISTS (SELECT 1 FROM t AS v WHERE v.id = t.id)); -- ERROR not-supported "two queries further out"
INSERT INTO o SELECT u.id FROM t AS u JOIN t AS v ON u.id IN (SELECT w.nope FROM t AS w); -- ERROR unknown-column "nope" ERROR not-supported "a query inside of FROM"
INSERT INTO o SELECT id FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY nope) = 1; -- ERROR unknown-column "nope"
