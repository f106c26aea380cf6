package mysql

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"
)

const (
	firstPause = 50 * time.Millisecond
	// longestPause keeps a job within seconds of the return of its database.
	longestPause = time.Second
	// silence is how long a commit may take before health tells what it waits for.
	silence = 3 * time.Second
)

// commit runs the transaction until it succeeds or fails for good.
func (s *Sink) commit(ctx context.Context, list []statement) error {
	alarm := startAlarm(&s.config)
	defer alarm.stop()
	// Refusals (deadlock, lock wait) are counted; being away is not.
	pause, refused := firstPause, 0
	for {
		err := s.transact(ctx, list)
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return s.named(ctx.Err())
		}
		switch classify(err) {
		// Waiting has no limit: a database that is down for the night is no reason to lose the job.
		case away:
			alarm.report(reasonAway(&s.config, err))
		case refusedForNow:
			if refused++; refused > s.config.MaxRetries {
				return errRefused(&s.config, refused, err)
			}
		default:
			return s.final(err)
		}
		if err := sleep(ctx, pause); err != nil {
			return s.named(err)
		}
		pause = min(2*pause, longestPause)
	}
}

// final is the error of a commit that is given up: explained already, or a refused connection.
func (s *Sink) final(err error) error {
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	return errConnect(&s.config, err)
}

// transact runs the statements in one transaction on the connection.
func (s *Sink) transact(ctx context.Context, list []statement) error {
	return withConn(ctx, s.db, func(conn *sql.Conn) error {
		if _, err := conn.ExecContext(ctx, "START TRANSACTION"); err != nil {
			return err
		}
		for _, st := range list {
			if _, err := conn.ExecContext(ctx, st.query()); err != nil {
				return s.explain(ctx, conn, st, err)
			}
		}
		_, err := conn.ExecContext(ctx, "COMMIT")
		return err
	})
}

// explain finds the row that the server refuses. Servers count rows in their messages differently
// or not at all, so the rows of the statement are tried one by one and rolled back.
func (s *Sink) explain(ctx context.Context, conn *sql.Conn, st statement, err error) error {
	switch classify(err) {
	case badRow:
	case fatal:
		return errStatement(&s.config, err)
	default:
		return err
	}
	// The rows tried below are rolled back when withConn closes the connection.
	if _, err := conn.ExecContext(ctx, "ROLLBACK"); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "START TRANSACTION"); err != nil {
		return err
	}
	shape, failed := &s.shapes[st.kind], error(nil)
	body := st.text[len(shape.head) : len(st.text)-len(shape.tail)]
	tuples(body, func(tuple []byte) bool {
		_, one := conn.ExecContext(ctx, shape.head+string(tuple)+shape.tail)
		if one != nil && classify(one) == badRow {
			failed = errRow(&s.config, tuple, one)
		}
		return one == nil
	})
	if failed == nil {
		failed = errStatement(&s.config, err)
	}
	return failed
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// alarm tells Health what a commit waits for: at once when the server is away, after some silence
// when it does not answer.
type alarm struct {
	config *Config
	timer  *time.Timer

	mu     sync.Mutex
	over   bool
	raised bool
}

func startAlarm(c *Config) *alarm {
	a := &alarm{config: c}
	if c.Health != nil {
		a.timer = time.AfterFunc(silence, func() { a.report(reasonSilent(c)) })
	}
	return a
}

func (a *alarm) report(reason string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	// over: the timer may fire while stop is on its way, and nobody would take its reason back.
	if a.config.Health == nil || a.over {
		return
	}
	a.raised = true
	a.config.Health.Waiting(component(a.config), reason)
}

func (a *alarm) stop() {
	if a.timer == nil {
		return
	}
	a.timer.Stop()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.over = true
	if a.raised {
		a.config.Health.Waiting(component(a.config), "")
	}
}

func component(c *Config) string { return "sink " + c.Table }
