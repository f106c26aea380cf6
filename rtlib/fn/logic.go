package fn

// BoolCmp compares two BOOLEAN values: FALSE is less than TRUE. The result is -1, 0 or 1.
func BoolCmp(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
