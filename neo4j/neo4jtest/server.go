package neo4jtest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Server is a running Neo4j and how to log in to it.
type Server struct {
	URL      string // bolt://host:port, without the login
	User     string
	Password string
}

// parse reads a URL that carries a login: bolt://user:password@host:port.
func parse(raw string) (Server, error) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.User == nil {
		return Server{}, fmt.Errorf("%s is not of the form bolt://user:password@host:port", Variable)
	}
	password, _ := u.User.Password()
	return Server{URL: u.Scheme + "://" + u.Host, User: u.User.Username(), Password: password}, nil
}

// parseAll reads several such URLs with spaces between them.
func parseAll(raw string) ([]Server, error) {
	var all []Server
	for one := range strings.FieldsSeq(raw) {
		s, err := parse(one)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s names no server", Variable)
	}
	return all, nil
}

// LoginURL is the server's address with its login, as Variable takes it.
func (s Server) LoginURL() string {
	u, err := url.Parse(s.URL)
	if err != nil {
		return s.URL
	}
	u.User = url.UserPassword(s.User, s.Password)
	return u.String()
}

// lockFile is what test processes that share the server lock in turn.
func lockFile(s Server) string {
	name := strings.NewReplacer("://", "-", ":", "-", "/", "-").Replace(s.URL)
	return filepath.Join(os.TempDir(), "claimgraph-neo4j-"+name+".lock")
}

func (s Server) driver() (neo4j.DriverWithContext, error) {
	return neo4j.NewDriverWithContext(s.URL, neo4j.BasicAuth(s.User, s.Password, ""))
}

// Empty removes every node and relationship of the default database; indexes
// and constraints stay. Relationships go first and both in small transactions:
// one large DETACH DELETE over hubs exhausts the heap.
func (s Server) Empty(ctx context.Context) error {
	driver, err := s.driver()
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }()
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	for _, statement := range []string{
		"MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS",
		"MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS",
	} {
		result, err := session.Run(ctx, statement, nil)
		if err != nil {
			return err
		}
		if _, err := result.Consume(ctx); err != nil {
			return err
		}
	}
	return nil
}
