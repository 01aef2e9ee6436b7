package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"strings"
)

// pair is both sides over one store.
type pair struct{ ours, hand *process }

// requests are what a question asks of each side, so many times. Full pages are
// those that another follows.
func (p pair) requests(ctx context.Context, q *question, d *draw, number int) (ours, hand []request, err error) {
	for tries := 0; len(ours) < number; tries++ {
		v := q.draw(d)
		o, h, more := p.ours.graphql(q, v), p.hand.endpoint(q, v), true
		if q.second {
			if more, err = p.turn(ctx, q, v, &o, &h); err != nil {
				return nil, nil, err
			}
		}
		if more && d.full && q.paged {
			next, err := cursor(ctx, p.ours, o)
			if err != nil {
				return nil, nil, err
			}
			more = next != ""
		}
		if more {
			ours, hand = append(ours, o), append(hand, h)
		} else if tries == 20*number {
			return nil, nil, fmt.Errorf("%s: hardly a page that another follows", q.name)
		}
	}
	return ours, hand, nil
}

// turn makes of requests for a page those for the next one, if there is one.
// Each side has cursors of its own.
func (p pair) turn(ctx context.Context, q *question, v values, ours, hand *request) (more bool, err error) {
	a, err := cursor(ctx, p.ours, *ours)
	if err != nil {
		return false, err
	}
	b, err := cursor(ctx, p.hand, *hand)
	if err != nil {
		return false, err
	}
	*ours, *hand = p.ours.graphql(q, v.with("after", a)), p.hand.endpoint(q, v.with("after", b))
	return a != "" && b != "", nil
}

// cursor is where the next page begins, "" where there is none.
func cursor(ctx context.Context, p *process, r request) (string, error) {
	body, err := post(ctx, p.client, r)
	if err != nil {
		return "", err
	}
	var page struct {
		Data struct {
			Attacks struct{ PageInfo pageInfo }
		}
	}
	if err := json.Unmarshal(body, &page); err != nil || !page.Data.Attacks.PageInfo.HasNextPage {
		return "", err
	}
	return page.Data.Attacks.PageInfo.EndCursor, nil
}

func (v values) with(name string, value any) values {
	out := maps.Clone(v)
	out[name] = value
	return out
}

func (p *process) graphql(q *question, v values) request {
	return request{p.url + "/graphql", marshalled(map[string]any{"query": q.text("graphql"), "variables": v})}
}

func (p *process) endpoint(q *question, v values) request {
	return request{p.url + "/" + q.name, marshalled(v)}
}

func marshalled(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // values are texts
	}
	return text
}

// alike compares the answers of both sides: the same ids, values and orders.
// Cursors alone differ, since each side has its own.
func (p pair) alike(ctx context.Context, ours, hand []request) error {
	for i := range ours {
		a, err := decoded(ctx, p.ours, ours[i])
		if err != nil {
			return err
		}
		b, err := decoded(ctx, p.hand, hand[i])
		if err != nil {
			return err
		}
		if where := differ("", a, b); where != "" {
			return fmt.Errorf("the answers differ%s; asked for %s", where, hand[i].body)
		}
	}
	return nil
}

func decoded(ctx context.Context, p *process, r request) (any, error) {
	body, err := post(ctx, p.client, r)
	if err != nil {
		return nil, err
	}
	var answer struct{ Data any }
	err = json.Unmarshal(body, &answer)
	return answer.Data, err
}

// differ says where two answers part, "" where they do not.
func differ(at string, ours, hand any) string {
	switch a := ours.(type) {
	case map[string]any:
		b, _ := hand.(map[string]any)
		for name := range a {
			if name == "endCursor" {
				continue
			}
			if where := differ(at+"."+name, a[name], b[name]); where != "" {
				return where
			}
		}
		if len(a) == len(b) || strings.HasSuffix(at, ".pageInfo") && len(a) > len(b) {
			return ""
		}
	case []any:
		b, _ := hand.([]any)
		for i := range min(len(a), len(b)) {
			if where := differ(fmt.Sprintf("%s[%d]", at, i), a[i], b[i]); where != "" {
				return where
			}
		}
		if len(a) == len(b) {
			return ""
		}
	default:
		if reflect.DeepEqual(ours, hand) {
			return ""
		}
	}
	return fmt.Sprintf(" at %s: ours %.500s, by hand %.500s", at, marshalled(ours), marshalled(hand))
}
