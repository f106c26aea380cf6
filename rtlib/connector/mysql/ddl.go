package mysql

import "strings"

// This file writes the DDL that errors suggest.

const maxVarchar = 16383 // characters of utf8mb4 in a row of 65,535 bytes

func createTable(c *Config) string {
	var b strings.Builder
	b.WriteString("CREATE TABLE " + quoteName(c.Target) + " (\n")
	for i := range c.Columns {
		b.WriteString("  " + columnDefinition(c, i))
		if i < len(c.Columns)-1 || len(c.Key) > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n")
	}
	if len(c.Key) > 0 {
		b.WriteString("  PRIMARY KEY (" + quoteNames(c.keyNames()) + ")\n")
	}
	b.WriteString(") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4")
	return b.String()
}

func columnDefinition(c *Config, i int) string {
	column := c.Columns[i]
	definition := quoteName(column.Name) + " " + mysqlType(column.Type, c.isKey(i))
	if c.isKey(i) || notNull(column.Type) {
		definition += " NOT NULL"
	}
	return definition
}

func notNull(sqlType string) bool { return strings.HasSuffix(upper(sqlType), " NOT NULL") }

// isText reports a type whose values are character strings.
func isText(sqlType string) bool {
	root, _ := splitType(sqlType)
	return root == "STRING" || root == "VARCHAR" || root == "CHAR"
}

// mysqlType is the type of the database that holds all values of a SQL type. A key's column must
// be short enough for an index.
func mysqlType(sqlType string, key bool) string {
	root, arguments := splitType(sqlType)
	switch root {
	case "STRING", "VARCHAR":
		return boundedOr("VARCHAR", "LONGTEXT", arguments, key)
	case "BYTES", "VARBINARY":
		return boundedOr("VARBINARY", "LONGBLOB", arguments, key)
	case "TIMESTAMP":
		return "DATETIME" + timePrecision(arguments, "(6)")
	case "TIME":
		return "TIME" + timePrecision(arguments, "")
	case "INTEGER":
		return "INT"
	}
	return root + arguments
}

// ColumnType is the database's type of a column with a SQL type as text, as in the DDL that errors
// suggest. Columns of the key are shorter where they have no length of their own.
func ColumnType(sqlType string) string { return mysqlType(sqlType, false) }

func boundedOr(bounded, unbounded, arguments string, key bool) string {
	length := number(arguments)
	switch {
	case length > 0 && length <= maxVarchar:
		return bounded + arguments
	case key:
		return bounded + "(255)"
	}
	return unbounded
}

// timePrecision cuts a precision to what MySQL has.
func timePrecision(arguments, unset string) string {
	switch n := number(arguments); {
	case arguments == "":
		return unset
	case n == 0:
		return ""
	case n > 6:
		return "(6)"
	}
	return arguments
}

// number reads "(n)"; 0 when there is none or when it is too large to matter.
func number(arguments string) (n int) {
	for _, c := range strings.Trim(arguments, "()") {
		if c < '0' || c > '9' || n > maxVarchar {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// splitType splits "VARCHAR(20) NOT NULL" into VARCHAR and (20).
func splitType(sqlType string) (root, arguments string) {
	t := strings.TrimSuffix(upper(sqlType), " NOT NULL")
	t = strings.TrimSpace(t)
	open, end := strings.IndexByte(t, '('), strings.IndexByte(t, ')')
	if open >= 0 && end > open {
		return strings.TrimSpace(t[:open]), strings.ReplaceAll(t[open:end+1], " ", "")
	}
	root, _, _ = strings.Cut(t, " ")
	return root, ""
}

func upper(sqlType string) string { return strings.ToUpper(strings.TrimSpace(sqlType)) }
