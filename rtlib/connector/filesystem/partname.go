package filesystem

import (
	"fmt"
	"regexp"
	"strconv"
)

// Names of part files:
//
//	part-0-3.csv                     visible: lane 0, number 3
//	.part-0-3.csv.inprogress         being written, nothing of it is committed
//	.part-0-3.csv.4096.inprogress    being written, its first 4096 bytes are committed
//
// A number is used once in a folder, whoever runs there: it belongs to whoever made the hidden
// file.

var (
	finalName  = regexp.MustCompile(`^part-(\d+)-(\d+)\.[a-z]+$`)
	hiddenName = regexp.MustCompile(`^\.(part-\d+-(\d+)\.[a-z]+)(?:\.(\d+))?\.inprogress$`)
)

func nameFinal(lane, number int, ending string) string {
	return fmt.Sprintf("part-%d-%d.%s", lane, number, ending)
}

func nameHidden(final string, committed int64) string {
	if committed == 0 {
		return "." + final + ".inprogress"
	}
	return fmt.Sprintf(".%s.%d.inprogress", final, committed)
}

func isFinal(name string) bool { return finalName.MatchString(name) }

// parseHidden takes a hidden name apart; ok is false for other names.
func parseHidden(name string) (final string, committed int64, ok bool) {
	m := hiddenName.FindStringSubmatch(name)
	if m == nil {
		return "", 0, false
	}
	if m[3] != "" {
		n, err := strconv.ParseInt(m[3], 10, 64)
		return m[1], n, err == nil
	}
	return m[1], 0, true
}

// numberOf is the number in a visible or hidden name, -1 for other names.
func numberOf(name string) int {
	m := finalName.FindStringSubmatch(name)
	if m == nil {
		m = hiddenName.FindStringSubmatch(name)
	}
	if m == nil {
		return -1
	}
	n, err := strconv.Atoi(m[2])
	if err != nil {
		return -1
	}
	return n
}
