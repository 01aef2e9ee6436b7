package resolvers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"claimgraph/graph"
)

// TestTheLogTellsWhatMatters: who runs a server is woken by what fails, not by
// clients that leave.
func TestTheLogTellsWhatMatters(t *testing.T) {
	gone, leave := context.WithCancel(t.Context())
	leave()
	for story, c := range map[string]struct {
		ctx   context.Context
		err   error
		level string
	}{
		"the store is away":      {t.Context(), graph.Unavailable(errors.New("no route"), "the store does not answer"), "ERROR"},
		"a fault of ours":        {t.Context(), errors.New("index out of range"), "ERROR"},
		"it took too long":       {t.Context(), &graph.Error{Code: graph.CodeTimeout, Cause: context.DeadlineExceeded}, "WARN"},
		"it took too much":       {t.Context(), &graph.Error{Code: graph.CodeLimit, Cause: errors.New("out of memory")}, "WARN"},
		"the client left":        {gone, &graph.Error{Code: graph.CodeTimeout, Cause: errors.New("interrupted")}, "DEBUG"},
		"the store was told so":  {t.Context(), &graph.Error{Code: graph.CodeTimeout, Cause: fmt.Errorf("asked: %w", context.Canceled)}, "DEBUG"},
		"a filter that is wrong": {t.Context(), graph.BadInput("there is no such day"), ""},
	} {
		t.Run(story, func(t *testing.T) {
			var said bytes.Buffer
			shown := present(slog.New(slog.NewTextHandler(&said, &slog.HandlerOptions{Level: slog.LevelDebug})))(c.ctx, c.err)
			if level := "level=" + c.level + " "; c.level != "" && !strings.Contains(said.String(), level) || (said.Len() == 0) != (c.level == "") {
				t.Errorf("%v: the log says %q", shown, said.String())
			}
		})
	}
}
