// Package viewer tells package server who asks: whom an access token names, and which log-ins have ended.
package viewer

import (
	"context"
	"time"

	"fortnight/auth"
	"fortnight/server"
)

// Sessions are the log-ins that are kept. Ended ones are those of some that are over.
type Sessions interface {
	EndedSessions(ctx context.Context, of []auth.SessionID) (ended []auth.SessionID, err error)
}

// Configure has a server ask tokens and sessions who asks. Sockets and streams end by the real clock, so the end of a token, which is told by
// now, is told to them by that one.
func Configure(config *server.Config, tokens *auth.Tokens, sessions Sessions, now func() time.Time) {
	config.WithAddress = auth.WithAddress
	config.Authenticate = func(ctx context.Context, token string) (context.Context, time.Time, error) {
		viewer, err := tokens.Verify(ctx, token)
		if err != nil {
			return ctx, time.Time{}, err
		}
		return auth.WithViewer(ctx, viewer), time.Now().Add(viewer.ExpiresAt.Sub(now())), nil
	}
	config.Account = func(ctx context.Context) string {
		viewer, _ := auth.ViewerFrom(ctx)
		return string(viewer.UserID)
	}
	config.Session = func(ctx context.Context) string {
		viewer, _ := auth.ViewerFrom(ctx)
		return string(viewer.SessionID)
	}
	config.Ended = func(ctx context.Context, of []string) ([]string, error) {
		ended, err := sessions.EndedSessions(ctx, as[auth.SessionID](of))
		return as[string](ended), err
	}
}

// as are names of one kind as those of another.
func as[To, From ~string](names []From) []To {
	list := make([]To, len(names))
	for i, name := range names {
		list[i] = To(name)
	}
	return list
}
