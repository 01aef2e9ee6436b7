package main

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"claimgraph/expected"
)

// asked is a question of the manual, the dossiers it is asked over, and the
// answer it shows.
var asked = regexp.MustCompile("(?s)```graphql ?([a-z-]*)\n(.*?)```\n\n```json\n(.*?)```")

// TestReadingTheAnswers asks every question of the researchers' manual: each
// answer in it is the real one.
func TestReadingTheAnswers(t *testing.T) {
	const path = "docs/reading-the-answers.md"
	for name, load := range map[string]loading{"": loadSeed, "follow-up": loadFollowUp, "invented": loadInvented} {
		t.Run("over "+name, func(t *testing.T) {
			eachStoreWith(t, load, func(t *testing.T, s *counting) {
				server := handler(s, quiet())
				text := read(t, path)
				answered := asked.ReplaceAllStringFunc(text, func(block string) string {
					found := asked.FindStringSubmatch(block)
					if found[1] != name {
						return block
					}
					got := ask(t, server, found[2], nil)
					if len(got.Errors) > 0 {
						t.Errorf("%s\n%s", got.Errors[0].Message, found[2])
						return block
					}
					answer := narrow(t, got.Data)
					if answer != found[3] {
						t.Logf("the answer to\n%sis\n%s", found[2], answer)
					}
					return strings.TrimSuffix(block, found[3]+"```") + answer + "```"
				})
				if *expected.Update && strings.HasSuffix(t.Name(), "/sqlite") {
					if err := os.WriteFile(path, []byte(answered), 0o644); err != nil {
						t.Fatal(err)
					}
				} else if answered != text {
					t.Errorf("%s does not show the real answers; if they are right, run go test . -run TestReadingTheAnswers -update", path)
				}
			})
		})
	}
}

// TestTheManualNamesEveryRule and asks as many questions as it shows answers.
func TestTheManualNamesEveryRule(t *testing.T) {
	text := read(t, "docs/reading-the-answers.md")
	if questions, answers := strings.Count(text, "```graphql"), len(asked.FindAllString(text, -1)); questions != answers {
		t.Errorf("%d questions, and %d of them with an answer below", questions, answers)
	}
	numbers := map[string]bool{}
	for _, heading := range regexp.MustCompile(`(?m)^### Rules? (.*):`).FindAllStringSubmatch(text, -1) {
		for _, number := range strings.Split(heading[1], " and ") {
			numbers[number] = true
		}
	}
	if len(numbers) != 37 {
		t.Errorf("%d of 37 rules have a chapter: %v", len(numbers), numbers)
	}
}

// narrow prints an answer for a reader: what fits on a line stands on one.
func narrow(t *testing.T, data json.RawMessage) string {
	t.Helper()
	var wide bytes.Buffer
	if err := json.Indent(&wide, data, "", "  "); err != nil {
		t.Fatal(err)
	}
	return folded(strings.Split(wide.String(), "\n"))
}

// folded puts each object or list that fits into a line on one.
func folded(lines []string) string {
	var out strings.Builder
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if opens(line) {
			indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
			end := i + 1
			for strings.HasPrefix(lines[end], indent+" ") {
				end++
			}
			if one := joined(lines[i : end+1]); len(one) <= 110 {
				line, i = one, end
			}
		}
		out.WriteString(line + "\n")
	}
	return out.String()
}

// joined makes one line of several.
func joined(lines []string) string {
	one := lines[0]
	for i, line := range lines[1:] {
		if line = strings.TrimLeft(line, " "); !opens(lines[i]) && !strings.ContainsAny(line[:1], "}]") {
			one += " "
		}
		one += line
	}
	return one
}

func opens(line string) bool { return strings.HasSuffix(line, "{") || strings.HasSuffix(line, "[") }
