package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxDepth bounds nesting: a dossier needs about ten levels, and a parser that
// recurses must not be led a million levels down.
const maxDepth = 40

// documents parses a file's text into its YAML documents, or reports why it is none.
func (r *reader) documents(f File) []*ast.DocumentNode {
	docs, ok := r.parsed(f)
	r.unread = r.unread || !ok
	return docs
}

func (r *reader) parsed(f File) ([]*ast.DocumentNode, bool) {
	text, ok := r.cleaned(f)
	if !ok {
		return nil, false
	}
	tokens := joined(lexer.Tokenize(text))
	if !r.plain(f.Name, tokens) {
		return nil, false
	}
	parsed, err := parse(tokens)
	if err != nil {
		r.problems = append(r.problems, syntaxProblem(f.Name, err))
		return nil, false
	}
	return parsed.Docs, true
}

// cleaned refuses what cannot be a dossier before any parser sees it: too
// large, not UTF-8, indented with tabs.
func (r *reader) cleaned(f File) (string, bool) {
	at := place{f.Name, 1, 1}
	if len(f.Text) > MaxBytes {
		r.report(at, "the file is larger than %d bytes; split it, one file a source", MaxBytes)
		return "", false
	}
	raw := bytes.TrimPrefix(f.Text, []byte("\uFEFF"))
	text := strings.ReplaceAll(string(raw), "\r\n", "\n")
	ok := true
	for i, line := range strings.Split(text, "\n") {
		if column := badRune(line); column > 0 {
			r.report(place{f.Name, i + 1, column}, "here stands something that is not UTF-8 text; save the file as UTF-8")
			ok = false
		}
		if column := tabInIndent(line); column > 0 {
			r.report(place{f.Name, i + 1, column}, "a tab in the indentation; indent with spaces")
			ok = false
		}
	}
	return text, ok
}

// badRune is the column of the first byte that is no UTF-8 or no text, 0 where there is none.
func badRune(line string) int {
	column := 1
	for i, r := range line {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(line[i:]); size == 1 {
				return column
			}
		}
		if r < ' ' && r != '\t' || r == 0x7F {
			return column
		}
		column++
	}
	return 0
}

func tabInIndent(line string) int {
	trimmed := strings.TrimLeft(line, " ")
	if strings.HasPrefix(trimmed, "\t") && strings.TrimSpace(trimmed) != "" {
		return len(line) - len(trimmed) + 1
	}
	return 0
}

// plain refuses the parts of YAML that hide where something stands (anchors,
// aliases, merges, tags, directives) and nesting without bound.
func (r *reader) plain(file string, tokens token.Tokens) bool {
	ok, depth, onLine, line := true, 0, 0, 0
	for _, t := range tokens {
		at := place{file, t.Position.Line, t.Position.Column}
		if t.Position.Line != line {
			line, onLine = t.Position.Line, 0
		}
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			r.report(at, "anchors, aliases and merges (&, *, <<) are not used in dossiers; write it out, so that everything has one place")
			ok = false
		case token.TagType, token.DirectiveType:
			r.report(at, "tags and directives (!, %%) are not used in dossiers; quote a text that begins with one")
			ok = false
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.SequenceEntryType, token.MappingKeyType:
			onLine++
		}
		if depth > maxDepth || onLine > maxDepth || t.Position.IndentNum > 8*maxDepth {
			r.report(at, "nested deeper than %d levels", maxDepth)
			return false
		}
	}
	return ok
}

// parse keeps a parser that panics from taking the program with it.
func parse(tokens token.Tokens) (file *ast.File, err error) {
	defer func() {
		if recover() != nil {
			file, err = nil, errors.New("this cannot be read as YAML")
		}
	}()
	return parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
}

func syntaxProblem(file string, err error) Problem {
	at := place{file, 1, 1}
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		if t := syntax.Token; t != nil && t.Position != nil {
			at.line, at.column = max(t.Position.Line, 1), max(t.Position.Column, 1)
		}
		return at.problem("not YAML: %s%s", oneLine(syntax.Message), hint(syntax.Message))
	}
	return at.problem("not YAML: %s", oneLine(err.Error()))
}

// hint says what the parser's message mostly comes from.
func hint(message string) string {
	if strings.Contains(message, "mapping value is not allowed") {
		return "; a text with a colon in it needs quotes"
	}
	return ""
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// scalar is the text of a plain value, as it was written; false for lists and mappings.
func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// isEmpty tells whether nothing was written.
func isEmpty(n ast.Node) bool {
	if n == nil {
		return true
	}
	_, null := n.(*ast.NullNode)
	return null
}

// describe says what sort of value a node is, for messages.
func describe(n ast.Node) string {
	if text, ok := scalar(n); ok {
		return fmt.Sprintf("%q", clip(text))
	}
	switch n.(type) {
	case *ast.SequenceNode:
		return "a list"
	case ast.MapNode:
		return "a mapping"
	}
	return "nothing"
}

// clip keeps a message short when somebody wrote a book.
func clip(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}
