package job

import (
	"fmt"
	"io"
	"time"
)

// Summary is what a run did, in numbers.
type Summary struct {
	Records    int64 // read from sources
	BadRecords int64 // dropped because they could not be decoded
	BadFields  int64 // made NULL for the same reason
	Skipped    int64 // left out by ON ERROR SKIP ROW or the NOT NULL enforcer
	Commits    int64
	Elapsed    time.Duration
}

func (r *run) summary() *Summary {
	s := &Summary{Elapsed: time.Since(r.started)}
	for _, t := range r.readers {
		s.Records += t.rows.Load()
	}
	for _, t := range r.tasks {
		s.BadRecords += t.bad.records.Load()
		s.BadFields += t.bad.fields.Load()
		s.Skipped += t.bad.skipped.Load()
	}
	if r.epochs != nil {
		s.Commits = r.epochs.commits.Load()
	}
	return s
}

// Rate is records a second over the whole run.
func (s *Summary) Rate() float64 { return float64(s.Records) / max(s.Elapsed.Seconds(), 1e-9) }

// Print writes the summary as one line.
func (s *Summary) Print(w io.Writer) {
	fmt.Fprintf(w, "%d records in %.3f s (%.0f/s)", s.Records, s.Elapsed.Seconds(), s.Rate())
	if s.BadRecords+s.BadFields+s.Skipped > 0 {
		fmt.Fprintf(w, ", %d undecodable records dropped, %d fields made NULL, %d rows skipped",
			s.BadRecords, s.BadFields, s.Skipped)
	}
	fmt.Fprintf(w, ", %d commits\n", s.Commits)
}
