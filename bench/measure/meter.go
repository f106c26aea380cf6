package measure

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Meter sees how much of the machine other processes take. What this process and its ended children
// take is its own.
type Meter struct {
	start, busy, own float64 // seconds
	cores            float64
	ok               bool
}

// tick is the unit of /proc/stat on Linux.
const tick = 0.01

// StartMeter begins to look.
func StartMeter() Meter {
	busy, cores, ok := machineTime()
	return Meter{start: now(), busy: busy, own: CPU().Seconds(), cores: cores, ok: ok}
}

// Foreign is the share, 0 to 1, of the machine's processor time that others took since the start.
// One tick is within the error of the kernel's count. It is 0 where the kernel does not tell.
func (m Meter) Foreign() float64 {
	busy, _, ok := machineTime()
	wall := now() - m.start
	if !ok || !m.ok || wall <= 0 {
		return 0
	}
	foreign := busy - m.busy - (CPU().Seconds() - m.own) - tick
	return max(0, foreign/(wall*m.cores))
}

func now() float64 { return float64(time.Now().UnixNano()) / 1e9 }

// CPU is the processor time of this process and of its children that have ended.
func CPU() time.Duration {
	var sum int64
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var r syscall.Rusage
		if syscall.Getrusage(who, &r) == nil {
			sum += r.Utime.Nano() + r.Stime.Nano()
		}
	}
	return time.Duration(sum)
}

// machineTime is the busy time of all cores since the machine's start, in seconds.
func machineTime() (busy, cores float64, ok bool) {
	text, err := os.ReadFile("/proc/stat")
	if err != nil {
		return 0, 0, false
	}
	return parseStat(string(text))
}

// parseStat reads "cpu user nice system idle iowait irq softirq steal ..." and counts the cores.
func parseStat(text string) (busy, cores float64, ok bool) {
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		switch {
		case len(f) < 5 || !strings.HasPrefix(f[0], "cpu"):
		case f[0] != "cpu":
			cores++
		default:
			for i, s := range f[1:min(len(f), 9)] {
				v, err := strconv.ParseFloat(s, 64)
				if err != nil {
					return 0, 0, false
				}
				if i != 3 && i != 4 { // neither idle nor waiting
					busy += v * tick
				}
			}
			ok = true
		}
	}
	return busy, cores, ok && cores > 0
}
