package chaos_test

import (
	"context"
	"fmt"
	mathrand "math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"fortnight/db/dbtest"
)

// nemesis breaks one thing after the other, drawn by a seed, until over ends.
type nemesis struct {
	t        *testing.T
	over     context.Context
	by       *mathrand.Rand
	postgres *dbtest.Private
	disk     *dbtest.Disk // nil where none can be filled
	nodes    []*node
	seen     *history
}

// breakThings breaks each kind of thing in turn, in another order each time, for so many rounds, 0 for until it is over; then everything goes on. It returns how
// often it broke what.
func (n *nemesis) breakThings(rounds int) string {
	type kind struct {
		name string
		do   func()
	}
	kinds := []kind{
		{"a node killed", func() { n.node().signal(syscall.SIGKILL) }},
		{"a node told to stop", func() { n.node().signal(syscall.SIGTERM) }},
		{"a node frozen", func() { n.hold(n.node().signal, 8*time.Second) }},
		{"a node slowed", n.slow},
		{"connections cut", func() { n.say("SELECT pg_terminate_backend(pid) "+ofNodes+" AND random() < 0.5", 0) }},
		{"backends ended one by one", func() {
			for range 10 {
				n.say("SELECT pg_terminate_backend(pid) "+ofNodes+" ORDER BY random() LIMIT 1", 0)
				pause(n.over, 100*time.Millisecond)
			}
		}},
		{"a backend killed", n.killBackend},
		{"connections used up", n.useUp},
		{"a table locked", func() { n.say("BEGIN; LOCK TABLE plan_events", n.upTo(3*time.Second)) }},
		{"fast restart", func() { n.postmaster(syscall.SIGINT) }},
		{"immediate restart", func() { n.postmaster(syscall.SIGQUIT) }},
		{"postmaster killed", func() { n.postmaster(syscall.SIGKILL) }},
		{frozen, func() { n.hold(n.postgres.Signal, 8*time.Second) }},
	}
	if n.disk != nil {
		kinds = append(kinds, kind{"disk full", func() {
			if err := n.disk.Fill(); err != nil {
				n.t.Error(err)
			}
			pause(n.over, n.upTo(3*time.Second))
			if err := n.disk.Free(); err != nil {
				n.t.Error(err)
			}
		}})
	}
	times := make([]int, len(kinds))
	for round := 0; n.over.Err() == nil && (rounds == 0 || round < rounds); round++ {
		for _, i := range n.by.Perm(len(kinds)) {
			if n.over.Err() != nil {
				break
			}
			n.seen.note(entry{What: faultBegan, Fault: kinds[i].name})
			kinds[i].do()
			n.seen.note(entry{What: faultEnded, Fault: kinds[i].name})
			times[i]++
			pause(n.over, n.upTo(2*time.Second))
		}
	}
	n.postgres.Signal(syscall.SIGCONT)
	for _, node := range n.nodes {
		node.signal(syscall.SIGCONT)
	}
	var told []string
	for i, k := range kinds {
		told = append(told, fmt.Sprintf("%s %d", k.name, times[i]))
	}
	return strings.Join(told, ", ")
}

func (n *nemesis) node() *node { return n.nodes[n.by.IntN(len(n.nodes))] }

// upTo is half a second, and up to so long.
func (n *nemesis) upTo(most time.Duration) time.Duration {
	const least = 500 * time.Millisecond
	return least + time.Duration(n.by.Int64N(int64(most-least)))
}

// hold stops processes for up to so long.
func (n *nemesis) hold(signal func(syscall.Signal), most time.Duration) {
	signal(syscall.SIGSTOP)
	pause(n.over, n.upTo(most))
	signal(syscall.SIGCONT)
}

// slow leaves a node a tenth of the time for a while.
func (n *nemesis) slow() {
	node, length := n.node(), n.upTo(4*time.Second)
	for end := time.Now().Add(length); time.Now().Before(end) && n.over.Err() == nil; {
		node.signal(syscall.SIGSTOP)
		pause(n.over, 90*time.Millisecond)
		node.signal(syscall.SIGCONT)
		pause(n.over, 10*time.Millisecond)
	}
}

func (n *nemesis) postmaster(s syscall.Signal) {
	if pid := n.postgres.Postmaster(); pid != 0 {
		_ = syscall.Kill(pid, s)
	}
}

// ofNodes are the connections of the nodes to their database.
const ofNodes = "FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'fortnight'"

// connect connects to the database past the product; nil while it is away, which is fault enough.
func (n *nemesis) connect(ctx context.Context) *pgx.Conn {
	conn, err := pgx.Connect(ctx, n.postgres.URL)
	if err != nil {
		return nil
	}
	return conn
}

// say says something to the database past the product, and keeps the connection for a while.
func (n *nemesis) say(statements string, keep time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn := n.connect(ctx)
	if conn == nil {
		return
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if _, err := conn.PgConn().Exec(ctx, statements).ReadAll(); err == nil {
		pause(n.over, keep)
	}
}

// killBackend kills a process that serves a node: PostgreSQL then ends all sessions.
func (n *nemesis) killBackend() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn := n.connect(ctx)
	if conn == nil {
		return
	}
	defer func() { _ = conn.Close(context.Background()) }()
	var pid int
	if err := conn.QueryRow(ctx, "SELECT pid "+ofNodes+" ORDER BY random() LIMIT 1").Scan(&pid); err == nil {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
}

// useUp takes all connections that are left, and keeps them for a while.
func (n *nemesis) useUp() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for {
		conn := n.connect(ctx)
		if conn == nil {
			break
		}
		defer func() { _ = conn.Close(context.Background()) }()
	}
	pause(n.over, n.upTo(3*time.Second))
}
