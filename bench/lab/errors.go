package lab

import (
	"errors"
	"fmt"
	"strings"
)

var errNoRoot = errors.New("run this inside the repository")

func errCommand(name string, args []string, err error, complaint string) error {
	return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, complaint)
}

func errNotThere(script, text string) error {
	return fmt.Errorf("%s does not contain %q any more", script, text)
}
