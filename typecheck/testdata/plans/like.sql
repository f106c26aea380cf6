-- What LIKE copies: each feature with each strategy; options are overwritten unless it says otherwise
CREATE TABLE b (id BIGINT, name STRING, ts TIMESTAMP(3), up AS UPPER(name), WATERMARK FOR ts AS ts - INTERVAL '1' SECOND,
  PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'datagen', 'number-of-rows' = '1', 'fields.name.length' = '7');
CREATE TABLE plain LIKE b;
CREATE TABLE more (extra INT) WITH ('fields.name.length' = '5') LIKE b;
CREATE TABLE bare WITH ('connector' = 'datagen') LIKE b (EXCLUDING ALL);
CREATE TABLE again (up AS LOWER(name)) LIKE b (OVERWRITING GENERATED);
CREATE TABLE otherwise (up AS LOWER(name)) LIKE b (EXCLUDING GENERATED);
CREATE TABLE newkey (k INT, PRIMARY KEY (k) NOT ENFORCED) LIKE b (EXCLUDING CONSTRAINTS);
CREATE TABLE later (WATERMARK FOR ts AS ts) LIKE b (OVERWRITING WATERMARKS);
CREATE TABLE never LIKE b (INCLUDING ALL EXCLUDING WATERMARKS);
CREATE TABLE own WITH ('connector' = 'datagen') LIKE b (EXCLUDING OPTIONS);
CREATE TABLE kept WITH ('rows-per-second' = '5') LIKE b (INCLUDING OPTIONS);
CREATE TABLE twice LIKE more;
CREATE TABLE o (x BIGINT, y STRING) WITH ('connector' = 'print');
INSERT INTO o SELECT id, up FROM plain;
INSERT INTO o SELECT extra, up FROM more;
INSERT INTO o SELECT id, name FROM bare;
INSERT INTO o SELECT id, up FROM again;
INSERT INTO o SELECT id, up FROM otherwise;
INSERT INTO o SELECT k, up FROM newkey;
INSERT INTO o SELECT id, name FROM later;
INSERT INTO o SELECT id, name FROM never;
INSERT INTO o SELECT id, up FROM own;
INSERT INTO o SELECT id, up FROM kept;
INSERT INTO o SELECT extra, up FROM twice;
