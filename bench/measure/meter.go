package measure

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Meter sees how much of the machine other processes take. What this process, its ended children
// and its server take is its own.
type Meter struct {
	server           int
	start, busy, own float64 // seconds
	cores            float64
	ok               bool
}

// tick is the unit of /proc/stat on Linux.
const tick = 0.01

// StartMeter begins to look. server is a process, 0 is none.
func StartMeter(server int) Meter {
	busy, cores, ok := machineTime()
	m := Meter{server: server, start: now(), busy: busy, cores: cores, ok: ok}
	m.own = m.ownTime()
	return m
}

func (m Meter) ownTime() float64 { return CPU().Seconds() + processTime(m.server) }

// Own adds what children have taken that have not ended.
func (m *Meter) Own(cpu time.Duration) { m.own -= cpu.Seconds() }

// Foreign is the share, 0 to 1, of the machine's processor time that others took since the start.
// One tick is within the error of the kernel's count. It is 0 where the kernel does not tell.
func (m Meter) Foreign() float64 {
	busy, _, ok := machineTime()
	wall := now() - m.start
	if !ok || !m.ok || wall <= 0 {
		return 0
	}
	foreign := busy - m.busy - (m.ownTime() - m.own) - tick
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

// processTime is the processor time of another process in seconds; 0 where the kernel does not tell.
func processTime(pid int) float64 {
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0
	}
	return parseProcess(string(text))
}

// parseProcess reads "pid (name) state ppid ... utime stime ...", where a name may hold anything.
func parseProcess(text string) (seconds float64) {
	const userTime = 11 // behind the name
	f := strings.Fields(text[strings.LastIndexByte(text, ')')+1:])
	if len(f) < userTime+2 {
		return 0
	}
	for _, s := range f[userTime : userTime+2] {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return 0
		}
		seconds += v * tick
	}
	return seconds
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
