-- Recipe other-builtin-functions/05: a row for each element of an array, with what is looked up for it.
CREATE TABLE choirs (choir STRING, song STRING, arrived AS PROCTIME()) WITH ('connector' = 'datagen');
CREATE TABLE songs (song STRING, tongue STRING) WITH ('connector' = 'datagen');
CREATE TABLE shown (choir STRING, title STRING, tongue STRING) WITH ('connector' = 'print');
CREATE VIEW each_song AS
SELECT h.choir, t.title, h.arrived
FROM choirs AS h
CROSS JOIN UNNEST(ARRAY[h.song, UPPER(h.song)]) AS t (title);

INSERT INTO shown
SELECT e.choir, e.title, s.tongue
FROM each_song AS e
LEFT JOIN songs FOR SYSTEM_TIME AS OF e.arrived AS s ON e.title = s.song;

--? a look-up join
