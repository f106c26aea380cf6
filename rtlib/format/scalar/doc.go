// Package scalar turns the text of one field into a value and back, with the grammars of the Java
// methods that Flink's csv and json formats call: Long.parseLong, Double.parseDouble, new
// BigDecimal, java.sql.Date.valueOf and the DateTimeFormatters of flink-formats. Both formats use
// it, because a text in quotes is converted alike in both.
//
// Functions take strings that may be borrowed and never keep them. Results are (value, ok); ok is
// false for a text that Java would refuse, never for NULL, which the caller has seen before.
// Nothing here allocates unless it says so.
package scalar
