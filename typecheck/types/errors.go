package types

import "fmt"

func errRange(t Type, what string, got, low, high int) error {
	return fmt.Errorf("%s of %s must be %d to %d, not %d", what, t.Kind, low, high, got)
}

func errScale(t Type) error {
	return fmt.Errorf("scale of DECIMAL(%d, %d) must be 0 to its precision", t.Precision, t.Scale)
}

func errUnit(t Type) error {
	return fmt.Errorf("there is no INTERVAL %s", t.Unit)
}
