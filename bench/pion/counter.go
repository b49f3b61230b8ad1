package main

import (
	"sync"
	"time"
)

// patience is how long a missing packet may take to come by RTX before it is a gap.
const patience = time.Second

// counts is what one viewer's video had since the last look.
type counts struct {
	frames, outOfTurn, gaps, bytes int
	longestPause                   time.Duration
}

// counter counts one stream. The zero value is ready; any goroutine may call it.
type counter struct {
	mutex     sync.Mutex
	started   bool
	highest   uint16
	missing   map[uint16]time.Time
	lastFrame time.Time
	now       counts
}

// came takes one packet, or what RTX says was one. A frame is counted by its marker, once.
func (c *counter) came(sequence uint16, marker bool, bytes int, at time.Time) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if !c.started {
		c.started, c.highest, c.missing, c.lastFrame = true, sequence-1, map[uint16]time.Time{}, at
	}
	if ahead := int16(sequence - c.highest); ahead > 0 {
		for absent := c.highest + 1; absent != sequence; absent++ {
			c.missing[absent] = at
			c.now.outOfTurn++
		}
		c.highest = sequence
	} else if _, wanted := c.missing[sequence]; wanted {
		delete(c.missing, sequence)
	} else {
		return
	}
	c.now.bytes += bytes
	if marker {
		c.now.frames++
		c.now.longestPause = max(c.now.longestPause, at.Sub(c.lastFrame))
		c.lastFrame = at
	}
}

func (c *counter) begun() bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.started
}

// take gives what was counted since the last call. A pause that lasts counts up to now.
func (c *counter) take() counts {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	now := time.Now()
	for sequence, since := range c.missing {
		if now.Sub(since) > patience {
			delete(c.missing, sequence)
			c.now.gaps++
		}
	}
	if c.started {
		c.now.longestPause = max(c.now.longestPause, now.Sub(c.lastFrame))
	}
	taken := c.now
	c.now = counts{}
	return taken
}
