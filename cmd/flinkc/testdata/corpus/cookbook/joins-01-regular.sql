-- Recipe joins/01: two tables that end, joined by a column.
CREATE TABLE badges (badge STRING, colour STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '10');
CREATE TABLE staff (badge STRING, name STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '10');
CREATE TABLE shown (name STRING, colour STRING) WITH ('connector' = 'print');

INSERT INTO shown SELECT name, colour FROM badges INNER JOIN staff ON badges.badge = staff.badge;

--? a join
