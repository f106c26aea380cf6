-- A block comment that does not end reaches to the end of the file.
INSERT INTO r SELECT 1 /* open FROM t; -- ERROR unterminated-comment comment is not closed
