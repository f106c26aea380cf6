package fn

// WindowStart is the start of the window that a time is in, of the windows of a size that follow each
// other from an offset on, also before it. All are milliseconds.
func WindowStart(time, offset, size int64) int64 {
	into := (time - offset) % size
	if into < 0 {
		into += size
	}
	return time - into
}
