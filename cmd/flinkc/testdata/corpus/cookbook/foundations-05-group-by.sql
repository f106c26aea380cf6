-- Recipe foundations/05: how many visits each program made, whose name is a part of a text.
CREATE VIEW visits AS
SELECT * FROM (VALUES ('Mozilla/5.0 (X11)', '200'), ('Opera/8.97', '404'), ('Mozilla/4.0', '200')) AS t (agent, code);
CREATE TABLE programs (program STRING, status STRING, visits_made BIGINT) WITH ('connector' = 'print');

-- The name stands in front of the slash.
INSERT INTO programs
SELECT REGEXP_EXTRACT(agent, '^[^/]+') AS program, code, COUNT(*) AS visits_made -- all lines count
FROM visits
GROUP BY REGEXP_EXTRACT(agent, '^[^/]+'), code;

--= [Mozilla, 200, 2]
--= [Opera, 404, 1]
