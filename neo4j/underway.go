package neo4j

import (
	"context"
	"sync"
	"sync/atomic"
)

// questions is how many there may be at a time. The other connections are left
// to whoever writes, and to end what nobody waits for.
const questions = connections - 4

// underway are the questions of a store that is open. The driver's pool may not
// be closed under one that still waits for a connection.
type underway struct {
	until   context.Context
	close   context.CancelFunc
	running sync.WaitGroup
	room    chan struct{} // for so many questions
	waiting atomic.Int64  // those for whom there is none

	mu     sync.Mutex
	left   map[string]bool // questions by their marks, and whether their askers have left
	ending bool            // somebody ends those
}

func newUnderway() *underway {
	u := &underway{room: make(chan struct{}, questions), left: map[string]bool{}}
	u.until, u.close = context.WithCancel(context.Background())
	return u
}

// enter waits until there is room for another question.
func (u *underway) enter(ctx context.Context, mark string) error {
	u.waiting.Add(1)
	defer u.waiting.Add(-1)
	select {
	case u.room <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	u.left[mark] = false
	return nil
}

// leave says that a question is over.
func (u *underway) leave(mark string) {
	<-u.room
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.left, mark)
}

// giveUp says that nobody waits for a question any more. It is true where nobody
// yet ends such questions.
func (u *underway) giveUp(mark string) (first bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if _, there := u.left[mark]; !there {
		return false
	}
	u.left[mark] = true
	first, u.ending = !u.ending, true
	return first
}

// abandoned are the marks of the questions that nobody waits for. Where there are
// none, whoever ends them is done.
func (u *underway) abandoned() []string {
	u.mu.Lock()
	defer u.mu.Unlock()
	var marks []string
	for mark, left := range u.left {
		if left {
			marks = append(marks, mark)
		}
	}
	u.ending = marks != nil
	return marks
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
	u.running.Go(func() {
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
	u.running.Wait()
}
