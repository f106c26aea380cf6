package wire

import "fmt"

func errTruncated(api string, n int) error {
	return fmt.Errorf("the broker's %s response of %d bytes does not hold what it announces", api, n)
}
