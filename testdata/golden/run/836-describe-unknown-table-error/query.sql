-- DESCRIBE wants the table to be there
DESCRIBE nothing;
