// Command pion watches by WHEP with so many viewers as are asked for, and counts what each of them gets: a receiver that
// shares no line with Heliograph and none with the benchmark's own. It decrypts with pion and decodes nothing.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"sort"
	"sync"
	"syscall"
	"time"
)

// report is one line of standard output: what all viewers got in one window.
type report struct {
	Viewers       int     `json:"viewers"`
	Seconds       float64 `json:"seconds"`
	FpsWorst      float64 `json:"fpsWorst"`
	FpsMedian     float64 `json:"fpsMedian"`
	Below         int     `json:"viewersBelow29.5"`
	OutOfTurn     int     `json:"packetsOutOfTurn"`
	Gaps          int     `json:"sequenceGaps"`
	LongestPause  float64 `json:"longestPauseMs"`
	KbitPerSecond float64 `json:"kbitPerSecond"`
	ReceiverCores float64 `json:"receiverCores"`
	DroppedHere   int     `json:"droppedByReceiversSockets"`
	ProgramCores  float64 `json:"programCores"`
}

func main() {
	count := flag.Int("viewers", 100, "how many watch")
	window := flag.Duration("window", 10*time.Second, "how long one measurement is")
	windows := flag.Int("windows", 3, "how many measurements")
	settle := flag.Duration("settle", 8*time.Second, "how long to wait before the first")
	program := flag.Int("program", 0, "process id of the desk: its processor time and its studio's is told as well")
	flag.Parse()
	user, password := os.Getenv("HELIOGRAPH_USER"), os.Getenv("HELIOGRAPH_PASSWORD")
	if flag.NArg() != 1 || user == "" || password == "" {
		fmt.Fprintln(os.Stderr, "usage: HELIOGRAPH_USER=... HELIOGRAPH_PASSWORD=... pion [-viewers N] LINK")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), user, password, *count, *settle, *window, *windows, *program); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(link, user, password string, count int, settle, window time.Duration, windows, program int) error {
	server, err := newWhep(link, user, password)
	if err != nil {
		return err
	}
	viewers, err := join(server, count)
	defer leave(viewers)
	if err != nil {
		return err
	}
	if err := awaitFrames(viewers, 30*time.Second); err != nil {
		return err
	}
	time.Sleep(settle)
	for i := 0; i < windows; i++ {
		if err := json.NewEncoder(os.Stdout).Encode(measure(viewers, window, program)); err != nil {
			return err
		}
	}
	return nil
}

// join lets viewers in, four at a time: one sign-in is good for four seats.
func join(server *whep, count int) ([]*viewer, error) {
	var viewers []*viewer
	for len(viewers) < count {
		token, err := server.signIn()
		if err != nil {
			return viewers, err
		}
		seats := min(4, count-len(viewers))
		joined := make([]*viewer, seats)
		failures := make([]error, seats)
		var group sync.WaitGroup
		for i := range joined {
			group.Go(func() { joined[i], failures[i] = watch(server, token) })
		}
		group.Wait()
		for _, one := range joined {
			if one != nil {
				viewers = append(viewers, one)
			}
		}
		if err := errors.Join(failures...); err != nil {
			return viewers, err
		}
	}
	return viewers, nil
}

func leave(viewers []*viewer) {
	var group sync.WaitGroup
	for _, one := range viewers {
		group.Go(one.leave)
	}
	group.Wait()
}

func awaitFrames(viewers []*viewer, limit time.Duration) error {
	end := time.Now().Add(limit)
	for _, one := range viewers {
		for !one.video.begun() {
			if time.Now().After(end) {
				return errors.New("a viewer has no picture")
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
	return nil
}

func measure(viewers []*viewer, window time.Duration, program int) report {
	for _, one := range viewers {
		one.video.take()
	}
	start, own, theirs, dropped := time.Now(), cpuSelf(), cpuFamily(program), droppedPackets()
	time.Sleep(window)
	seconds := time.Since(start).Seconds()
	told := report{
		Viewers:       len(viewers),
		Seconds:       seconds,
		ReceiverCores: (cpuSelf() - own) / seconds,
		ProgramCores:  (cpuFamily(program) - theirs) / seconds,
		DroppedHere:   droppedPackets() - dropped,
	}
	var rates []float64
	bytes := 0
	for _, one := range viewers {
		got := one.video.take()
		rates = append(rates, float64(got.frames)/seconds)
		// Whichever frame the window began and ended in.
		if float64(got.frames+1) < 29.5*seconds {
			told.Below++
		}
		told.OutOfTurn += got.outOfTurn
		told.Gaps += got.gaps
		told.LongestPause = max(told.LongestPause, float64(got.longestPause.Microseconds())/1000)
		bytes += got.bytes
	}
	sort.Float64s(rates)
	told.FpsWorst, told.FpsMedian = rates[0], rates[len(rates)/2]
	told.KbitPerSecond = float64(bytes) * 8 / 1000 / seconds / float64(len(viewers))
	return told
}

func cpuSelf() float64 {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return float64(usage.Utime.Sec+usage.Stime.Sec) + float64(usage.Utime.Usec+usage.Stime.Usec)/1e6
}
