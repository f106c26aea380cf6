-- Recipe aggregations-and-analytics/09: sums over rows that change, which follow each change. The changes come from a
-- GROUP BY, as there is no connector for the log of a database.
CREATE TABLE invoices (invoice INT, payer INT, total DECIMAL(10, 2)) WITH (
  'connector' = 'datagen',
  'fields.invoice.kind' = 'sequence', 'fields.invoice.start' = '1', 'fields.invoice.end' = '6',
  'fields.payer.kind' = 'sequence', 'fields.payer.start' = '1', 'fields.payer.end' = '6',
  'fields.total.kind' = 'sequence', 'fields.total.start' = '10', 'fields.total.end' = '15'
);
CREATE TABLE by_half (is_even BOOLEAN, total DECIMAL(38, 2)) WITH ('connector' = 'print');

INSERT INTO by_half
SELECT half = 0, SUM(billed)
FROM (SELECT MOD(invoice, 3) AS third, MOD(invoice, 2) AS half, SUM(total) AS billed
  FROM invoices GROUP BY MOD(invoice, 3), MOD(invoice, 2))
WHERE billed <> 0
GROUP BY half = 0;

--= [false, 36.00]
--= [true, 39.00]
