package datagen

import (
	"errors"
	"fmt"
)

func errEndless() error {
	return errors.New("the table has no end to stop at\n" +
		"hint: Set 'number-of-rows', or a column with 'kind' = 'sequence'")
}

func errPosition(id string) error {
	return fmt.Errorf("the position to go on from in %s was written by another version of flinkc, "+
		"or for other bounds", id)
}

// ErrBounds is a random column whose smallest value is above its largest.
func ErrBounds(column, least, most string) error {
	return fmt.Errorf("column %q: 'min' is %s and 'max' is %s, so no value lies between them\n"+
		"hint: Swap them", column, least, most)
}

// ErrTooLong is the number of a sequence that a DECIMAL column has too few digits for.
func ErrTooLong(column string, v int64) error {
	return fmt.Errorf("column %q: %d of its sequence has too many digits for its type\n"+
		"hint: Declare the column with more digits, or end the sequence earlier", column, v)
}
