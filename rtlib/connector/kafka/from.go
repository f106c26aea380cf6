package kafka

import (
	"fmt"
	"strconv"
)

// SetFrom overrides where reading starts, as --from says: earliest, latest, group-offsets, or a
// time in milliseconds since the epoch. Empty leaves the configuration as it is.
func (c *Config) SetFrom(from string) error {
	switch from {
	case "":
		return nil
	case "earliest":
		c.Startup = EarliestOffset
	case "latest":
		c.Startup = LatestOffset
	case "group-offsets":
		c.Startup = GroupOffsets
	default:
		ms, err := strconv.ParseInt(from, 10, 64)
		if err != nil || ms < 0 {
			return fmt.Errorf("--from %s: want earliest, latest, group-offsets or a time in milliseconds", from)
		}
		c.Startup, c.Timestamp = Timestamp, ms
	}
	return nil
}
