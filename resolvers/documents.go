package resolvers

import (
	"context"
	"errors"
	"strings"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Queries are kept for the next who asks the same, the short ones: their texts by
// the hash, and what was read of them. That takes some fifty times the memory of
// the text: at worst some 50 MB.
const (
	keptTexts = 1000
	keptRead  = 250
	keptBytes = 32 << 10 // of each, at most
)

// documents reads the text of queries, each step bounded before the next.
type documents struct {
	schema  *ast.Schema
	limits  Limits
	read    graphql.Cache[*document] // valid, by their text
	shared  graphql.Cache[string]    // texts by the hash that clients send for them
	trusted Trusted
}

func newDocuments(schema *ast.Schema, limits Limits, trusted Trusted) *documents {
	return &documents{schema, limits, lru.New[*document](keptRead), lru.New[string](keptTexts), trusted}
}

// checked is gqlgen's executor behind our own reading of queries.
type checked struct {
	graphql.GraphExecutor
	documents *documents
}

// CreateOperationContext finds, reads, and measures a query.
func (c checked) CreateOperationContext(ctx context.Context, params *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	doc, errs := c.documents.open(ctx, params)
	if len(errs) > 0 {
		return &graphql.OperationContext{RawQuery: params.Query, Doc: doc.QueryDocument}, capped(errs)
	}
	op, errs := c.GraphExecutor.CreateOperationContext(context.WithValue(ctx, handedKey{}, doc.QueryDocument), params)
	if len(errs) > 0 {
		return op, errs
	}
	op.Stats.SetExtension(documentKey, doc)
	if err := c.documents.limits.affordable(c.documents.schema, op); err != nil {
		return op, gqlerror.List{err}
	}
	return op, nil
}

// open gives the document a request is about.
func (d *documents) open(ctx context.Context, params *graphql.RawParams) (*document, gqlerror.List) {
	none := &document{}
	id, err := d.find(ctx, params)
	if err == nil {
		err = d.limits.variables(params.Variables)
	}
	if err != nil {
		return none, gqlerror.List{gqlerror.Wrap(err)}
	}
	doc, known := d.read.Get(ctx, params.Query)
	if !known {
		parsed, errs := d.parse(params.Query)
		doc = &document{QueryDocument: parsed, varies: map[*ast.OperationDefinition]bool{}, plans: map[outlineOf]*outline{}}
		if len(errs) > 0 {
			return doc, errs
		}
	}
	if short := len(params.Query) <= keptBytes; short {
		if !known {
			d.read.Add(ctx, params.Query, doc)
		}
		if id != "" {
			d.shared.Add(ctx, id, params.Query)
		}
	}
	if params.OperationName == "" && len(doc.Operations) > 1 {
		return none, gqlerror.List{gqlerror.Wrap(&graph.Error{Code: codeBadQuery, Message: "there are several operations; name the one to run with operationName"})}
	}
	return doc, nil
}

// parse reads a text: first its tokens, then its shape, then whether it is
// valid. Only what is valid otherwise is looked at for fields that contradict
// each other, which takes the square of their number.
func (d *documents) parse(query string) (*ast.QueryDocument, gqlerror.List) {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, d.limits.Tokens)
	if err != nil {
		return nil, gqlerror.List{d.unparsed(err)}
	}
	if len(doc.Operations) == 0 {
		return nil, gqlerror.List{gqlerror.Wrap(&graph.Error{Code: codeBadQuery, Message: "there is no operation in the query"})}
	}
	if err := d.limits.shaped(doc); err != nil {
		return nil, gqlerror.List{gqlerror.Wrap(err)}
	}
	errs := d.validate(doc, len(query))
	for i, e := range errs {
		if errcode.Set(e, errcode.ValidationFailed); e.Rule == rules.MaxIntrospectionDepth.Name {
			errs[i] = gqlerror.Wrap(graph.LimitExceeded(graph.LimitSchema, "the schema is told in at most 2 lists within each other; ask for it in fewer levels"))
		}
	}
	return doc, errs
}

// validate checks a document. Advice ("did you mean") is looked for where there
// are few mistakes and short words: it costs more than all the rest.
func (d *documents) validate(doc *ast.QueryDocument, bytes int) gqlerror.List {
	errs := validator.ValidateWithRules(d.schema, doc, curt())
	switch {
	case len(errs) == 0:
		return validator.ValidateWithRules(d.schema, doc, rules.NewRules(rules.OverlappingFieldsCanBeMergedRule))
	case len(errs) <= mostErrors && bytes <= keptBytes:
		advising := rules.NewDefaultRules()
		advising.RemoveRule(rules.OverlappingFieldsCanBeMergedRule.Name)
		return validator.ValidateWithRules(d.schema, doc, advising)
	}
	return errs
}

// curt are the rules without advice, and without the one that compares fields.
func curt() *rules.Rules {
	strict := rules.NewDefaultRules()
	strict.RemoveRule(rules.OverlappingFieldsCanBeMergedRule.Name)
	for _, rule := range []validator.Rule{
		rules.FieldsOnCorrectTypeRuleWithoutSuggestions, rules.KnownArgumentNamesRuleWithoutSuggestions, rules.KnownTypeNamesRuleWithoutSuggestions,
		rules.ScalarLeafsRuleWithoutSuggestions, rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
	} {
		strict.ReplaceRule(strings.TrimSuffix(rule.Name, "WithoutSuggestions"), rule.RuleFunc)
	}
	return strict
}

// unparsed is the error of a text that is no document, or too long a one.
func (d *documents) unparsed(err error) *gqlerror.Error {
	said := gqlerror.Wrap(err)
	errors.As(err, &said)
	if strings.HasPrefix(said.Message, "exceeded") { // its length, or its nesting
		return gqlerror.Wrap(graph.LimitExceeded(graph.LimitTokens, "the query has more than %d tokens, or is nested too deeply to be read; send several queries", d.limits.Tokens))
	}
	errcode.Set(said, errcode.ParseFailed)
	return said
}

// handed gives gqlgen's executor the document that was read for it.
type handed struct{}

type handedKey struct{}

func (handed) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	doc, ok := ctx.Value(handedKey{}).(*ast.QueryDocument)
	return doc, ok
}

func (handed) Add(context.Context, string, *ast.QueryDocument) {}
