package mysql

import (
	"context"
	"errors"
	"time"
)

const (
	firstPause = 50 * time.Millisecond
	// longestPause keeps a job within seconds of the return of its database.
	longestPause = time.Second
)

// commit runs the transaction until it succeeds or fails for good.
func (s *Sink) commit(ctx context.Context, list []statement) error {
	s.alarm.start()
	defer s.alarm.stop()
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
			s.alarm.report(reasonAway(&s.config, err))
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
	return s.withConn(ctx, func(run execute) error {
		for _, st := range list {
			if err := run(st.query()); err != nil {
				return s.explain(run, st, err)
			}
		}
		return run("COMMIT")
	})
}

// explain finds the row that the server refuses. Servers count rows in their messages differently
// or not at all, so the rows of the statement are tried one by one and rolled back.
func (s *Sink) explain(run execute, st statement, err error) error {
	switch classify(err) {
	case badRow:
	case fatal:
		return errStatement(&s.config, err)
	default:
		return err
	}
	// The rows tried below are rolled back when withConn closes the connection.
	if err := run("ROLLBACK"); err != nil {
		return err
	}
	shape, failed := &s.shapes[st.kind], error(nil)
	body := st.text[len(shape.head) : len(st.text)-len(shape.tail)]
	tuples(body, func(tuple []byte) bool {
		one := run(shape.head + string(tuple) + shape.tail)
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
