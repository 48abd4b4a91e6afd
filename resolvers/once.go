package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"fortnight/db"
	"fortnight/training"
)

// once is a context in which an act is done once for its key, however often it is sent; nil is no key. What is asked is the input without the key, without
// whose it is, which the key is kept with, and without the revisions, which whoever sends it again may have renewed.
func once(ctx context.Context, act string, key *string, input any) (context.Context, error) {
	if key == nil {
		return ctx, nil
	}
	var faults training.InputError
	training.CheckText(&faults, "idempotencyKey", *key, 1, 200)
	if err := faults.Err(); err != nil {
		return ctx, err
	}
	text, err := json.Marshal(input)
	if err != nil {
		return ctx, fmt.Errorf("name what %s asks: %w", act, err)
	}
	var asked map[string]json.RawMessage
	if err := json.Unmarshal(text, &asked); err != nil {
		return ctx, fmt.Errorf("name what %s asks: %w", act, err)
	}
	for _, name := range []string{"idempotencyKey", "athleteId", "revision", "unchangedSince"} {
		delete(asked, name)
	}
	if text, err = json.Marshal(asked); err != nil {
		return ctx, fmt.Errorf("name what %s asks: %w", act, err)
	}
	digest := sha256.Sum256(append([]byte(act+" "), text...))
	return db.Keyed(ctx, key, digest[:]), nil
}
