package mysql

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"github.com/go-sql-driver/mysql"
)

// checkTarget checks everything that would make the rows fail later, and returns the server's
// max_allowed_packet in bytes.
func checkTarget(ctx context.Context, db *sql.DB, c *Config) (packet int, err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return 0, errConnect(c, err)
	}
	defer conn.Close()
	t := target{ctx, conn, c}
	row := conn.QueryRowContext(ctx, "SELECT @@max_allowed_packet")
	if err := row.Scan(&packet); err != nil {
		return 0, errConnect(c, err)
	}
	checks := []func() error{t.checkTable, t.checkColumns, t.checkKey, t.checkPrivileges}
	for _, check := range checks {
		if err := check(); err != nil {
			return 0, t.explain(err)
		}
	}
	// The checks have opened a transaction, whose view of the tables would grow old until the first
	// commit, and with it a lock that keeps others from altering the table.
	if _, err := conn.ExecContext(ctx, "ROLLBACK"); err != nil {
		return 0, errConnect(c, err)
	}
	return packet, nil
}

// target is the table as the server describes it.
type target struct {
	ctx    context.Context
	conn   *sql.Conn
	config *Config
}

func (t *target) explain(err error) error {
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	return errConnect(t.config, err)
}

// where selects the table in information_schema.
func (t *target) where() string {
	return " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = " + quoteText(t.config.Target)
}

func (t *target) checkTable() error {
	var engine sql.NullString
	row := t.conn.QueryRowContext(t.ctx, "SELECT ENGINE FROM information_schema.TABLES"+t.where())
	err := row.Scan(&engine)
	if errors.Is(err, sql.ErrNoRows) {
		return errMissingTable(t.config)
	}
	if err == nil && !strings.EqualFold(engine.String, "InnoDB") {
		return errEngine(t.config, engine.String)
	}
	return err
}

// column is one column of the target.
type column struct {
	name, nullable, extra string
	fallback, charset     sql.NullString
}

// needed reports that an INSERT without the column fails.
func (c *column) needed() bool {
	extra := strings.ToUpper(c.extra)
	return c.nullable == "NO" && !c.fallback.Valid && !c.generated() &&
		!strings.Contains(extra, "AUTO_INCREMENT") && !strings.Contains(extra, "DEFAULT_GENERATED")
}

// generated reports that the server computes the column. MySQL also says DEFAULT_GENERATED, of a
// column whose default is an expression: that one can be written.
func (c *column) generated() bool {
	extra := strings.ToUpper(c.extra)
	return strings.Contains(extra, "VIRTUAL GENERATED") ||
		strings.Contains(extra, "STORED GENERATED")
}

func (t *target) columns() (list []column, err error) {
	rows, err := t.conn.QueryContext(t.ctx, "SELECT COLUMN_NAME, IS_NULLABLE, EXTRA, "+
		"COLUMN_DEFAULT, CHARACTER_SET_NAME FROM information_schema.COLUMNS"+t.where())
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c column
		if err := rows.Scan(&c.name, &c.nullable, &c.extra, &c.fallback, &c.charset); err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, rows.Err()
}

func (t *target) checkColumns() error {
	list, err := t.columns()
	if err != nil {
		return err
	}
	var missing []int
	written := make(map[string]bool)
	for i, want := range t.config.Columns {
		at := slices.IndexFunc(list, func(c column) bool {
			return strings.EqualFold(c.name, want.Name)
		})
		if at < 0 {
			missing = append(missing, i)
			continue
		}
		written[list[at].name] = true
		if err := t.checkWritable(want, &list[at]); err != nil {
			return err
		}
	}
	if missing != nil {
		return errMissingColumns(t.config, missing)
	}
	return t.checkUnwritten(list, written)
}

func (t *target) checkWritable(want Column, have *column) error {
	if have.generated() {
		return errGenerated(t.config, want.Name)
	}
	charset := have.charset
	if isText(want.Type) && charset.Valid && charset.String != "utf8mb4" {
		return errCharset(t.config, want.Name, charset.String)
	}
	return nil
}

// checkUnwritten looks for a column without which no row can be added.
func (t *target) checkUnwritten(list []column, written map[string]bool) error {
	for i := range list {
		if c := &list[i]; !written[c.name] && c.needed() {
			return errNoDefault(t.config, c.name)
		}
	}
	return nil
}

// checkKey looks for a unique index over exactly the key's columns, in any order. An index over a
// prefix of a column does not count: it takes different keys for the same.
func (t *target) checkKey() error {
	if len(t.config.Key) == 0 {
		return nil
	}
	indexes, err := t.uniqueIndexes()
	if err != nil {
		return err
	}
	want := lowerSorted(t.config.keyNames())
	for _, columns := range indexes {
		if slices.Equal(lowerSorted(columns), want) {
			return nil
		}
	}
	return errNoUniqueKey(t.config)
}

// uniqueIndexes returns the columns of each unique index.
func (t *target) uniqueIndexes() (map[string][]string, error) {
	rows, err := t.conn.QueryContext(t.ctx, "SELECT INDEX_NAME, COLUMN_NAME, SUB_PART "+
		"FROM information_schema.STATISTICS"+t.where()+" AND NON_UNIQUE = 0")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	indexes := make(map[string][]string)
	for rows.Next() {
		var index string
		var name, part sql.NullString // the name is NULL for an index over an expression
		if err := rows.Scan(&index, &name, &part); err != nil {
			return nil, err
		}
		if part.Valid {
			name.String += "(" + part.String + ")"
		}
		indexes[index] = append(indexes[index], name.String)
	}
	return indexes, rows.Err()
}

func lowerSorted(names []string) []string {
	lower := make([]string, len(names))
	for i, n := range names {
		lower[i] = strings.ToLower(n)
	}
	slices.Sort(lower)
	return lower
}

// checkPrivileges runs the sink's statements with no row in them.
func (t *target) checkPrivileges() error {
	nulls := strings.Repeat("NULL, ", len(t.config.Columns)-1) + "NULL"
	probes := []string{insertHead(t.config) + " SELECT " + nulls + " FROM DUAL WHERE FALSE" +
		updateClause(t.config)}
	if len(t.config.Key) > 0 {
		probes = append(probes, "DELETE FROM "+quoteName(t.config.Target)+" WHERE FALSE")
	}
	for _, probe := range probes {
		if _, err := t.conn.ExecContext(t.ctx, probe); err != nil {
			return t.explainProbe(err)
		}
	}
	return nil
}

func (t *target) explainProbe(err error) error {
	var refusal *mysql.MySQLError
	if !errors.As(err, &refusal) {
		return err
	}
	if refusal.Number == 1142 || refusal.Number == 1143 {
		return errPrivilege(t.config, err)
	}
	return errStatement(t.config, err)
}
