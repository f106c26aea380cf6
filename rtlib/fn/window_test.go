package fn

import "testing"

// TestWindowStart compares with the definition: the last of the windows' starts that is not behind the
// time.
func TestWindowStart(t *testing.T) {
	for _, size := range []int64{1, 5, 60} {
		for _, offset := range []int64{-61, -1, 0, 3, 7} {
			for time := int64(-130); time <= 130; time++ {
				got := WindowStart(time, offset, size)
				if got > time || got+size <= time || (got-offset)%size != 0 {
					t.Errorf("WindowStart(%d, %d, %d) = %d", time, offset, size, got)
				}
			}
		}
	}
}
