package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgxpool"
)

// checkAddress refuses what cannot be listened on, whatever machine this is.
func checkAddress(name, address string) error {
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("%s: %q is not host:port", name, address)
	}
	if number, err := strconv.Atoi(port); err != nil || number < 0 || number > 65535 {
		return fmt.Errorf("%s: %q is no port; 0 to 65535 are", name, port)
	}
	return nil
}

// checkHost refuses what no Host header can name: those are compared without their port.
func checkHost(name string) error {
	bare := strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	if ip := net.ParseIP(bare); ip != nil && bare == name {
		return nil
	}
	if strings.ContainsAny(name, ":/[]* \t") {
		return fmt.Errorf("FORTNIGHT_HOSTS: %q is no name of a host: neither scheme nor port belongs to it, such as api.example.org", name)
	}
	return nil
}

// checkDatabase refuses what is no address of a database. What it says does not repeat it: there may be a password in it.
func checkDatabase(address string) error {
	if address == "" {
		return nil
	}
	if _, err := pgxpool.ParseConfig(address); err != nil {
		return errors.New("DATABASE_URL: it is no address of a PostgreSQL, such as postgres://user:password@host:5432/database")
	}
	return nil
}

// checkFolder refuses a folder that is not there.
func checkFolder(name, folder string) error {
	if folder == "" {
		return nil
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return fmt.Errorf("%s: %q is no folder here", name, folder)
	}
	return nil
}

// listOf are the words between commas.
func listOf(text string) []string {
	var list []string
	for word := range strings.SplitSeq(text, ",") {
		if word = strings.TrimSpace(word); word != "" {
			list = append(list, word)
		}
	}
	return list
}

func orDefault(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
