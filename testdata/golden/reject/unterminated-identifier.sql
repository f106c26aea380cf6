-- A quoted identifier that does not end.
INSERT INTO r SELECT `open FROM t; -- ERROR ? identifier is not closed
