-- WITH options: unknown, missing, mixed or with a value that they do not take.
CREATE TABLE a1 (i INT) WITH ('conector' = 'print'); -- ERROR missing-connector no connector: "conector"
CREATE TABLE a2 (i INT) WITH ('connector' = 'prnt'); -- ERROR unknown-connector there is no connector "prnt"
CREATE TABLE a3 (i INT)
  WITH ('connector' = 'print', 'print-identifer' = 'x'); -- ERROR unknown-option unknown option
CREATE TABLE a4 (i INT) -- ERROR missing-option "path" is missing
  WITH ('connector' = 'filesystem', 'format' = 'csv');
CREATE TABLE a5 (i INT) -- ERROR missing-format "format" is missing
  WITH ('connector' = 'filesystem', 'path' = '/x');
CREATE TABLE a6 (i INT)
  WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'cvs'); -- ERROR unknown-format no format "cvs"
CREATE TABLE a7 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'csv.field-delimeter' = ';'); -- ERROR unknown-option unknown option "csv.field-delimeter"
CREATE TABLE a8 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'csv.field-delimiter' = ';;'); -- ERROR option-value the delimiter is one character
CREATE TABLE a9 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'csv.ignore-parse-errors' = 'yes'); -- ERROR option-value true or false, not "yes"
CREATE TABLE b1 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'json.ignore-parse-errors' = 'true'); -- ERROR unknown-option a json option beside the csv format
CREATE TABLE b2 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json',
  'json.ignore-parse-errors' = 'true',
  'json.fail-on-missing-field' = 'true'); -- ERROR option-conflict both at once
CREATE TABLE b3 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json',
  'json.timestamp-format.standard' = 'RFC'); -- ERROR option-value SQL or ISO-8601
CREATE TABLE b4 (i INT) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv',
  'csv.disable-quote-character' = 'true',
  'csv.quote-character' = '|'); -- ERROR option-conflict a quote that is disabled
CREATE TABLE c1 (i INT)
  WITH ('connector' = 'datagen', 'fields.j.kind' = 'random'); -- ERROR option-column no column "j"
CREATE TABLE c2 (i INT)
  WITH ('connector' = 'datagen', 'fields.i.kind' = 'serial'); -- ERROR option-value random or sequence
CREATE TABLE c3 (i INT)
  WITH ('connector' = 'datagen', 'fields.i.kind' = 'sequence'); -- ERROR missing-option start is missing
CREATE TABLE c4 (i INT)
  WITH ('connector' = 'datagen', 'rows-per-second' = 'many'); -- ERROR option-value no number
CREATE TABLE c5 (i INT)
  WITH ('connector' = 'datagen', 'number-of-rows' = '1.5'); -- ERROR option-value no whole number
CREATE TABLE d1 (i INT) -- ERROR missing-option servers are missing
  WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv');
CREATE TABLE d2 (i INT) WITH ('connector' = 'kafka', 'format' = 'csv', -- ERROR missing-option "topic" is missing
  'properties.bootstrap.servers' = 'localhost:9092');
CREATE TABLE d3 (i INT) WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'newest'); -- ERROR option-value no such mode
CREATE TABLE d4 (i INT) WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'timestamp'); -- ERROR missing-option timestamp-millis is missing
CREATE TABLE d5 (i INT, PRIMARY KEY (i) NOT ENFORCED) WITH ('connector' = 'kafka', 'topic' = 't', -- ERROR kafka-key csv cannot keep a key
  'format' = 'csv', 'properties.bootstrap.servers' = 'h:9092');
CREATE TABLE e1 (i INT) WITH ('connector' = 'jdbc', 'table-name' = 't'); -- ERROR missing-option "url" is missing
CREATE TABLE e2 (i INT) -- ERROR missing-option table-name is missing
  WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d');
CREATE TABLE e3 (i INT)
  WITH ('connector' = 'jdbc', 'url' = 'mysql://h/d', 'table-name' = 't'); -- ERROR jdbc-url no such url
CREATE TABLE e4 (i INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't',
  'username' = 'u'); -- ERROR missing-option a username needs a password
CREATE TABLE e5 (i INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't',
  'sink.buffer-flush.interval' = 'soon'); -- ERROR option-value no duration
CREATE TABLE f1 (i INT)
  WITH ('connector' = 'kafka', 'connector.type' = 'kafka'); -- ERROR option-conflict two styles of keys
CREATE TABLE f2 (i INT) WITH ('connector.type' = 'kafka', 'connector.topic' = 't', -- ERROR missing-format "format.type" is missing
  'connector.properties.bootstrap.servers' = 'h:1');
CREATE TABLE f3 (i INT)
  WITH ('connector' = 'print', 'connector' = 'blackhole'); -- ERROR duplicate-option the same key twice
CREATE TABLE f4 (i INT); -- ERROR missing-connector no connector
