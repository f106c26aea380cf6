-- The current database cannot be dropped
CREATE DATABASE d;
USE d;
DROP DATABASE d;
