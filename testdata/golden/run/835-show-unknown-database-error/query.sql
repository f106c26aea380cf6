-- SHOW TABLES wants the database to be there
SHOW TABLES FROM nowhere;
