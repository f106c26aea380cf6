-- names in other scripts, with quotes, digits, case that differs, and names that give the same Go name
CREATE TABLE `表``"; os.Exit(1) //` (`列` INT, `a b` INT, `a_b` INT, `aB` INT, `AB` INT, `ab` INT, `1` INT, `11` INT, ```` INT,
  `"` INT, `Ünï` STRING, `-` INT, `--` INT, `.` INT, ` ` INT, `😀` INT, `e1́` INT)
WITH ('connector' = 'print');
CREATE TABLE `T` (x INT) WITH ('connector' = 'print', 'print-identifier' = 'T');
CREATE TABLE `t` (x INT) WITH ('connector' = 'print', 'print-identifier' = 't');
CREATE VIEW w AS SELECT * FROM (VALUES (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'ü', 12, 13, 14, 15, 16, 17)) AS v
  (`列`, `a b`, `a_b`, `aB`, `AB`, `ab`, `1`, `11`, ````, `"`, `Ünï`, `-`, `--`, `.`, ` `, `😀`, `e1́`);
INSERT INTO `表``"; os.Exit(1) //` SELECT `列`, `a b`, `a_b`, MAX(`aB`), MAX(`AB`), `ab`, `1`, `11`, MAX(````), `"`, `Ünï`, MAX(`-`), MAX(`--`), MAX(`.`), MAX(` `), MAX(`😀`), `e1́`
 FROM w GROUP BY `列`, `a b`, `a_b`, `ab`, `1`, `11`, `"`, `Ünï`, `e1́`;
INSERT INTO `T` SELECT `a b` FROM w;
INSERT INTO `t` SELECT `a_b` FROM w;
--= [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ü, 12, 13, 14, 15, 16, 17]
--= T[2]
--= t[3]
