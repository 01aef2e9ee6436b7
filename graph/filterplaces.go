package graph

// placesIn reads a PlaceFilter.
func placesIn(v any) (IDIn, bool, error) {
	fields, err := object(v)
	if err != nil {
		return nil, false, err
	}
	if fields["in"] == nil {
		return nil, false, nil
	}
	in, err := idsOf(fields["in"])
	return in, true, Under(err, "in")
}

// liesIn is a PlaceFilter on an attack.
func liesIn(l Lowering, v any) (Pred, error) {
	in, asked, err := placesIn(v)
	if err != nil || !asked {
		return nil, err
	}
	if len(in) == 0 {
		return Any{}, nil
	}
	return InPlace(l.Mode, in, len(in) > 1), nil
}

// InPlace tests whether an attack lies in the places that Far names: certainly
// when one clause row says so for all that is said of it, or, with several
// places, when each alternative lies in one of them; possibly when a named
// place lies in one of them, or one of them in a named place, or none is named.
func InPlace(mode Certainty, far Pred, several bool) Pred {
	if mode == Possible {
		return Any{
			Has{Relation: LiesIn, Far: far},
			Has{Relation: LiesIn, Edge: is(LiesIn, "whole", 1), Far: Has{Relation: Inside, In: true, Far: far}},
			Cmp{Column: attackFamily.Column("anywhere"), Op: OpIs, Number: 1},
		}
	}
	one := Has{Relation: LiesIn, Edge: is(LiesIn, "certain", 1), Far: far}
	if !several {
		return one
	}
	return Any{one, Covers{
		Relation: LiesIn, Edge: Cmp{Column: LiesIn.EdgeColumn("clause"), Op: OpLeast}, Far: far,
		Part: LiesIn.EdgeColumn("clause"), Parts: LiesIn.EdgeColumn("clauses"),
	}}
}

// inside is a PlaceFilter on a location: it is one of the places, or lies in one.
func inside(_ Lowering, v any) (Pred, error) {
	in, asked, err := placesIn(v)
	if err != nil || !asked {
		return nil, err
	}
	return Any{in, Has{Relation: Inside, Far: in}}, nil
}

// scopedIn is a PlaceFilter on a statistic: one of its places lies there.
func scopedIn(l Lowering, v any) (Pred, error) {
	far, err := inside(l, v)
	if err != nil || far == nil {
		return nil, err
	}
	return Has{Relation: ScopedTo, Kinds: []NodeKind{KindLocation}, Far: far}, nil
}
