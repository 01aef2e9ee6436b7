// Package data holds the dossiers that come with the program.
package data

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"sync"
)

// Seed is the bundled dossier: one article, the comments beneath it, and
// reference data on its actors and places.
//
//go:embed seed/*.yaml
var Seed embed.FS

// SeedVersion names the content of Seed: other content, another version.
var SeedVersion = sync.OnceValue(func() string {
	sum := sha256.New()
	_ = fs.WalkDir(Seed, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(Seed, name)
		sum.Write([]byte(name + "\x00"))
		sum.Write(text)
		sum.Write([]byte{0})
		return err
	})
	return hex.EncodeToString(sum.Sum(nil))[:12]
})
