-- WITH options: unknown, missing, mixed or with a value that they do not take.
CREATE TABLE a1 (i INT) WITH ('conector' = 'print'); -- ERROR ? no connector: "conector"
CREATE TABLE a2 (i INT) WITH ('connector' = 'prnt'); -- ERROR ? there is no connector "prnt"
CREATE TABLE a3 (i INT)
  WITH ('connector' = 'print', 'print-identifer' = 'x'); -- ERROR ? unknown option
CREATE TABLE a4 (i INT)
  WITH ('connector' = 'filesystem', 'format' = 'csv'); -- ERROR ? "path" is missing
CREATE TABLE a5 (i INT)
  WITH ('connector' = 'filesystem', 'path' = '/x'); -- ERROR ? "format" is missing
CREATE TABLE a6 (i INT)
  WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'cvs'); -- ERROR ? no format "cvs"
CREATE TABLE a7 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'csv.field-delimeter' = ';'); -- ERROR ? unknown option "csv.field-delimeter"
CREATE TABLE a8 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'csv.field-delimiter' = ';;'); -- ERROR ? the delimiter is one character
CREATE TABLE a9 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'csv.ignore-parse-errors' = 'yes'); -- ERROR ? true or false, not "yes"
CREATE TABLE b1 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'json.ignore-parse-errors' = 'true'); -- ERROR ? a json option beside the csv format
CREATE TABLE b2 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json',
  'json.ignore-parse-errors' = 'true',
  'json.fail-on-missing-field' = 'true'); -- ERROR ? both at once
CREATE TABLE b3 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json',
  'json.timestamp-format.standard' = 'RFC'); -- ERROR ? SQL or ISO-8601
CREATE TABLE b4 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'csv.disable-quote-character' = 'true',
  'csv.quote-character' = '|'); -- ERROR ? a quote that is disabled
CREATE TABLE c1 (i INT)
  WITH ('connector' = 'datagen', 'fields.j.kind' = 'random'); -- ERROR ? no column "j"
CREATE TABLE c2 (i INT)
  WITH ('connector' = 'datagen', 'fields.i.kind' = 'serial'); -- ERROR ? random or sequence
CREATE TABLE c3 (i INT)
  WITH ('connector' = 'datagen', 'fields.i.kind' = 'sequence'); -- ERROR ? start is missing
CREATE TABLE c4 (i INT)
  WITH ('connector' = 'datagen', 'rows-per-second' = 'many'); -- ERROR ? no number
CREATE TABLE c5 (i INT)
  WITH ('connector' = 'datagen', 'number-of-rows' = '1.5'); -- ERROR ? no whole number
CREATE TABLE d1 (i INT)
  WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv'); -- ERROR ? servers are missing
CREATE TABLE d2 (i INT) WITH ('connector' = 'kafka', 'format' = 'csv',
  'properties.bootstrap.servers' = 'localhost:9092'); -- ERROR ? "topic" is missing
CREATE TABLE d3 (i INT) WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'newest'); -- ERROR ? no such mode
CREATE TABLE d4 (i INT) WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'timestamp'); -- ERROR ? timestamp-millis is missing
CREATE TABLE d5 (i INT, PRIMARY KEY (i) NOT ENFORCED) WITH ('connector' = 'kafka', 'topic' = 't',
  'format' = 'csv', 'properties.bootstrap.servers' = 'h:9092'); -- ERROR ? csv cannot keep a key
CREATE TABLE e1 (i INT) WITH ('connector' = 'jdbc', 'table-name' = 't'); -- ERROR ? "url" is missing
CREATE TABLE e2 (i INT)
  WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d'); -- ERROR ? table-name is missing
CREATE TABLE e3 (i INT)
  WITH ('connector' = 'jdbc', 'url' = 'mysql://h/d', 'table-name' = 't'); -- ERROR ? no such url
CREATE TABLE e4 (i INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't',
  'username' = 'u'); -- ERROR ? a username needs a password
CREATE TABLE e5 (i INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't',
  'sink.buffer-flush.interval' = 'soon'); -- ERROR ? no duration
CREATE TABLE f1 (i INT)
  WITH ('connector' = 'kafka', 'connector.type' = 'kafka'); -- ERROR ? two styles of keys
CREATE TABLE f2 (i INT) WITH ('connector.type' = 'kafka', 'connector.topic' = 't',
  'connector.properties.bootstrap.servers' = 'h:1'); -- ERROR ? "format.type" is missing
CREATE TABLE f3 (i INT)
  WITH ('connector' = 'print', 'connector' = 'blackhole'); -- ERROR ? the same key twice
CREATE TABLE f4 (i INT); -- ERROR ? no connector
