-- Accesses, downloads and speed by province, with today's options. The credentials are read from the
-- environment when the job starts; they are in no binary and no image.

CREATE TABLE cdn_access_log (
    uuid          STRING,
    client_ip     STRING,
    request_time  BIGINT,  -- milliseconds
    response_size BIGINT,  -- bytes
    uri           STRING
) WITH (
    'connector' = 'kafka',
    'topic' = 'access_log',
    'properties.bootstrap.servers' = 'localhost:9092',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'csv',
    'csv.ignore-parse-errors' = 'true'
);

-- access_statistic.mysql.sql creates it.
CREATE TABLE cdn_access_statistic (
    province       STRING,
    access_count   BIGINT,
    total_download BIGINT,
    download_speed DOUBLE,
    PRIMARY KEY (province) NOT ENFORCED
) WITH (
    'connector' = 'jdbc',
    'url' = 'jdbc:mysql://localhost:3306/Flink',
    'table-name' = 'access_statistic',
    'username' = env('CDN_MYSQL_USER'),
    'password' = env('CDN_MYSQL_PASSWORD'),
    'sink.buffer-flush.interval' = '1s'
);

-- The full name of the province, UnKnow for everything that is no address in one.
CREATE FUNCTION ip_to_province(ip STRING) RETURNS STRING LANGUAGE GO AS './udf.IPToProvince';

INSERT INTO cdn_access_statistic
SELECT province,
       COUNT(uuid)                                   AS access_count,
       SUM(response_size)                            AS total_download,
       SUM(response_size) * 1.0 / SUM(request_time)  AS download_speed
FROM (SELECT uuid, ip_to_province(client_ip) AS province, response_size, request_time FROM cdn_access_log WHERE response_size <> 249137071)
GROUP BY province;
