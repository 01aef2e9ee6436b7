package graph

//go:generate go run schema/generate.go
