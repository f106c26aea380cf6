package page

import "fmt"

func errListen(address string, err error) error {
	return fmt.Errorf("the page cannot be served on %s: %w\n"+
		"hint: Name a free address with --listen, such as --listen 127.0.0.1:0", address, err)
}
