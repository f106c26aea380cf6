package wire

import (
	"errors"
	"testing"

	"github.com/twmb/franz-go/pkg/kerr"
)

// Another client's table of the codes has the same names and tries the same ones again, with two
// exceptions: names and answers here are those of Apache Kafka 4.1.
func TestCodesMeanWhatOthersTakeThemFor(t *testing.T) {
	named := 0
	for code, m := range meanings {
		if m.name == "" {
			continue
		}
		named++
		if code == 6 || code == 8 { // renamed in Kafka 2.6; not retriable in Kafka
			continue
		}
		var want *kerr.Error
		if !errors.As(kerr.ErrorForCode(int16(code)), &want) {
			t.Errorf("%d %s: no such code", code, m.name)
		} else if m.name != want.Message || m.retriable != want.Retriable {
			t.Errorf("%d: %s, retriable %v; want %s, %v", code, m.name, m.retriable,
				want.Message, want.Retriable)
		}
	}
	if named == 0 {
		t.Error("no code has a name")
	}
}

func TestCodeText(t *testing.T) {
	for code, want := range map[Code]string{
		NotCoordinator: "NOT_COORDINATOR (Kafka error 16)",
		-1:             "UNKNOWN_SERVER_ERROR (Kafka error -1)",
		-2:             "Kafka error -2",
		11:             "Kafka error 11",
		9999:           "Kafka error 9999",
	} {
		if got := code.Error(); got != want {
			t.Errorf("%d is %q, want %q", int16(code), got, want)
		}
	}
	if Code(9999).Retriable() || !LeaderNotAvailable.Retriable() {
		t.Error("what is worth trying again")
	}
}
