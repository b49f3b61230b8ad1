package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const ticksPerSecond = 100

// cpuFamily gives the processor seconds of a process and its children, by the kernel's books (proc(5)).
func cpuFamily(root int) float64 {
	if root == 0 {
		return 0
	}
	sum := 0.0
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range stats {
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		// The program's name may have spaces and brackets in it; what follows its last one has none.
		line := string(text)
		words := strings.Fields(line[strings.LastIndex(line, ")")+1:])
		id, _ := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		parent, _ := strconv.Atoi(words[1])
		if id == root || parent == root {
			user, _ := strconv.Atoi(words[11])
			system, _ := strconv.Atoi(words[12])
			sum += float64(user+system) / ticksPerSecond
		}
	}
	return sum
}

// droppedPackets counts what this process's UDP sockets had no room for: a receiver that is too slow.
func droppedPackets() int {
	ours := map[string]bool{}
	descriptors, _ := filepath.Glob("/proc/self/fd/*")
	for _, name := range descriptors {
		if target, err := os.Readlink(name); err == nil && strings.HasPrefix(target, "socket:[") {
			ours[strings.TrimSuffix(strings.TrimPrefix(target, "socket:["), "]")] = true
		}
	}
	dropped := 0
	text, err := os.ReadFile("/proc/net/udp")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(text), "\n") {
		words := strings.Fields(line)
		if len(words) > 12 && ours[words[9]] {
			var lost int
			if _, err := fmt.Sscan(words[12], &lost); err == nil {
				dropped += lost
			}
		}
	}
	return dropped
}
