package graph

// inWindowOf reads a DateFilter: a missing bound is open; with neither it asks nothing.
func inWindowOf(v any, test func(from, to int64) Pred) (Pred, error) {
	from, to, err := windowOf(v)
	if err != nil || from == 0 && to == int64(MaxDate) {
		return nil, err
	}
	return test(from, to), nil
}

func windowOf(v any) (from, to int64, err error) {
	fields, err := object(v)
	if err != nil {
		return 0, 0, err
	}
	to = int64(MaxDate)
	for _, name := range fieldNames(fields) {
		d, err := dayOf(fields[name])
		if err != nil {
			return 0, 0, Under(err, name)
		}
		if name == "from" {
			from = int64(d)
		} else {
			to = int64(d)
		}
	}
	if from > to {
		return 0, 0, BadInput("the window ends (%s) before it begins (%s)", Date(to), Date(from))
	}
	return from, to, nil
}

// inWindow tests a range of dates held in three columns: a MOMENT certainly
// where its range lies inside, a SPAN where a known bound does, or where both
// are known and it overlaps; possibly where it overlaps, a missing bound being open.
func inWindow(mode Certainty, from, to, span *Column, low, high int64) Pred {
	least := func(c *Column, n int64) Pred { return Cmp{Column: c, Op: OpLeast, Number: n} }
	most := func(c *Column, n int64) Pred { return Cmp{Column: c, Op: OpMost, Number: n} }
	overlaps := All{most(from, high), least(to, low)}
	if mode == Possible {
		return overlaps
	}
	is := func(n int64) Pred { return Cmp{Column: span, Op: OpIs, Number: n} }
	begins, ends := least(from, 1), most(to, int64(MaxDate)-1) // a missing bound is not a known one
	return Any{
		All{is(0), least(from, low), most(to, high)},
		All{is(1), Any{
			All{begins, least(from, low), most(from, high)},
			All{ends, least(to, low), most(to, high)},
			All{overlaps, begins, ends},
		}},
	}
}

// inDates is a DateFilter on a range of the node itself.
func inDates(f *Family, name string) Test {
	return func(l Lowering, v any) (Pred, error) {
		return inWindowOf(v, func(low, high int64) Pred {
			inside := inWindow(l.Mode, f.Column(name+"_from"), f.Column(name+"_to"), f.Column(name+"_span"), low, high)
			return All{lookWithin(f, name, l.Mode, low, high), inside}
		})
	}
}

// occurred is a DateFilter on an attack: every giver that states a date and
// whose word stands must match to be certain, any giver to be possible (rule 7).
func occurred(l Lowering, v any) (Pred, error) {
	return inWindowOf(v, func(low, high int64) Pred { return datedIn(l.Mode, low, high) })
}

func datedIn(mode Certainty, low, high int64) Pred {
	inside := inWindow(mode, Dated.EdgeColumn("from"), Dated.EdgeColumn("to"), Dated.EdgeColumn("span"), low, high)
	if mode == Possible {
		return All{lookWithin(attackFamily, "occurred", mode, low, high), Has{Relation: Dated, Edge: inside}}
	}
	together := inWindow(mode, attackFamily.Column("occurred_from"), attackFamily.Column("occurred_to"), attackFamily.Column("occurred_form"), low, high).(Any)
	return All{lookWithin(attackFamily, "occurred", mode, low, high), append(together, All{
		Cmp{Column: attackFamily.Column("occurred_form"), Op: OpIs, Number: eachForItself},
		Has{Relation: Dated, Edge: All{is(Dated, "firm", 1), inside}},
		Not{Has{Relation: Dated, Edge: All{is(Dated, "firm", 1), Not{inside}}}},
	})}
}

// during is a DateFilter on a period: certainly where a day on which it
// certainly held lies in the window, possibly unless it is excluded (rule 23).
func during(f *Family, name string) Test {
	return func(l Lowering, v any) (Pred, error) {
		return inWindowOf(v, func(low, high int64) Pred { return heldIn(l.Mode, f.Column, name, low, high) })
	}
}

// dayOf reads a day a client sent.
func dayOf(v any) (Date, error) {
	text, ok := v.(string)
	if !ok {
		return 0, BadInput("a date is a text like \"2017-10-23\"")
	}
	return ParseDate(text)
}

// dayIn reads a day among an input's fields; 0 where there is none.
func dayIn(fields map[string]any, name string) (Date, error) {
	if fields[name] == nil {
		return 0, nil
	}
	on, err := dayOf(fields[name])
	return on, Under(err, name)
}

// heldIn tests the six columns of a period against a window.
func heldIn(mode Certainty, column func(string) *Column, name string, low, high int64) Pred {
	meets := func(which string) Pred {
		from, to := column(name+which+"_from"), column(name+which+"_to")
		return All{Cmp{Column: from, Op: OpMost, Number: high}, Cmp{Column: to, Op: OpLeast, Number: low}}
	}
	if mode == Possible {
		return meets("_maybe")
	}
	certain := func(which string) Pred { // a period without a certain day has from after to
		return All{meets(which), Cmp{Column: column(name + which + "_from"), Op: OpMost, Number: int64(MaxDate) - 1}}
	}
	return Any{certain("_attested"), certain("_between")}
}
