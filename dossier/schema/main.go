// Command schema writes the dossier's JSON Schema, and the manual's tables of
// keys, from the table that the reader reads by.
package main

import (
	"log"
	"os"

	"claimgraph/dossier"
)

func main() {
	log.SetFlags(0)
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	schema, err := dossier.Schema()
	if err != nil {
		return err
	}
	if err := os.WriteFile("../data/dossier.schema.json", schema, 0o644); err != nil {
		return err
	}
	const manual = "../docs/dossier.md"
	text, err := os.ReadFile(manual)
	if err != nil {
		return err
	}
	filled, err := dossier.FillManual(string(text))
	if err != nil {
		return err
	}
	return os.WriteFile(manual, []byte(filled), 0o644)
}
