-- an error between the rows ends the job at the call
CREATE FUNCTION countdown(n INT) RETURNS TABLE (i INT) LANGUAGE GO AS './udf.Countdown';
CREATE TABLE r (n INT, i INT) WITH ('connector' = 'print');
INSERT INTO r SELECT n, i FROM (VALUES (2), (13)) AS t (n), LATERAL TABLE(countdown(n));
--! 4:75: 13 is refused
