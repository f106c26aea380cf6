-- The table behind cdn_access_statistic, for MySQL and MariaDB:
--   mysql -h localhost -u root -p < access_statistic.mysql.sql

CREATE DATABASE IF NOT EXISTS Flink CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS Flink.access_statistic (
    province       VARCHAR(64) NOT NULL PRIMARY KEY,
    access_count   BIGINT,
    total_download BIGINT,
    download_speed DOUBLE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
