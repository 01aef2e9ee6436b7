package neo4j

import (
	"context"
	"sync"
)

// underway are the questions of a store that is open. The driver's pool may not
// be closed under one that still waits for a connection.
type underway struct {
	mu     sync.Mutex
	until  context.Context
	close  context.CancelFunc
	asking sync.WaitGroup
}

func newUnderway() *underway {
	u := &underway{}
	u.until, u.close = context.WithCancel(context.Background())
	return u
}

// ask runs a question beside its caller; cancel ends it, and is called in any
// case. It is false where the store was closed before.
func (u *underway) ask(cancel context.CancelFunc, question func()) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.until.Err() != nil {
		cancel()
		return false
	}
	stop := context.AfterFunc(u.until, cancel)
	u.asking.Go(func() {
		defer cancel()
		defer stop()
		question()
	})
	return true
}

// end ends all questions and waits for them.
func (u *underway) end() {
	u.mu.Lock()
	u.close()
	u.mu.Unlock()
	u.asking.Wait()
}
