package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"fortnight/auth"
	"fortnight/db"
	"fortnight/embedding/model"
)

// What a server needs at least, and by how much clocks may differ.
const (
	roomNeeded       = 1 << 30 // bytes in the data folder: a run of PostgreSQL out of disk takes no writes
	clockTolerance   = 30 * time.Second
	connectionsAhead = poolSize + 1 // of one server more, with the one that listens
	doctorTime       = time.Minute
)

// errUnwell is what doctor ends with where something has to be done.
var errUnwell = errors.New("something is to be done before the server can serve, or serve well: see above")

// check is one of the things that doctor looks at. What it finds is well, unless it is an error, which says what to do; a hint is well too, but
// not all that could be.
type check struct {
	name string
	look func(context.Context) (found string, err error)
}

// hint is what could be better, and keeps nothing from serving.
type hint struct{ text string }

// Error is what to do.
func (h hint) Error() string { return h.text }

// doctor looks at all that a server needs and changes nothing but for starting the private cluster, which it leaves as it was. It writes a line for
// each thing: ok with what was found, or what to do; its error is errUnwell where one has to be done.
func doctor(ctx context.Context, getenv func(string) string, out io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, doctorTime)
	defer cancel()
	table, well := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0), true
	examine := func(checks ...check) (all bool) {
		all = true
		for _, c := range checks {
			found, err := c.look(ctx)
			var only hint
			switch {
			case err == nil:
				fmt.Fprintf(table, "ok\t%s\t%s\n", c.name, found)
			case errors.As(err, &only):
				fmt.Fprintf(table, "hint\t%s\t%s\n", c.name, only.text)
			default:
				all, well = false, false
				for line := range strings.Lines(err.Error()) {
					fmt.Fprintf(table, "TO DO\t%s\t%s\n", c.name, strings.TrimSpace(line))
				}
			}
		}
		return all
	}
	var c config
	settingsGood := examine(check{"settings", func(context.Context) (string, error) {
		var err error
		c, err = readConfig(getenv)
		return c.environment() + ", at " + c.addr, err
	}})
	if settingsGood {
		examine(c.checks()...)
		c.examineDatabase(ctx, examine)
	}
	err := table.Flush()
	if !well {
		err = errors.Join(err, errUnwell)
	}
	return err
}

// checks are those that need no database.
func (c config) checks() []check {
	checks := []check{{"data folder", c.lookAtFolder}, {"disk room", c.lookAtRoom}, {"descriptors", c.lookAtDescriptors}, {"signing key", c.lookAtKey}, {"embedding model", c.lookAtModel}}
	if c.certificate != nil {
		checks = append(checks, check{"certificate", c.certificate.condition})
	}
	return checks
}

// nearest is the folder, or where it is not made yet, the nearest one above it that is there.
func nearest(folder string) string {
	for {
		if _, err := os.Stat(folder); err == nil || filepath.Dir(folder) == folder {
			return folder
		}
		folder = filepath.Dir(folder)
	}
}

func (c config) lookAtFolder(context.Context) (string, error) {
	there := nearest(c.data)
	probe, err := os.CreateTemp(there, ".doctor-*")
	if err != nil {
		return "", fmt.Errorf("%s: nothing can be written there (%w): let this user write, or name another folder by FORTNIGHT_DATA", there, err)
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
		return "", err
	}
	if there != c.data {
		return c.data + ", which the first start makes", nil
	}
	return c.data, nil
}

func (c config) lookAtRoom(context.Context) (string, error) {
	free, known := freeBytes(nearest(c.data))
	if !known {
		return "not known on this system", nil
	}
	if free < roomNeeded {
		return "", fmt.Errorf("%s has %d MB free: make room, at least %d MB", c.data, free>>20, roomNeeded>>20)
	}
	return fmt.Sprintf("%d MB free", free>>20), nil
}

// lookAtKey looks at the keys that the settings or the data folder have; those of the database are looked at there.
func (c config) lookAtKey(context.Context) (string, error) {
	path := filepath.Join(c.data, "signing.key")
	switch {
	case len(c.keys) > 0:
		return fmt.Sprintf("%d in FORTNIGHT_SIGNING_KEYS", len(c.keys)), nil
	case len(c.sealing) > 0:
		return "in the database, sealed by FORTNIGHT_KEY_ENCRYPTION_KEYS", nil
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return path + ", which the first start makes", nil
	}
	if _, err := auth.LoadOrCreateKey(path, rand.Reader); err != nil {
		return "", fmt.Errorf("%w: mend the file, or remove it, which ends all access tokens", err)
	}
	if c.databaseURL != "" {
		return "", hint{path + " is this server's alone: for several on one database set FORTNIGHT_KEY_ENCRYPTION_KEYS on each"}
	}
	return path, nil
}

func (c config) lookAtModel(context.Context) (string, error) {
	if c.embedder.model == "" {
		return "off: the offline embedder serves", nil
	}
	m, err := model.Named(c.embedder.model)
	if err != nil {
		return "", err
	}
	platform := model.Platform{System: runtime.GOOS, Processor: runtime.GOARCH}
	_, runtimeMissing := model.FindRuntime(c.data, c.embedder.library, platform)
	if err := errors.Join(model.Verify(m.Folder(c.data), m), runtimeMissing); err != nil {
		return "", hint{m.Name + " is not whole here, and the offline embedder serves until it is: fortnight model pull brings it, as serve does in the background"}
	}
	return m.Name + ", whole", nil
}

// examineDatabase opens the database, if it is there, and looks at it.
func (c config) examineDatabase(ctx context.Context, examine func(...check) bool) {
	if c.databaseURL == "" {
		folder := filepath.Join(c.data, "cluster")
		there := examine(check{"PostgreSQL", func(context.Context) (string, error) { return c.binaries(folder) }})
		if _, err := os.Stat(filepath.Join(folder, "pgdata", "PG_VERSION")); !there || err != nil {
			if there {
				examine(check{"database", func(context.Context) (string, error) { return "the first start makes it, in " + folder, nil }})
			}
			return
		}
	}
	var a *app
	if !examine(check{"database", func(ctx context.Context) (found string, err error) {
		if a, err = openApp(ctx, c, slog.New(slog.DiscardHandler)); err != nil {
			return "", fmt.Errorf("it does not answer (%w): is the server running, and DATABASE_URL right?", err)
		}
		return "answers", nil
	}}) {
		return
	}
	a.examine(ctx, examine)
	if err := a.close(); err != nil {
		examine(check{"database", func(context.Context) (string, error) { return "", err }})
	}
}

// examine looks at an open database.
func (a *app) examine(ctx context.Context, examine func(...check) bool) {
	now, err := a.db.Condition(ctx)
	if !examine(check{"server", func(context.Context) (string, error) {
		if err == nil && now.Standby {
			err = errors.New("it is a standby, or takes no writes: name the first server too, with target_session_attrs=read-write (docs/scaling.md)")
		}
		return fmt.Sprintf("PostgreSQL %s, %d MB", now.Server, now.Bytes>>20), err
	}}) {
		return
	}
	examine(
		check{"pgvector", func(context.Context) (string, error) {
			switch {
			case now.Vector != "":
				return now.Vector, nil
			case now.VectorThere:
				return "installed; the first start creates it, if it may", nil
			}
			return "", errors.New("it is not installed where the database server runs: install it there")
		}},
		check{"migrations", func(ctx context.Context) (string, error) {
			missing, err := a.db.MissingMigrations(ctx)
			if err == nil && len(missing) > 0 {
				err = hint{fmt.Sprintf("%d are to be applied, %s first: fortnight migrate does it, as serve does", len(missing), missing[0])}
			}
			return "all applied", err
		}},
		check{"clock", func(context.Context) (string, error) {
			if now.Ahead.Abs() > clockTolerance {
				return "", fmt.Errorf("the database's is %s ahead of this machine's, and %s are borne: set both by NTP", now.Ahead.Round(time.Second), clockTolerance)
			}
			return fmt.Sprintf("the database's differs by %s", now.Ahead.Abs().Round(time.Millisecond)), nil
		}},
		check{"connections", func(context.Context) (string, error) {
			if now.Most-now.Connections < connectionsAhead {
				return "", fmt.Errorf("%d of %d are open, and a server takes %d: raise max_connections", now.Connections, now.Most, connectionsAhead)
			}
			return fmt.Sprintf("%d of %d are open", now.Connections, now.Most), nil
		}},
	)
	if len(a.config.sealing) > 0 {
		examine(check{"sealed keys", func(ctx context.Context) (string, error) { return a.lookAtSealedKeys(ctx, now) }})
	}
}

func (a *app) lookAtSealedKeys(ctx context.Context, now db.Condition) (string, error) {
	if now.SigningKeys == 0 {
		return "the first start makes one", nil
	}
	_, others, err := a.db.SigningKeys(ctx, a.config.sealing, rand.Reader)
	if err != nil {
		return "", fmt.Errorf("%w: give FORTNIGHT_KEY_ENCRYPTION_KEYS the keys that the other servers have, or run fortnight keys replace, which ends all access tokens", err)
	}
	return fmt.Sprintf("%d, all opened", 1+len(others)), nil
}
