package job

import (
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Env is what connectors, functions and stages may know of the run they are part of.
type Env struct {
	Log         *slog.Logger
	Health      stream.Health
	Zone        *time.Location
	Started     time.Time // when the run began
	Parallelism int
	// From overrides where unbounded sources start: "", "earliest", "latest", "group-offsets", or a
	// timestamp in ms.
	From string
	// UntilEnd: read up to the end that is seen at the start, then stop.
	UntilEnd bool
	Params   map[string]string // --var
	// Stepped: a test of the stages, see stepped.go.
	Stepped bool
	// Metrics gives functions their counters.
	Metrics *Registry
}

// Secret is a credential of the script: written out, or where to find it when the program starts.
type Secret struct{ Literal, Env, File string }

// Resolve returns the credential. Errors name the place, never the value.
func (s Secret) Resolve(option string) (string, error) {
	switch {
	case s.Env != "":
		v, ok := os.LookupEnv(s.Env)
		if !ok {
			return "", fmt.Errorf("option '%s': environment variable %s is not set", option, s.Env)
		}
		return v, nil
	case s.File != "":
		b, err := os.ReadFile(s.File)
		if err != nil {
			return "", fmt.Errorf("option '%s': %w", option, err)
		}
		return strings.TrimRight(string(b), "\r\n"), nil
	}
	return s.Literal, nil
}
