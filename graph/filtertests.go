package graph

// The tests a filter's fields are made of.

func object(v any) (map[string]any, error) {
	fields, ok := v.(map[string]any)
	if !ok {
		return nil, BadInput("an object is wanted, not %s", clip(textOf(v)))
	}
	return fields, nil
}

// byID is an IDFilter on the node itself.
func byID(l Lowering, v any) (Pred, error) {
	fields, err := object(v)
	if err != nil {
		return nil, err
	}
	var all All
	for _, name := range fieldNames(fields) {
		given, err := l.idsOf(fields[name])
		if err != nil {
			return nil, Under(err, name)
		}
		if name == "eq" && len(given) != 1 {
			return nil, Under(BadInput("one id is wanted"), name)
		}
		all = append(all, given)
	}
	return all, nil
}

// linkID is an IDFilter on a node linked to.
func linkID(r *Relation) Test {
	return func(l Lowering, v any) (Pred, error) {
		far, err := byID(l, v)
		if err != nil {
			return nil, err
		}
		return Has{Relation: r, Far: far}, nil
	}
}

// inWords is a list of enum values on a column.
func inWords[W ~string](list []W, column func() *Column) Test {
	return func(_ Lowering, v any) (Pred, error) {
		words, err := enum(list, v)
		if err != nil {
			return nil, err
		}
		return Cmp{Column: column(), Op: OpIn, Words: words}, nil
	}
}

// inEither is a list of enum values on a pair of columns, certain and possible.
func inEither[W ~string](list []W, f *Family, name string) Test {
	return func(l Lowering, v any) (Pred, error) {
		suffix := "_certain"
		if l.Mode == Possible {
			suffix = "_possible"
		}
		return inWords(list, column(f, name+suffix))(l, v)
	}
}

func column(f *Family, name string) func() *Column {
	return func() *Column { return f.Column(name) }
}

// text is a StringFilter on folded text.
func text(column func() *Column) Test {
	return func(l Lowering, v any) (Pred, error) {
		fields, err := object(v)
		if err != nil {
			return nil, err
		}
		ops := map[string]Op{"eq": OpIn, "in": OpIn, "contains": OpContains, "startsWith": OpPrefix}
		var all All
		for _, name := range fieldNames(fields) {
			words, err := l.wordsOf(fields[name])
			if err != nil {
				return nil, Under(err, name)
			}
			for i := range words {
				words[i] = Fold(words[i])
			}
			all = append(all, Cmp{Column: column(), Op: ops[name], Words: words})
		}
		return all, nil
	}
}

// title is a StringFilter on the title that a list can be sorted by: what it
// equals or begins with lies together there.
func title(f *Family) Test {
	return func(l Lowering, v any) (Pred, error) {
		p, err := text(column(f, "title"))(l, v)
		if err != nil {
			return nil, err
		}
		all := p.(All)
		for _, p := range all {
			sorted := p.(Cmp)
			if sorted.Op == OpContains {
				continue
			}
			sorted.Column = f.Column("sort_title")
			words := sorted.Words
			sorted.Words = make([]string, len(words))
			for i, w := range words {
				sorted.Words[i] = textKey(w)
			}
			all = append(all, sorted)
		}
		return all, nil
	}
}

// yes is a Boolean on a column of 0 and 1.
func yes(column func() *Column) Test {
	return func(_ Lowering, v any) (Pred, error) {
		b, err := boolOf(v)
		if err != nil {
			return nil, err
		}
		return Cmp{Column: column(), Op: OpIs, Number: flag(b)}, nil
	}
}

func external(column func() *Column) Test {
	return func(l Lowering, v any) (Pred, error) {
		fields, err := object(v)
		if err != nil {
			return nil, err
		}
		scheme, _ := fields["scheme"].(string)
		values, err := l.wordsOf(fields["value"])
		if err != nil {
			return nil, Under(err, "value")
		}
		for i := range values {
			values[i] = externalKey(scheme, values[i])
		}
		return Cmp{Column: column(), Op: OpIn, Words: values}, nil
	}
}

// has asks of a node linked to.
func has(r *Relation, input string, kinds ...NodeKind) Test {
	return func(l Lowering, v any) (Pred, error) {
		far, err := l.object(input, v)
		if err != nil {
			return nil, err
		}
		return Has{Relation: r, Kinds: kinds, Far: far}, nil
	}
}

// firm is the test of a link that surely holds; nil where a possible one will do.
func (l Lowering) firm(r *Relation) Pred {
	if l.Mode == Possible {
		return nil
	}
	return is(r, "firm", 1)
}

func is(r *Relation, column string, n int64) Pred {
	return Cmp{Column: r.EdgeColumn(column), Op: OpIs, Number: n}
}

// hasFirm asks of a node linked to; a link that is not firm is only a possible match.
func hasFirm(r *Relation, input string) Test {
	return func(l Lowering, v any) (Pred, error) {
		far, err := l.object(input, v)
		if err != nil {
			return nil, err
		}
		return Has{Relation: r, Edge: l.firm(r), Far: far}, nil
	}
}

// hasActor asks of an actor among several who are joint or alternatives: of
// alternatives all must fit to be certain (rule 3).
func hasActor(r *Relation) Test {
	return func(l Lowering, v any) (Pred, error) {
		far, err := l.object("ActorFilter", v)
		if err != nil {
			return nil, err
		}
		if l.Mode == Possible {
			return Has{Relation: r, Far: far}, nil
		}
		return Any{
			Has{Relation: r, Edge: is(r, "firm", 1), Far: far},
			All{
				Has{Relation: r, Edge: is(r, "firm", 0), Far: far},
				Not{Has{Relation: r, Edge: is(r, "firm", 0), Far: Not{orTrue(far)}}},
			},
		}, nil
	}
}

// some is a filter across a relation: {some, none}.
func some(r *Relation, input string, firm bool, kinds ...NodeKind) Test {
	across := func(l Lowering, v any) (Pred, error) {
		far, err := l.object(input, v)
		if err != nil {
			return nil, err
		}
		h := Has{Relation: r, In: true, Kinds: kinds, Far: far}
		if firm {
			h.Edge = l.firm(r)
		}
		return h, nil
	}
	return func(l Lowering, v any) (Pred, error) {
		fields, err := object(v)
		if err != nil {
			return nil, err
		}
		var all All
		if given := fields["some"]; given != nil {
			p, err := across(l, given)
			if err != nil {
				return nil, Under(err, "some")
			}
			all = append(all, p)
		}
		if given := fields["none"]; given != nil {
			p, err := across(l.negated(), given)
			if err != nil {
				return nil, Under(err, "none")
			}
			all = append(all, Not{p})
		}
		return all, nil
	}
}

// disputed is rule 14's word for three standings.
func disputed(_ Lowering, v any) (Pred, error) {
	b, err := boolOf(v)
	if err != nil {
		return nil, err
	}
	p := Cmp{Column: claimFamily.Column("standing"), Op: OpIn, Words: Texts([]Standing{PartlyDisputed, Contested, Denied})}
	if b {
		return p, nil
	}
	return Not{p}, nil
}

// standing is a StandingFilter: the overall one is always certain, that of an
// aspect may be only possible (rule 11).
func standing(l Lowering, v any) (Pred, error) {
	fields, err := object(v)
	if err != nil {
		return nil, err
	}
	wanted, err := enum(Standings, fields["in"])
	if err != nil {
		return nil, Under(err, "in")
	}
	on, err := dayIn(fields, "asOf")
	if err != nil {
		return nil, err
	}
	if fields["aspect"] == nil {
		now := Cmp{Column: claimFamily.Column("standing"), Op: OpIn, Words: wanted}
		return stoodOn(on, l.Mode, now, overallTokens(wanted)), nil
	}
	aspects, err := enum(Aspects, fields["aspect"])
	if err != nil {
		return nil, Under(err, "aspect")
	}
	if len(aspects) != 1 || Aspect(aspects[0]) == AspectUnspecified {
		return nil, Under(BadInput("a claim has no standing on the aspect UNSPECIFIED; name one"), "aspect")
	}
	tokens := make([]string, len(wanted))
	for i, w := range wanted {
		tokens[i] = standingToken(Aspect(aspects[0]), Standing(w))
	}
	name := "standing_certain"
	if l.Mode == Possible {
		name = "standing_possible"
	}
	return stoodOn(on, l.Mode, Cmp{Column: claimFamily.Column(name), Op: OpIn, Words: tokens}, tokens), nil
}

func overallTokens(wanted []string) []string {
	tokens := make([]string, len(wanted))
	for i, w := range wanted {
		tokens[i] = standingToken("", Standing(w))
	}
	return tokens
}

// stoodOn is a test of where a claim stood on a day (0: stands now). A claim
// whose standing never changed stood where it stands, from when it was public;
// of the others every span is kept.
func stoodOn(on Date, mode Certainty, now Pred, tokens []string) Pred {
	if on == 0 {
		return now
	}
	edge := All{
		Cmp{Column: Stood.EdgeColumn("token"), Op: OpIn, Words: tokens},
		Cmp{Column: Stood.EdgeColumn("from"), Op: OpMost, Number: int64(on)},
		Cmp{Column: Stood.EdgeColumn("to"), Op: OpLeast, Number: int64(on)},
	}
	if mode == Certain {
		edge = append(edge, is(Stood, "sure", 1))
	}
	return Any{
		All{
			Cmp{Column: claimFamily.Column("steady"), Op: OpIs, Number: 1},
			Cmp{Column: claimFamily.Column("since"), Op: OpMost, Number: int64(on)},
			now,
		},
		Has{Relation: Stood, Edge: edge},
	}
}

// knownBy is a day by whose end an assertion was public (rule 2).
func knownBy(column func() *Column) Test {
	return func(_ Lowering, v any) (Pred, error) {
		on, err := dayOf(v)
		return Cmp{Column: column(), Op: OpMost, Number: int64(on)}, err
	}
}

// hasRivals tells whether somebody else is named for the same attack (rule 24).
func hasRivals(_ Lowering, v any) (Pred, error) {
	b, err := boolOf(v)
	if b {
		return Has{Relation: Contends, In: true}, err
	}
	return Not{Has{Relation: Contends, In: true}}, err
}

// tolled is a TollFilter: certainly by the bounds, possibly where they allow it
// or nobody gave a number.
func tolled(l Lowering, v any) (Pred, error) {
	fields, err := object(v)
	if err != nil {
		return nil, err
	}
	outcome, err := enum(CasualtyOutcomes, fields["outcome"])
	if err != nil {
		return nil, Under(err, "outcome")
	}
	stated := All{Cmp{Column: Tolled.EdgeColumn("outcome"), Op: OpIn, Words: outcome}}
	bounded := stated
	low, high := Tolled.EdgeColumn("min"), Tolled.EdgeColumn("max")
	if l.Mode == Possible {
		low, high = high, low
	}
	for name, test := range map[string]Cmp{"atLeast": {Column: low, Op: OpLeast}, "atMost": {Column: high, Op: OpMost}} {
		if fields[name] == nil {
			continue
		}
		n, err := IntOf(fields[name])
		if err != nil {
			return nil, Under(err, name)
		}
		test.Number = int64(n)
		bounded = append(bounded, test)
	}
	var all All
	if len(bounded) > len(stated) {
		inBounds := Pred(Has{Relation: Tolled, Edge: bounded})
		if l.Mode == Possible {
			inBounds = Any{inBounds, Not{Has{Relation: Tolled, Edge: stated}}}
		}
		all = append(all, inBounds)
	}
	if fields["stated"] != nil {
		b, err := boolOf(fields["stated"])
		if err != nil {
			return nil, Under(err, "stated")
		}
		is := Pred(Has{Relation: Tolled, Edge: stated})
		if !b {
			is = Not{is}
		}
		all = append(all, is)
	}
	return all, nil
}

// affiliated is an AffiliatedFilter: a tie of one step or of several.
func affiliated(l Lowering, v any) (Pred, error) {
	fields, to, err := l.towards(v)
	if err != nil {
		return nil, err
	}
	kinds := Texts([]AffiliationKind{PartOf, BranchOf, PledgedAllegianceTo})
	if given := fields["kinds"]; given != nil {
		if kinds, err = enum(AffiliationKinds, given); err != nil {
			return nil, Under(err, "kinds")
		}
	}
	once := false
	if given := fields["transitive"]; given != nil {
		transitive, err := boolOf(given)
		if err != nil {
			return nil, Under(err, "transitive")
		}
		once = !transitive
	}
	on, err := dayIn(fields, "on")
	if err != nil {
		return nil, err
	}
	edge := Pred(Cmp{Column: AffiliatedWith.EdgeColumn("kind"), Op: OpIn, Words: kinds})
	if on != 0 {
		edge = All{edge, heldIn(l.Mode, AffiliatedWith.EdgeColumn, "held", int64(on), int64(on))}
	}
	return Reaches{Relation: AffiliatedWith, Edge: edge, Far: to, Once: once}, nil
}

// towards reads an input that names the actors it asks of in a field "to".
func (l Lowering) towards(v any) (fields map[string]any, to IDIn, err error) {
	if fields, err = object(v); err != nil {
		return nil, nil, err
	}
	to, err = l.idsOf(fields["to"])
	return fields, to, Under(err, "to")
}
