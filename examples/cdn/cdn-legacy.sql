-- Accesses, downloads and speed by province, with tables as Flink 1.10 declared them.
-- The statistic table has no primary key: the key is the query's, province. The log is read from
-- its end unless the job is started with --from earliest.

CREATE TABLE cdn_access_log (
    uuid VARCHAR,
    client_ip VARCHAR,
    request_time BIGINT,
    response_size BIGINT,
    uri VARCHAR
) WITH (
    'connector.type' = 'kafka',
    'connector.version' = 'universal',
    'connector.topic' = 'access_log',
    'connector.properties.zookeeper.connect' = 'localhost:2181',
    'connector.properties.bootstrap.servers' = 'localhost:9092',
    'format.type' = 'csv',
    'format.ignore-parse-errors' = 'true'
);

CREATE TABLE cdn_access_statistic (
    province VARCHAR,
    access_count BIGINT,
    total_download BIGINT,
    download_speed DOUBLE
) WITH (
    'connector.type' = 'jdbc',
    'connector.url' = 'jdbc:mysql://localhost:3306/Flink',
    'connector.table' = 'access_statistic',
    'connector.username' = 'root',
    'connector.password' = 'root',
    'connector.write.flush.interval' = '1s'
);

CREATE FUNCTION ip_to_province(ip STRING) RETURNS STRING LANGUAGE GO AS './udf.IPToProvince';

INSERT INTO cdn_access_statistic
SELECT province,
       COUNT(uuid)                                   AS access_count,
       SUM(response_size)                            AS total_download,
       SUM(response_size) * 1.0 / SUM(request_time)  AS download_speed
FROM (SELECT uuid, ip_to_province(client_ip) AS province, response_size, request_time FROM cdn_access_log)
GROUP BY province;
