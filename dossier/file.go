package dossier

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// MaxBytes bounds one file: beyond it a dossier is better split by source.
const MaxBytes = 4 << 20

// File is a dossier as it lies on disk. Name is what problems call it.
type File struct {
	Name string
	Text []byte
}

// Files reads dossiers from disk: each path is a file, or a folder of which
// every *.yaml and *.yml beneath is read, in the order of their names.
func Files(paths ...string) ([]File, error) {
	var found []File
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			text, err := readFile(p, info.Size(), os.ReadFile)
			if err != nil {
				return nil, err
			}
			found = append(found, File{p, text})
			continue
		}
		within, err := FilesIn(os.DirFS(p))
		if err != nil {
			return nil, err
		}
		for _, f := range within {
			found = append(found, File{filepath.Join(p, filepath.FromSlash(f.Name)), f.Text})
		}
	}
	return once(found), nil
}

// FilesIn reads every *.yaml and *.yml of a file system, in the order of their names.
func FilesIn(fsys fs.FS) ([]File, error) {
	var found []File
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !isDossier(name) {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		text, err := readFile(name, info.Size(), func(name string) ([]byte, error) { return fs.ReadFile(fsys, name) })
		found = append(found, File{name, text})
		return err
	})
	return found, err
}

func isDossier(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// readFile leaves a file beyond the bound unread; Read says what is wrong with it.
func readFile(name string, size int64, read func(string) ([]byte, error)) ([]byte, error) {
	if size > MaxBytes {
		return make([]byte, MaxBytes+1), nil
	}
	text, err := read(name)
	if err != nil {
		return nil, fmt.Errorf("read the dossier: %w", err)
	}
	return text, nil
}

// once drops files that were named twice, as a file and by its folder.
func once(files []File) []File {
	seen := map[string]bool{}
	return slices.DeleteFunc(files, func(f File) bool {
		name := filepath.Clean(f.Name)
		if seen[name] {
			return true
		}
		seen[name] = true
		return false
	})
}
