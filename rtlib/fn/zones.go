package fn

import (
	"strconv"
	"strings"
	"time"
)

// Zones are the two time zones of a CONVERT_TZ.
type Zones struct{ from, to *time.Location }

// PrepareZones finds the zones of two names. One that is not known is UTC, as Java's TimeZone has it.
func PrepareZones(from, to string) (*Zones, error) { return &Zones{javaZone(from), javaZone(to)}, nil }

// ConvertTZ is a text yyyy-MM-dd HH:mm:ss of one zone as the time in another; NULL for other text.
func ConvertTZ(a *Arena, s string, z *Zones) (string, bool) {
	t, ok := standardFormat.parseLenient(s)
	if !ok {
		return "", false
	}
	return standardFormat.format(a, t.LastInstant(z.from).Local(z.to)), true
}

// javaZone finds a zone by its name in the tz database, an abbreviation, or GMT and an offset.
func javaZone(name string) *time.Location {
	if long := shortZones[name]; long != "" {
		name = long
	}
	if offset, ok := strings.CutPrefix(name, "GMT"); ok {
		return fixedZone(offset)
	}
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return time.UTC
	}
	return zone
}

// fixedZone reads +h, +hh, +hmm, +hhmm, +h:mm or +hh:mm, and the same with a minus; UTC when it is
// none of these.
func fixedZone(offset string) *time.Location {
	if offset == "" || offset[0] != '+' && offset[0] != '-' {
		return time.UTC
	}
	hours, minutes, colon := strings.Cut(offset[1:], ":")
	if n := len(hours); !colon && n > 2 {
		hours, minutes = hours[:n-2], hours[n-2:]
	} else if !colon {
		minutes = "00"
	}
	h, hErr := strconv.ParseUint(hours, 10, 8)
	m, mErr := strconv.ParseUint(minutes, 10, 8)
	if hErr != nil || mErr != nil || h > 23 || m > 59 || len(minutes) != 2 {
		return time.UTC
	}
	seconds := int(h*3600 + m*60)
	if offset[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds)
}

// shortZones are the abbreviations that java.time.ZoneId lists in SHORT_IDS and the tz database does
// not have, or has otherwise.
var shortZones = map[string]string{
	"EST": "GMT-05:00", "HST": "GMT-10:00", "MST": "GMT-07:00", "ACT": "Australia/Darwin",
	"AET": "Australia/Sydney", "AGT": "America/Argentina/Buenos_Aires", "ART": "Africa/Cairo",
	"AST": "America/Anchorage", "BET": "America/Sao_Paulo", "BST": "Asia/Dhaka",
	"CAT": "Africa/Harare", "CNT": "America/St_Johns", "CST": "America/Chicago",
	"CTT": "Asia/Shanghai", "EAT": "Africa/Addis_Ababa", "ECT": "Europe/Paris",
	"IET": "America/Indiana/Indianapolis", "IST": "Asia/Kolkata", "JST": "Asia/Tokyo",
	"MIT": "Pacific/Apia", "NET": "Asia/Yerevan", "NST": "Pacific/Auckland", "PLT": "Asia/Karachi",
	"PNT": "America/Phoenix", "PRT": "America/Puerto_Rico", "PST": "America/Los_Angeles",
	"SST": "Pacific/Guadalcanal", "VST": "Asia/Ho_Chi_Minh",
}
