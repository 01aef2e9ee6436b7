package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"claimgraph/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// translated is an error as the port promises it. It stands at the border:
// every exported method returns through it, nothing inside uses it.
func translated(err error) error {
	var ours *graph.Error
	var away *neo4j.ConnectivityError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ours):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return timeout(err, "the store did not answer in the time allowed")
	case errors.Is(err, context.Canceled):
		return timeout(err, "the question was given up before the store had answered")
	case codeOf(err) != "":
		return said(err, codeOf(err))
	case errors.As(err, &away):
		return graph.Unavailable(err, "the Neo4j server does not answer")
	}
	return fmt.Errorf("neo4j: %w", err)
}

func timeout(err error, message string) error {
	return &graph.Error{Code: graph.CodeTimeout, Message: message, Cause: err}
}

// codeOf is the server's name for what is wrong, "" where it is not the server that says so.
func codeOf(err error) string {
	var theirs *neo4j.Neo4jError
	var limit *neo4j.TransactionExecutionLimit
	switch {
	case errors.As(err, &theirs):
		return theirs.Code
	case errors.As(err, &limit) && len(limit.Errors) > 0:
		return codeOf(limit.Errors[len(limit.Errors)-1])
	}
	return ""
}

// said puts in plain words what the server said. Its own text may show the
// statement, so it goes to the log alone.
func said(err error, code string) error {
	is := func(codes ...string) bool {
		for _, c := range codes {
			if strings.HasSuffix(code, c) {
				return true
			}
		}
		return false
	}
	switch {
	case is("Security.Unauthorized"):
		return graph.Unavailable(err, "the Neo4j server refuses the user name or the password; set CLAIMGRAPH_NEO4J_USER and CLAIMGRAPH_NEO4J_PASSWORD")
	case is("Security.AuthenticationRateLimit"):
		return graph.Unavailable(err, "the Neo4j server was given a wrong password too often and answers again in a while; set CLAIMGRAPH_NEO4J_USER and CLAIMGRAPH_NEO4J_PASSWORD")
	case is("Security.CredentialsExpired"):
		return graph.Unavailable(err, "the password of the Neo4j user must be changed before it can be used")
	case is("Security.Forbidden"):
		return graph.Unavailable(err, "the user CLAIMGRAPH_NEO4J_USER may not do that in Neo4j")
	case is("Database.DatabaseNotFound"):
		return graph.Unavailable(err, "the Neo4j server has no database of that name; set CLAIMGRAPH_NEO4J_DATABASE")
	case is("Transaction.TransactionTimedOut", "Transaction.TransactionTimedOutClientConfiguration"):
		return timeout(err, "the store did not answer in the time allowed")
	case is("General.MemoryPoolOutOfMemoryError", "General.TransactionOutOfMemoryError"):
		return graph.LimitExceeded(graph.LimitMemory, "the answer takes more memory than the Neo4j server gives one question; ask for less at a time")
	case strings.HasPrefix(code, "Neo.TransientError."), is("Cluster.NotALeader", "General.DatabaseUnavailable"):
		return graph.Unavailable(err, "the Neo4j server is not ready or too busy to answer now")
	}
	return fmt.Errorf("neo4j: %w", err)
}
