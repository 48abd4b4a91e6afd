package main

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"testing/synctest"
	"time"
)

// TestPersistTriesAgainAfterLongerPauses: until it succeeds, is told that it is of no use, or has to stop.
func TestPersistTriesAgainAfterLongerPauses(t *testing.T) {
	fault := errors.New("no network")
	for name, test := range map[string]struct {
		succeeds, useless int // at which attempt
		stops             time.Duration
		want              []time.Duration // when it was tried, from the beginning
	}{
		"at once":       {1, 0, time.Hour, []time.Duration{0}},
		"at the fifth":  {5, 0, time.Hour, []time.Duration{0, time.Minute, 3 * time.Minute, 7 * time.Minute, 12 * time.Minute}},
		"of no use":     {0, 2, time.Hour, []time.Duration{0, time.Minute}},
		"stopped":       {0, 0, 2 * time.Minute, []time.Duration{0, time.Minute}},
		"stopped early": {0, 0, time.Second, []time.Duration{0}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), test.stops)
				defer cancel()
				began, tried := time.Now(), []time.Duration(nil)
				persist(ctx, time.Minute, 5*time.Minute, func(context.Context) error {
					tried = append(tried, time.Since(began))
					if len(tried) == test.succeeds {
						return nil
					}
					return fault
				}, func(_ context.Context, err error, _ time.Duration) bool {
					if !errors.Is(err, fault) {
						t.Errorf("it failed with %v", err)
					}
					return len(tried) != test.useless
				})
				if !reflect.DeepEqual(tried, test.want) {
					t.Errorf("tried at %v, want %v", tried, test.want)
				}
			})
		})
	}
}
