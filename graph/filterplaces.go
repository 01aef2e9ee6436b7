package graph

// byPlace is a PlaceFilter. All that is given holds, each for itself: lies in
// one of the places, lies at a place whose point is in the box, in the circle.
func byPlace(in, at func(l Lowering, places IDIn) Pred) Test {
	return func(l Lowering, v any) (Pred, error) {
		fields, err := object(v)
		if err != nil {
			return nil, err
		}
		var all All
		for _, name := range fieldNames(fields) {
			test := at
			var places IDIn
			if name == "in" {
				test = in
				places, err = l.idsOf(fields[name])
			} else {
				places, err = l.inRegion(name, fields[name])
			}
			if err != nil {
				return nil, Under(err, name)
			}
			all = append(all, test(l, places))
		}
		return all.plain(), nil
	}
}

// liesIn is a PlaceFilter on an attack.
func liesIn(l Lowering, in IDIn) Pred {
	if len(in) == 0 {
		return Any{}
	}
	return InPlace(l.Mode, in, len(in) > 1)
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
	return Any{one, everyClause(LiesIn, far)}
}

// liesAt tests whether an attack lies at places whose points were looked at:
// certainly when every alternative of every giver is one of those that certainly
// fit, possibly when any place named is one that possibly does.
func liesAt(l Lowering, at IDIn) Pred {
	if l.Mode == Possible {
		return Has{Relation: LiesAt, Far: at}
	}
	return everyClause(LiesAt, at)
}

// everyClause holds where each clause of an attack's places has one that passes.
func everyClause(r *Relation, far Pred) Pred {
	return covering(Covers{
		Relation: r, Edge: Cmp{Column: r.EdgeColumn("clause"), Op: OpLeast}, Far: far,
		Part: r.EdgeColumn("clause"), Parts: r.EdgeColumn("clauses"),
	})
}

// covering is the test with the many groups of one part taken out: one link
// makes them complete, and nothing is to be counted.
func covering(c Covers) Pred {
	several := c
	several.Edge = All{c.Edge, Cmp{Column: c.Parts, Op: OpLeast, Number: 2}}
	return Any{
		Has{Relation: c.Relation, Edge: All{c.Edge, Cmp{Column: c.Parts, Op: OpMost, Number: 1}}, Far: c.Far},
		several,
	}
}

// inside is a PlaceFilter on a location: it is one of the places, or lies in one.
func inside(_ Lowering, in IDIn) Pred { return Any{in, Has{Relation: Inside, Far: in}} }

// itself is a location that is one of those whose points fit.
func itself(_ Lowering, at IDIn) Pred { return at }

// scoped is a PlaceFilter on a statistic: one of its places passes.
func scoped(test func(Lowering, IDIn) Pred) func(Lowering, IDIn) Pred {
	return func(l Lowering, places IDIn) Pred {
		return Has{Relation: ScopedTo, Kinds: []NodeKind{KindLocation}, Far: test(l, places)}
	}
}
