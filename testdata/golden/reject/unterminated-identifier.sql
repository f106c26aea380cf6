-- A quoted identifier that does not end.
INSERT INTO r SELECT `open FROM t; -- ERROR unterminated-name identifier is not closed
