// Package evaluation measures how well each embedder finds workouts: testdata/workouts.txt is looked through for each wish of
// testdata/queries.txt and testdata/queries-dev2.txt, whose answers were judged by hand. It holds nothing but tests; `make eval` shows their figures.
package evaluation
