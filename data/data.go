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

// FollowUp is the second bundled dossier: what others said of the same events,
// then and later. It adds to Seed and is loaded on request only.
//
//go:embed follow-up/*.yaml
var FollowUp embed.FS

// SeedVersion names the content of Seed: other content, another version.
var SeedVersion = sync.OnceValue(func() string { return version(Seed) })

// FollowUpVersion names the content of FollowUp.
var FollowUpVersion = sync.OnceValue(func() string { return version(FollowUp) })

func version(dossier fs.FS) string {
	sum := sha256.New()
	_ = fs.WalkDir(dossier, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(dossier, name)
		sum.Write([]byte(name + "\x00"))
		sum.Write(text)
		sum.Write([]byte{0})
		return err
	})
	return hex.EncodeToString(sum.Sum(nil))[:12]
}
