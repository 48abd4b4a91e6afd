package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"fortnight/auth"
	"fortnight/training"
)

// todayHolds is how long subscriptions of the next days count as alike: what day it is changes on the quarter of an hour, wherever one is.
const todayHolds = 15 * time.Minute

// Alike names the answers of a subscription: those of one viewer who asks the same of the same are the same. Of a run, and of what follows a
// revision, who joins later is told what was told before. An empty key is like no other. May says whether the viewer may still join.
func (r *Resolver) Alike(ctx context.Context, operation *graphql.OperationContext) (key string, whole bool, may func(context.Context) bool) {
	who, known := auth.ViewerFrom(ctx)
	field := rootField(operation.Operation.SelectionSet)
	if !known || field == nil {
		return "", false, nil
	}
	variables, err := json.Marshal(operation.Variables)
	if err != nil {
		return "", false, nil
	}
	arguments := field.ArgumentMap(operation.Variables)
	named := func(argument string) *string {
		id, given := arguments[argument].(string)
		if !given {
			return nil
		}
		return &id
	}
	var check func(context.Context) error
	slot := int64(0)
	whole = field.Name == "planEvents" || arguments["after"] != nil
	switch field.Name {
	case "calendarChanged":
		slot = r.Now().Unix() / int64(todayHolds/time.Second)
		check = func(ctx context.Context) error {
			return r.DB.MayWatchCalendar(ctx, viewer(ctx), athlete(ctx, named("athleteId")))
		}
	case "athletesChanged":
		check = func(context.Context) error { return nil } // it is of whoever grants the viewer when something is told
	case "planEvents":
		check = func(ctx context.Context) error {
			return r.DB.MayWatchRun(ctx, viewer(ctx), training.RunID(orElse(named("runId"), "")))
		}
	default:
		return "", false, nil
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %d %q %q %s", who.UserID, who.Role, slot, operation.OperationName, operation.RawQuery, variables))
	return string(sum[:]), whole, func(ctx context.Context) bool { return check(ctx) == nil }
}
