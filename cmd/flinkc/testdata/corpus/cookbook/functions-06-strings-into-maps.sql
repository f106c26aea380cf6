-- Recipe other-builtin-functions/06: a text of settings as a map, and its values by their keys.
CREATE VIEW contacts AS
SELECT id, full_name, STR_TO_MAP(details, ';', ':') AS parts
FROM (VALUES ('c1', 'Ada L.', 'parts:12 Street;zip:EC1')) AS t (id, full_name, details);
CREATE TABLE shown (id STRING, line STRING) WITH ('connector' = 'print');

INSERT INTO shown
SELECT id, full_name || ', ' || parts['parts'] || ', ' || parts['zip'] FROM contacts;

--= [c1, Ada L., 12 Street, EC1]
