package main

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"

	"github.com/flinkc/flinkc/bench/lab"
)

// idleMemory is the resident memory of the flagship that has nothing to do.
func idleMemory(l *lab.Lab) ([]Result, error) {
	c, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(1, topic))
	if err != nil {
		return nil, err
	}
	defer c.Close()
	program, err := fromBroker(l, "idle", c.ListenAddrs()[0])
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(program, "--from", "earliest", "-q")
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	time.Sleep(2 * time.Second)
	rss, err := resident(cmd.Process.Pid)
	if err != nil {
		return nil, err
	}
	return []Result{{ID: "P16", Name: "memory of an idle job", Value: float64(rss) / (1 << 20),
		Unit: " MiB", Goal: 20, Rule: atMost}}, nil
}

// resident is VmRSS of a process in bytes.
func resident(pid int) (int64, error) { return memoryLine(pid, "VmRSS:") }

// memoryLine is a line of a process's status, in bytes.
func memoryLine(pid int, name string) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if f := strings.Fields(line); len(f) == 3 && f[0] == name {
			kb, err := strconv.ParseInt(f[1], 10, 64)
			return kb << 10, err
		}
	}
	return 0, errMissing(name, 0, 1)
}

// watchPeak looks at a process's greatest resident memory until done is closed, and then gives the
// last value. What the kernel reports at the end would count this process's memory before exec.
func watchPeak(pid int, done <-chan struct{}) <-chan int64 {
	peak := make(chan int64, 1)
	go func() {
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		last := int64(0)
		for {
			select {
			case <-done:
				peak <- last
				return
			case <-tick.C:
				if n, err := memoryLine(pid, "VmHWM:"); err == nil {
					last = n
				}
			}
		}
	}()
	return peak
}
