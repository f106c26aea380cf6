-- Options that depend on other options, on columns, or on the direction
CREATE TABLE a (i INT) WITH ('connector' = 'filesystem', 'path' = '', 'format' = 'csv'); -- ERROR option-value "path"
CREATE TABLE b (s STRING) WITH ('connector' = 'datagen', 'fields.s.kind' = 'sequence', 'fields.s.start' = 'a', 'fields.s.end' = 'b'); -- ERROR option-value "fields.s.start" ERROR option-value "fields.s.end"
CREATE TABLE c (o BOOLEAN) WITH ('connector' = 'datagen', 'fields.o.kind' = 'sequence', 'fields.o.start' = '1', 'fields.o.end' = '2'); -- ERROR option-value "sequence"
CREATE TABLE d (t TINYINT) WITH ('connector' = 'datagen', 'fields.t.kind' = 'sequence', 'fields.t.start' = '1', 'fields.t.end' = '1000'); -- ERROR option-value "1000"
CREATE TABLE e (i INT) WITH ('connector' = 'datagen', 'fields.i.kind' = 'sequence', 'fields.i.start' = '5', 'fields.i.end' = '1'); -- ERROR option-value "fields.i.end"
CREATE TABLE g (i INT) WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'avro', 'properties.bootstrap.servers' = 'h:1'); -- ERROR unknown-format "avro"
CREATE TABLE h (i INT) WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv', 'properties.bootstrap.servers' = 'h:1', 'scan.startup.mode' = 'specific-offsets', 'scan.startup.specific-offsets' = 'partition:0'); -- ERROR option-value "partition:0"
CREATE TABLE i (i INT) WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv', 'properties.bootstrap.servers' = 'h:1', 'properties.sasl.mechanism' = 'PLAIN'); -- ERROR option-conflict "sasl"
