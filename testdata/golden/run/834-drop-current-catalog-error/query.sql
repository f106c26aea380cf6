-- The current catalog cannot be dropped
CREATE CATALOG c WITH ('type' = 'generic_in_memory');
USE CATALOG c;
DROP CATALOG c;
