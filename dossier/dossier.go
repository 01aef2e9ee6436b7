// Package dossier reads the files in which people write knowledge down: YAML,
// because researchers can read it, diff it and review it. It reports every
// error with its place, and gives the nodes of the graph that the files hold.
//
// The keys of the format come from the Go types of package graph and from one
// table of how people prefer to write them (table.go); the JSON Schema that
// editors complete by comes from the same.
package dossier

import (
	"context"
	"io/fs"
	"strings"

	"claimgraph/graph"
)

// Dossier is what some files hold together.
type Dossier struct {
	Nodes []graph.Node // in the order in which they stand
	at    map[graph.ID]*record
}

// Known tells what a store holds of some ids; ids it does not know are left out.
type Known func(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error)

// Read reads and checks dossiers from disk; each path is a file or a folder.
// They may refer to one another, and to what known knows (nil: nothing). The
// error is Problems where the files are wrong: all that is wrong with them.
func Read(ctx context.Context, paths []string, known Known) (*Dossier, error) {
	files, err := Files(paths...)
	if err != nil {
		return nil, err
	}
	return Parse(ctx, files, known)
}

// ReadFS is Read for every dossier of a file system.
func ReadFS(ctx context.Context, fsys fs.FS, known Known) (*Dossier, error) {
	files, err := FilesIn(fsys)
	if err != nil {
		return nil, err
	}
	return Parse(ctx, files, known)
}

// Parse is Read for files that were read already.
func Parse(ctx context.Context, files []File, known Known) (*Dossier, error) {
	r := &reader{}
	for _, f := range files {
		for _, doc := range r.documents(f) {
			if doc.Body != nil && !isEmpty(doc.Body) {
				r.document(f.Name, doc.Body)
			}
		}
	}
	return r.finish(ctx, known)
}

// Place tells where a field of a node stands, as file:line:column; "" for
// nodes that are in none of the files. at is the path of an error of package
// graph; the nearest that was written is given.
func (d *Dossier) Place(id graph.ID, at []string) string {
	rec := d.at[id]
	if rec == nil {
		return ""
	}
	return rec.spot(at).String()
}

// spot is where a field stands, or the nearest around it that was written.
func (r *record) spot(at []string) place {
	for n := len(at); n > 0; n-- {
		if p, ok := r.spots[strings.Join(at[:n], ".")]; ok {
			return p
		}
	}
	return r.at
}
