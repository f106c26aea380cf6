-- A string that does not end reaches to the end of the file.
INSERT INTO r SELECT 'open FROM t; -- ERROR unterminated-string string is not closed
