package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
)

// Two ways in which clients name a query instead of sending it: Apollo's
// extension, and the member of the GraphQL over HTTP specification.
const (
	persistedQuery = "persistedQuery"
	documentID     = "documentId"
)

// errNotPersisted asks a client to send the text too; clients know it by its
// code or by its message.
var errNotPersisted = &graph.Error{Code: "PERSISTED_QUERY_NOT_FOUND", Message: "PersistedQueryNotFound"}

// Trusted are the documents an operator lets run, by their ids; nil for any.
type Trusted map[string]string

// ReadTrusted reads trusted documents from a JSON file of ids and texts, as
// graphql-codegen and relay-compiler write it. All must be valid.
func ReadTrusted(path string, limits Limits) (Trusted, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, graph.BadInput("the trusted documents %s cannot be read", path)
	}
	trusted := Trusted{}
	if err := json.Unmarshal(text, &trusted); err != nil {
		return nil, graph.BadInput("%s is no JSON object of ids and documents: %v", path, err)
	}
	_, schema := Schema()
	d := newDocuments(schema, limits, nil)
	for id, query := range trusted {
		if _, errs := d.parse(query); len(errs) > 0 {
			return nil, graph.BadInput("%s: the document %s is not valid: %s", path, id, errs[0].Message)
		}
	}
	return trusted, nil
}

// find puts the text of a query that is only named into its place. It gives the
// hash under which to keep a text once it is found to be valid.
func (d *documents) find(ctx context.Context, params *graphql.RawParams) (string, error) {
	id, err := named(params.Extensions)
	if err != nil {
		return "", err
	}
	if d.trusted != nil {
		return "", d.trusted.find(id, params)
	}
	id = strings.TrimPrefix(id, "sha256:")
	switch {
	case id == "":
		return "", nil
	case params.Query == "":
		text, known := d.shared.Get(ctx, id)
		if !known {
			return "", errNotPersisted
		}
		params.Query = text
		return "", nil
	}
	sum := sha256.Sum256([]byte(params.Query))
	if hex.EncodeToString(sum[:]) != id {
		return "", graph.BadInput("the hash is not the SHA-256 of the query")
	}
	return id, nil
}

// find lets a trusted document run, by its id or by its text.
func (t Trusted) find(id string, params *graphql.RawParams) error {
	text, known := t[id]
	switch {
	case id != "" && known && (params.Query == "" || params.Query == text):
		params.Query = text
		return nil
	case params.Query != "" && slices.Contains(slices.Collect(maps.Values(t)), params.Query):
		return nil
	}
	return &graph.Error{Code: codeForbidden, Message: "only documents that the operator of this server trusts are run here"}
}

// named is the id a client sends for a query; "" where it sends none.
func named(extensions map[string]any) (string, error) {
	if id, ok := extensions[documentID].(string); ok {
		return id, nil
	}
	given, ok := extensions[persistedQuery]
	if !ok || given == nil {
		return "", nil
	}
	fields, _ := given.(map[string]any)
	id, ok := fields["sha256Hash"].(string)
	if !ok || id == "" || fmt.Sprint(fields["version"]) != "1" {
		return "", graph.BadInput("extensions.persistedQuery must have version 1 and a sha256Hash")
	}
	return id, nil
}
