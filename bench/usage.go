package main

import (
	"context"
	"os"
	"regexp"
	"runtime/metrics"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"claimgraph/graph"
)

// used is what a process has used so far.
type used struct {
	Calls      int64  // of the port
	Statements int64  // sent to the store
	Allocated  uint64 // objects
	Bytes      uint64 // allocated
	Peak       uint64 // the most memory it held, mapped files aside
}

func (u used) since(before used) used {
	return used{u.Calls - before.Calls, u.Statements - before.Statements, u.Allocated - before.Allocated, u.Bytes - before.Bytes, u.Peak}
}

// usage watches the process it is in.
type usage struct {
	store *counted // nil: hand-written, one statement a request
	peak  atomic.Uint64
	once  sync.Once
}

func (u *usage) now() used {
	u.once.Do(func() { go u.watch() })
	u.look()
	all := []metrics.Sample{{Name: "/gc/heap/allocs:objects"}, {Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(all)
	out := used{Allocated: all[0].Value.Uint64(), Bytes: all[1].Value.Uint64(), Peak: u.peak.Load()}
	if u.store != nil {
		out.Calls, out.Statements = u.store.calls.Load(), int64(u.store.Store.(interface{ Statements() int }).Statements())
	}
	return out
}

func (u *usage) watch() {
	for range time.Tick(50 * time.Millisecond) {
		u.look()
	}
}

func (u *usage) look() { u.peak.Store(max(u.peak.Load(), held())) }

var anonymous = regexp.MustCompile(`RssAnon:\s+(\d+) kB`)

// held is the memory the process holds now. Where the system does not tell, it
// is what Go knows of, without what SQLite took for itself.
func held() uint64 {
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		if found := anonymous.FindSubmatch(status); found != nil {
			kB, _ := strconv.ParseUint(string(found[1]), 10, 64)
			return kB << 10
		}
	}
	all := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(all)
	return all[0].Value.Uint64() - all[1].Value.Uint64()
}

// counted counts what is asked of a store.
type counted struct {
	graph.Store
	calls atomic.Int64
}

func (c *counted) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	c.calls.Add(1)
	return c.Store.Fetch(ctx, f)
}

func (c *counted) Search(ctx context.Context, s graph.Search) ([]graph.Hit, error) {
	c.calls.Add(1)
	return c.Store.Search(ctx, s)
}

func (c *counted) Arcs(ctx context.Context, l graph.Look) (*graph.Around, error) {
	c.calls.Add(1)
	return c.Store.Arcs(ctx, l)
}
