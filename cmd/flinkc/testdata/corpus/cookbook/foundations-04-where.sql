-- Recipe foundations/04: rows chosen by a list.
CREATE VIEW visits AS
SELECT * FROM (VALUES ('10.0.0.1', 'rolland', '401'), ('10.0.0.2', '-', '200'), ('10.0.0.3', 'ada', '403'))
  AS t (address, visitor, status);
CREATE TABLE refused (address STRING, visitor STRING, status STRING) WITH ('connector' = 'print');

INSERT INTO refused
SELECT address, visitor, status FROM visits WHERE status IN ('403', '401');

--= [10.0.0.1, rolland, 401]
--= [10.0.0.3, ada, 403]
