package main

import (
	"context"
	"os"
	"strings"
	"testing"
)

func TestHashAndVerify(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll(migrations, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(migrations+"/"+name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	check := func(command, want string) {
		t.Helper()
		err := run(context.Background(), []string{command})
		if (want == "") != (err == nil) || (err != nil && !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: the error is %v, want %q", command, err, want)
		}
	}
	write("20260101000000_one.sql", "CREATE TABLE one (n int);")
	check("hash", "")
	check("verify", "")
	write("20260102000000_two.sql", "CREATE TABLE two (n int);")
	check("verify", "20260102000000_two.sql was added")
	check("hash", "")
	check("verify", "")
	write("20260101000000_one.sql", "CREATE TABLE one (n bigint);")
	check("verify", "20260101000000_one.sql was edited")
	write("20260102000000_again.sql", "CREATE TABLE three (n int);")
	check("hash", "")
	check("verify", "20260102000000_again.sql and 20260102000000_two.sql are of one version")
}

func TestArguments(t *testing.T) {
	for arguments, want := range map[string]string{
		"":                "usage",
		"new":             "usage",
		"hash now":        "usage",
		"new Name":        "allowed are",
		"new ../x":        "allowed are",
		"new -name":       "allowed are",
		"verify it twice": "usage",
	} {
		if err := run(context.Background(), strings.Fields(arguments)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: the error is %v, want %q", arguments, err, want)
		}
	}
}
