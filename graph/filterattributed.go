package graph

// attributedTo is an AttributedFilter on an attack.
func attributedTo(l Lowering, v any) (Pred, error) {
	fields, to, err := l.towards(v)
	if err != nil {
		return nil, err
	}
	q, err := questionOf(fields["policy"], fields["includeAffiliates"])
	if err != nil {
		return nil, err
	}
	return q.test(l.Mode, to), nil
}

// AttributedTo narrows an actor's attacks to those a policy makes its own.
func AttributedTo(policy, affiliates any) (Reach, error) {
	q, err := questionOf(policy, affiliates)
	if err != nil {
		return nil, err
	}
	return q.reach, nil
}

func (q whose) reach(mode Certainty) (*Relation, Pred, Pred) {
	if mode == Possible {
		return AttributionOf, q.edge(mode), nil
	}
	return AttributionOf, q.edge(mode), q.test(mode, Parent{})
}

// PolicyOf reads an AttributionPolicy; without one, claims of responsibility count alone.
func PolicyOf(v any) (AttributionPolicy, error) {
	if v == nil {
		return AttributionPolicy{}, nil
	}
	fields, err := object(v)
	if err != nil {
		return AttributionPolicy{}, err
	}
	var p AttributionPolicy
	if fields["bases"] != nil {
		words, err := enum(AttributionBases, fields["bases"])
		if err != nil {
			return p, Under(err, "bases")
		}
		p.Bases = []AttributionBasis{}
		for _, w := range words {
			p.Bases = append(p.Bases, AttributionBasis(w))
		}
	}
	if fields["excludeDisputed"] != nil {
		if p.ExcludeDisputed, err = boolOf(fields["excludeDisputed"]); err != nil {
			return p, Under(err, "excludeDisputed")
		}
	}
	return p, nil
}

// whose is a question whose attacks are asked for.
type whose struct {
	AttributionPolicy
	affiliates bool
}

func questionOf(policy, affiliates any) (whose, error) {
	p, err := PolicyOf(policy)
	if err != nil {
		return whose{}, Under(err, "policy")
	}
	q := whose{AttributionPolicy: p}
	if affiliates != nil {
		if q.affiliates, err = boolOf(affiliates); err != nil {
			return q, Under(err, "includeAffiliates")
		}
	}
	return q, nil
}

// edge tests one link from an attack to an actor.
func (q whose) edge(mode Certainty) Pred {
	all := All{Cmp{Column: AttributionOf.EdgeColumn("basis"), Op: OpIn, Words: Texts(q.bases())}}
	if !q.affiliates {
		all = append(all, is(AttributionOf, "direct", 1))
	}
	if q.ExcludeDisputed {
		all = append(all, is(AttributionOf, "clean", 1), is(AttributionOf, "ties_clean", 1))
	}
	if mode == Certain {
		all = append(all, is(AttributionOf, "certain", 1))
	}
	return all
}

// test asks whether an attack is attributed to such actors: certainly when a
// claim names them without reserve, or all of its alternatives are among them.
func (q whose) test(mode Certainty, to Pred) Pred {
	if mode == Possible {
		return Has{Relation: AttributionOf, Edge: q.edge(mode), Far: to}
	}
	return covering(Covers{
		Relation: AttributionOf, Edge: q.edge(mode), Far: to,
		Group: AttributionOf.EdgeColumn("claim"), Part: AttributionOf.EdgeColumn("part"), Parts: AttributionOf.EdgeColumn("parts"),
	})
}
