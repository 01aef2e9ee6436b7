package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"claimgraph/dossier"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/urfave/cli/v3"
)

// configure sets the flags that the configuration file names, but those that the
// command line or the environment set. What is for the server alone other
// commands pass over.
func configure(c *cli.Command) error {
	path := c.String("config")
	if path == "" {
		return nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("--config: %w", err)
	}
	settings, err := settingsIn(path, text)
	if err != nil {
		return err
	}
	mine := namesOf(storeFlags())
	if c.Name == "serve" {
		mine = configurable()
	}
	for _, s := range settings {
		if !slices.Contains(mine, s.name) || c.IsSet(s.name) {
			continue
		}
		for _, value := range s.values {
			if err := c.Set(s.name, value); err != nil {
				return fmt.Errorf("%s: %q is no value for %s: %w", s.place, value, s.name, err)
			}
		}
	}
	return nil
}

// setting is what a configuration file says of one flag, and where.
type setting struct {
	name, place string
	values      []string // one, but of flags that take several
}

// configurable are the flags that a configuration file may set, by name.
func configurable() []string {
	return slices.DeleteFunc(namesOf(slices.Concat(storeFlags(), serveFlags())), func(name string) bool { return name == "config" })
}

func namesOf(flags []cli.Flag) []string {
	var names []string
	for _, f := range flags {
		names = append(names, f.Names()[0])
	}
	return names
}

// settingsIn reads a configuration file: flags and their values, a line each.
func settingsIn(path string, text []byte) ([]setting, error) {
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		var known yaml.Error
		if errors.As(err, &known) && known.GetToken() != nil {
			at := known.GetToken().Position
			return nil, fmt.Errorf("%s:%d:%d: %s", path, at.Line, at.Column, known.GetMessage())
		}
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var all []setting
	for _, doc := range file.Docs {
		var pairs []*ast.MappingValueNode
		switch body := doc.Body.(type) {
		case nil, *ast.NullNode, *ast.CommentGroupNode:
		case *ast.MappingNode:
			pairs = body.Values
		case *ast.MappingValueNode:
			pairs = []*ast.MappingValueNode{body}
		default:
			return nil, fmt.Errorf("%s: a configuration is flags with their values, like \"addr: 127.0.0.1:8080\"", placeOf(path, body))
		}
		for _, pair := range pairs {
			s, err := settingOf(path, pair)
			if err != nil {
				return nil, err
			}
			all = append(all, s)
		}
	}
	return all, nil
}

func settingOf(path string, pair *ast.MappingValueNode) (setting, error) {
	s := setting{name: pair.Key.GetToken().Value, place: placeOf(path, pair.Key)}
	if known := configurable(); !slices.Contains(known, s.name) {
		return s, fmt.Errorf("%s: %q is no setting; did you mean %s?", s.place, s.name, dossier.Nearest(s.name, known))
	}
	values := []ast.Node{pair.Value}
	if list, ok := pair.Value.(*ast.SequenceNode); ok {
		values = list.Values
	}
	for _, v := range values {
		scalar, ok := v.(ast.ScalarNode)
		if _, empty := v.(*ast.NullNode); !ok || empty {
			return s, fmt.Errorf("%s: %s needs a value", placeOf(path, v), s.name)
		}
		s.values = append(s.values, fmt.Sprint(scalar.GetValue()))
	}
	return s, nil
}

func placeOf(path string, n ast.Node) string {
	at := n.GetToken().Position
	return fmt.Sprintf("%s:%d:%d", path, at.Line, at.Column)
}
