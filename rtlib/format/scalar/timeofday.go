package scalar

import (
	"strings"

	"github.com/flinkc/flinkc/rtlib/value"
)

// TimeISO reads "03:04[:05[.f]]" as ISO_LOCAL_TIME does, as milliseconds of the day. A TIME has no
// fraction of a second.
func TimeISO(s string) (millis int32, ok bool) {
	c, rest, ok := clockOf(s, false)
	if !ok || rest != "" || c.hour == 24 {
		return 0, false
	}
	return c.millis(), true
}

// TimeSQL reads "03:04:05[.f]" as Flink's SQL formatter does: 24:00:00 is midnight.
func TimeSQL(s string) (millis int32, ok bool) {
	c, rest, ok := clockOf(s, true)
	if !ok || rest != "" || c.hour == 24 && c.rest() != 0 {
		return 0, false
	}
	return c.millis(), true
}

// millis is the time of day without its fraction.
func (c clock) millis() int32 {
	return int32(c.hour%24*3600+c.minute*60+c.second) * 1000
}

// InstantSQL reads "2020-01-02 03:04:05[.f]Z".
func InstantSQL(s string) (value.Timestamp, bool) { return inUTC(s, TimestampSQL) }

// InstantISO reads "2020-01-02T03:04[:05[.f]]Z".
func InstantISO(s string) (value.Timestamp, bool) { return inUTC(s, TimestampISO) }

func inUTC(s string, read func(string) (value.Timestamp, bool)) (value.Timestamp, bool) {
	local, ok := strings.CutSuffix(s, "Z")
	if !ok {
		return value.Timestamp{}, false
	}
	return read(local)
}

// AppendTime appends a time of day with the fraction that it has, without trailing zeros.
func AppendTime(dst []byte, millis int32) []byte { return appendClock(dst, int64(millis), 0) }

// AppendSeconds appends a time of day without its fraction.
func AppendSeconds(dst []byte, millis int32) []byte {
	return appendClock(dst, int64(millis/1000)*1000, 0)
}
