// Package mysql is the JDBC sink for jdbc:mysql:// and jdbc:mariadb:// tables.
//
// The generated program renders a row as the SQL text of one tuple, (1,'abc',NULL), with this
// package's Append functions, and hands it to Upsert, Delete or Insert. Within an epoch only the
// last change of a key is kept. Prepare renders the epoch as multi-row statements, Commit runs
// them in one transaction.
//
//	rows ──Append──> tuple ──Upsert──> changes (last per key) ──Prepare──> statements ──Commit──> server
//
// # What a commit promises
//
// The target holds no record yet of which epochs it has seen. So the outcome of a connection that
// is lost inside COMMIT cannot be learnt, and the whole transaction is sent again:
//
//   - upsert mode (Config.Key is set): sending it twice changes nothing, commits are idempotent;
//   - append mode: the rows are there twice when the first COMMIT had in fact succeeded, commits
//     are at-least-once.
//
// # Concurrency
//
// There are two sides. Upsert, Delete, Insert, Due, Prepare and Abort belong to one goroutine, the
// lane that writes. Commit and Recover belong to one goroutine at a time, which may be another one
// and may run at the same time as the writing side. What Prepare returns is the only thing that
// goes from the first to the second: its memory belongs to the sink and is valid until Commit has
// returned nil for it. Open comes before, Close after everything else.
package mysql
