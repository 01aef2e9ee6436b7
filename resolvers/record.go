package resolvers

import (
	"context"

	"claimgraph/graph"
)

// ofRecord asks all claims and denials of an actor for the notes that its record
// is drawn from; none of them is read.
func ofRecord(p *plan, o owner, here *spot) (*cast, error) {
	for i, told := range graph.RecordNotes() {
		branch := p.branch(o, told)
		here.tells[i] = branch.Number
	}
	return nil, nil
}

// record draws an actor's record (rule 36).
func record(ctx context.Context, actor graph.Actor) (*graph.ActorRecord, error) {
	a, at := found(ctx)
	if a == nil || at == nil {
		return nil, unplanned(ctx, actor.Head().ID)
	}
	var told [2][]graph.Told
	for i, number := range at.tells {
		if rows := a.tree.Pages[number][actor.Head().ID]; rows != nil {
			told[i] = rows.Told[0]
		}
	}
	return graph.RecordOf(told[0], told[1], at.asOf)
}
