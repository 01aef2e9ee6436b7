package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"
)

// request is one that a side is asked.
type request struct {
	url  string
	body []byte
}

// post sends it and gives the answer.
func post(ctx context.Context, c *http.Client, r request) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.url, bytes.NewReader(r.body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	got, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = got.Body.Close() }()
	body, err := io.ReadAll(got.Body)
	if err == nil && (got.StatusCode != http.StatusOK || bytes.Contains(body, []byte(`"errors":[`))) {
		err = fmt.Errorf("%s: %s: %.300s", r.url, got.Status, body)
	}
	return body, err
}

// timed is what was measured of one side, over all rounds.
type timed struct {
	took    []time.Duration
	elapsed time.Duration
	got     int // bytes
	used    used
}

func (t *timed) add(other timed) {
	t.took = append(t.took, other.took...)
	t.elapsed += other.elapsed
	t.got += other.got
	t.used.Calls += other.used.Calls
	t.used.Statements += other.used.Statements
	t.used.Allocated += other.used.Allocated
	t.used.Bytes += other.used.Bytes
	t.used.Peak = max(t.used.Peak, other.used.Peak)
}

func (t *timed) quantile(q float64) time.Duration {
	slices.Sort(t.took)
	return t.took[int(q*float64(len(t.took)-1))]
}

func (t *timed) throughput() float64 { return float64(len(t.took)) / t.elapsed.Seconds() }

// round asks for some time, each client its next request when the last was
// answered. Every client begins elsewhere in the list.
func (p *process) round(ctx context.Context, requests []request, clients int, lasts time.Duration) (timed, error) {
	before, err := p.usage(ctx)
	if err != nil {
		return timed{}, err
	}
	began := time.Now()
	took, got, errs := make([][]time.Duration, clients), make([]int, clients), make([]error, clients)
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() {
			for i := p.asked + c*len(requests)/clients; time.Since(began) < lasts && errs[c] == nil; i++ {
				start := time.Now()
				var body []byte
				body, errs[c] = post(ctx, p.client, requests[i%len(requests)])
				took[c], got[c] = append(took[c], time.Since(start)), got[c]+len(body)
			}
		})
	}
	all.Wait()
	out := timed{elapsed: time.Since(began)}
	for c := range clients {
		if errs[c] != nil {
			return out, errs[c]
		}
		out.took, out.got = append(out.took, took[c]...), out.got+got[c]
	}
	p.asked += len(out.took) // the next round goes on
	after, err := p.usage(ctx)
	out.used = after.since(before)
	return out, err
}

// usage asks the process what it has used.
func (p *process) usage(ctx context.Context) (used, error) {
	var u used
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.url+"/usage", nil)
	if err != nil {
		return u, err
	}
	got, err := p.client.Do(req)
	if err != nil {
		return u, err
	}
	defer func() { _ = got.Body.Close() }()
	return u, json.NewDecoder(got.Body).Decode(&u)
}
