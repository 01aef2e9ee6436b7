package dossier

//go:generate go run ./schema
