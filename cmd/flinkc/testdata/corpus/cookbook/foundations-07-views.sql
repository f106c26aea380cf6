-- Recipe foundations/07: a query with a name, used by another one.
CREATE VIEW visits AS
SELECT * FROM (VALUES ('/a', '200'), ('/b', '500'), ('/c', '302'), ('/d', '404')) AS t (request, status);
CREATE VIEW answered AS
SELECT * FROM visits WHERE status SIMILAR TO '[2,3][0-9][0-9]';
CREATE TABLE shown (request STRING, status STRING) WITH ('connector' = 'print');

INSERT INTO shown SELECT * FROM answered;

--= [/a, 200]
--= [/c, 302]
