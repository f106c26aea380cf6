package value

import (
	"errors"
	"fmt"
)

// ErrDivisionByZero is the error of x / 0 and x % 0 for integers and decimals.
var ErrDivisionByZero = errors.New("division by zero")

// ErrModRange is the error of a remainder whose whole quotient has more than 38 significant digits.
var ErrModRange = errors.New("remainder: the quotient has more than 38 significant digits")

// ErrDamaged is the error of bytes that a Codec reads and did not write: they end early, or hold
// what cannot be.
var ErrDamaged = errors.New("damaged data")

// maxShown is how many bytes of an offending text a message shows.
const maxShown = 40

func errNotDecimal(text string) error {
	return fmt.Errorf("%s is not a decimal number", shorten(text))
}

func errDecimalRange(text string) error {
	return fmt.Errorf("%s has more than %d digits", shorten(text), MaxPrecision)
}

// shorten quotes a text and cuts it, so that a message stays one readable line.
func shorten(text string) string {
	if len(text) > maxShown {
		return fmt.Sprintf("%q...", text[:maxShown])
	}
	return fmt.Sprintf("%q", text)
}
