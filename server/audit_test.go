package server

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGraphQLOverHTTPAudits runs the public audit suite of the specification, pinned in tests/http-audit.
func TestGraphQLOverHTTPAudits(t *testing.T) {
	folder := filepath.Join("..", "tests", "http-audit")
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the GraphQL-over-HTTP audits do not run")
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules", "graphql-http")); err != nil {
		install := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
		install.Dir = folder
		if out, err := install.CombinedOutput(); err != nil {
			t.Skipf("the audits cannot be installed (%v), so they do not run:\n%s", err, out)
		}
	}
	w := start(t, nil)
	audit := exec.CommandContext(t.Context(), node, "audit.mjs", w.url+"/graphql")
	audit.Dir = folder
	out, err := audit.CombinedOutput()
	if err != nil || !strings.Contains(string(out), `{"audits":61,"ok":61}`) {
		t.Errorf("%v\n%s", err, out)
	}
}
