-- Recipe other-builtin-functions/02: three tables as one; an empty text takes the type of the others.
CREATE VIEW north AS SELECT * FROM (VALUES ('Tromso', 'Ida', 'cold')) AS t (town, guest, remark);
CREATE VIEW south AS SELECT * FROM (VALUES ('Bari', 'Ugo')) AS t (town, guest);
CREATE VIEW east AS SELECT * FROM (VALUES ('Varna', 'Mila')) AS t (town, guest);
CREATE TABLE shown (town STRING, guest STRING, remark STRING) WITH ('connector' = 'print');

INSERT INTO shown
SELECT town, guest, remark FROM north
UNION ALL
SELECT town, guest, '' FROM south
UNION ALL
SELECT town, guest, '' FROM east;

--= [Tromso, Ida, cold]
--= [Bari, Ugo, ]
--= [Varna, Mila, ]
