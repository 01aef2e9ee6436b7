package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"claimgraph/graph"
)

// Option changes how a store is opened.
type Option func(*opening)

type opening struct{ makeDirectory bool }

// MakeDirectory makes the directory of the file where it is missing. Without
// it a mistyped path is refused instead.
func MakeDirectory() Option { return func(o *opening) { o.makeDirectory = true } }

// Open opens the store in the file, making the file where there is none. A file
// of another program, or of another version of this one, is refused untouched.
func Open(ctx context.Context, path string, options ...Option) (*Store, error) {
	var o opening
	for _, option := range options {
		option(&o)
	}
	if err := o.ready(path); err != nil {
		return nil, err
	}
	if err := prepare(ctx, path); err != nil {
		return nil, translated(err)
	}
	s := &Store{}
	if err := s.connect(ctx, path); err != nil {
		return nil, translated(err)
	}
	return s, nil
}

// ready looks at the path before SQLite does, whose answer to all of these
// would be the same "cannot open".
func (o opening) ready(path string) error {
	if path == "" {
		return graph.BadInput("the store needs a path, like --store sqlite:claimgraph.db")
	}
	directory := filepath.Dir(path)
	if o.makeDirectory {
		if err := os.MkdirAll(directory, 0o755); err != nil {
			return graph.Unavailable(err, "the directory %s cannot be made", directory)
		}
	}
	switch found, err := os.Stat(directory); {
	case errors.Is(err, fs.ErrNotExist):
		return graph.BadInput("there is no directory %s; make it, or choose another place with --store sqlite:PATH", directory)
	case err != nil:
		return graph.Unavailable(err, "the directory %s cannot be read", directory)
	case !found.IsDir():
		return graph.BadInput("%s is not a directory; choose another place with --store sqlite:PATH", directory)
	}
	if found, err := os.Stat(path); err == nil && !found.Mode().IsRegular() {
		return graph.BadInput("%s is not a file; name a file with --store sqlite:PATH", path)
	}
	return nil
}

// connect opens one connection that writes and as many that read as there are
// processors: more never answered faster.
func (s *Store) connect(ctx context.Context, path string) (err error) {
	writing := dsn(path, "journal_mode(wal)", "synchronous(full)", "cache_size(-65536)", "journal_size_limit(67108864)")
	if s.write, err = newPool(ctx, writing, 1, &s.statements); err != nil {
		return err
	}
	reading := dsn(path, "query_only(1)", "cache_size(-16384)") + "&mode=ro"
	if s.read, err = newPool(ctx, reading, max(2, runtime.GOMAXPROCS(0)), &s.statements); err != nil {
		return errors.Join(err, s.write.close())
	}
	return nil
}

// mapped is how much of the file is mapped into memory: as much as SQLite can.
const mapped = "2147418112"

// dsn names the file and what every connection to it needs. Indexes are the
// schema's: one that SQLite makes for a single statement costs more than the
// statement. The file is mapped into memory: all connections of the driver share one page cache and its lock.
func dsn(path string, pragmas ...string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	path = "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")
	q := url.Values{"_dqs": {"0"}, "_error_rc": {"1"}}
	q["_pragma"] = append([]string{"busy_timeout(5000)", "mmap_size(" + mapped + ")", "temp_store(2)", "automatic_index(0)"}, pragmas...)
	return "file://" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}
