package graph

//go:generate go run schema/generate.go schema/writer.go
