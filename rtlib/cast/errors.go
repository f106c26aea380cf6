package cast

import "fmt"

// maxShown is how many bytes of an offending text an error shows.
const maxShown = 40

// errText says which text is not a value of the target type.
func errText(text, target string) error {
	dots := ""
	if len(text) > maxShown {
		text, dots = text[:maxShown], "..."
	}
	return fmt.Errorf("cannot cast %q%s to %s", text, dots, target)
}

func errDecimalText(text string, p, s int) error {
	return errText(text, fmt.Sprintf("DECIMAL(%d, %d)", p, s))
}

func errNotFinite(v float64, p, s int) error {
	return fmt.Errorf("cannot cast %v to DECIMAL(%d, %d)", v, p, s)
}
