package dossier

import (
	"unicode/utf8"

	"github.com/goccy/go-yaml/token"
)

// joined mends what the lexer takes apart: in a list within braces, as in
// {either: [group:a, group:b]}, it reads an id as a key and its value, though
// for YAML a colon divides only where a space follows.
func joined(tokens token.Tokens) token.Tokens {
	var kept token.Tokens
	depth := 0
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		}
		for depth > 0 && i+2 < len(tokens) && oneWord(t, tokens[i+1], tokens[i+2]) {
			t = join3(t, tokens[i+1], tokens[i+2])
			i += 2
		}
		kept.Add(t)
	}
	return kept
}

// oneWord tells whether three tokens stand without a space between them.
func oneWord(key, colon, value *token.Token) bool {
	return isPlain(key) && colon.Type == token.MappingValueType && isPlain(value) &&
		key.Position.Line == value.Position.Line &&
		key.Position.Column+utf8.RuneCountInString(key.Value) == colon.Position.Column &&
		colon.Position.Column+1 == value.Position.Column
}

func isPlain(t *token.Token) bool {
	switch t.Type {
	case token.StringType, token.IntegerType, token.FloatType, token.BoolType, token.NullType,
		token.BinaryIntegerType, token.OctetIntegerType, token.HexIntegerType, token.InfinityType, token.NanType:
		return true
	}
	return false
}

func join3(key, colon, value *token.Token) *token.Token {
	return token.String(key.Value+colon.Value+value.Value, key.Origin+colon.Origin+value.Origin, key.Position)
}
