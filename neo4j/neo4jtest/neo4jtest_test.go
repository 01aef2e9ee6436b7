package neo4jtest

import (
	"context"
	"errors"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestStartGivesOneServerThatAnswers(t *testing.T) {
	s := Start(t)
	if again := Start(t); again != s {
		t.Errorf("a second Start gave %s, not %s", again.URL, s.URL)
	}
	if n := count(t, s, "RETURN 1 AS n"); n != 1 {
		t.Errorf("RETURN 1 gave %d", n)
	}
}

func TestWrongPasswordIsRefused(t *testing.T) {
	s := Start(t)
	s.Password = "not the password"
	driver, err := s.driver()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = driver.Close(t.Context()) }()
	err = driver.VerifyConnectivity(t.Context())
	var refused *neo4j.Neo4jError
	if !errors.As(err, &refused) || refused.Code != "Neo.ClientError.Security.Unauthorized" {
		t.Errorf("got %v", err)
	}
}

func TestEmptyRemovesHubsToo(t *testing.T) {
	s := Start(t)
	count(t, s, `CREATE (hub:Hub) WITH hub UNWIND range(1, 20000) AS i
		CREATE (hub)<-[:OF]-(:Leaf {i: i}) RETURN count(*) AS n`)
	if err := s.Empty(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := count(t, s, "MATCH (x) RETURN count(x) AS n"); n != 0 {
		t.Errorf("%d nodes are left", n)
	}
}

func TestRestartKeepsDataAndAddress(t *testing.T) {
	o := StartOwn(t)
	count(t, o.Server, "CREATE (x:Kept) RETURN count(x) AS n")
	o.Kill()
	if _, err := ask(t.Context(), o.Server, "RETURN 1 AS n"); err == nil {
		t.Fatal("a killed server answers")
	}
	o.Restart()
	if n := count(t, o.Server, "MATCH (x:Kept) RETURN count(x) AS n"); n != 1 {
		t.Errorf("%d nodes after the restart, not 1", n)
	}
}

func TestLoginURLIsRead(t *testing.T) {
	want := Server{URL: "bolt://127.0.0.1:7687", User: "neo4j", Password: "a/b:c@d"}
	got, err := parse(want.LoginURL())
	if err != nil || got != want {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := parse("127.0.0.1:7687"); err == nil {
		t.Error("an address without a login is accepted")
	}
}

func count(t *testing.T, s Server, statement string) int64 {
	t.Helper()
	n, err := ask(t.Context(), s, statement)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func ask(ctx context.Context, s Server, statement string) (int64, error) {
	driver, err := s.driver()
	if err != nil {
		return 0, err
	}
	defer func() { _ = driver.Close(ctx) }()
	// A session, because a managed transaction would wait 30 s for a dead server.
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, statement, nil)
	if err != nil {
		return 0, err
	}
	record, err := result.Single(ctx)
	if err != nil {
		return 0, err
	}
	n, _, err := neo4j.GetRecordValue[int64](record, "n")
	return n, err
}
