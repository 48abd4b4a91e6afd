package migration

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/schema"
)

// revisions is the table of applied migrations in the form of the Atlas command, which can so read and continue it.
type revisions struct{ schema.ExecQuerier }

func (r revisions) create(ctx context.Context) error {
	_, err := r.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS public.atlas_schema_revisions (
		version character varying NOT NULL PRIMARY KEY,
		description character varying NOT NULL,
		type bigint NOT NULL DEFAULT 2,
		applied bigint NOT NULL DEFAULT 0,
		total bigint NOT NULL DEFAULT 0,
		executed_at timestamp with time zone NOT NULL,
		execution_time bigint NOT NULL,
		error text,
		error_stmt text,
		hash character varying NOT NULL,
		partial_hashes jsonb,
		operator_version character varying NOT NULL)`)
	return err
}

// Ident names the table.
func (revisions) Ident() *migrate.TableIdent {
	return &migrate.TableIdent{Schema: "public", Name: "atlas_schema_revisions"}
}

const selectRevisions = `SELECT version, description, type, applied, total, executed_at, execution_time,
	coalesce(error, ''), coalesce(error_stmt, ''), hash, coalesce(partial_hashes, 'null')::text, operator_version
	FROM public.atlas_schema_revisions `

// ReadRevisions returns all that were applied, the oldest first. The Atlas command keeps a row about itself, with a dot in front.
func (r revisions) ReadRevisions(ctx context.Context) ([]*migrate.Revision, error) {
	return r.read(ctx, selectRevisions+`WHERE version NOT LIKE '.%' ORDER BY version`)
}

// ReadRevision returns one, or migrate.ErrRevisionNotExist.
func (r revisions) ReadRevision(ctx context.Context, version string) (*migrate.Revision, error) {
	found, err := r.read(ctx, selectRevisions+`WHERE version = $1`, version)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, migrate.ErrRevisionNotExist
	}
	return found[0], nil
}

func (r revisions) read(ctx context.Context, query string, arguments ...any) (_ []*migrate.Revision, err error) {
	rows, err := r.QueryContext(ctx, query, arguments...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var all []*migrate.Revision
	for rows.Next() {
		revision, err := scanRevision(rows)
		if err != nil {
			return nil, fmt.Errorf("read applied migration: %w", err)
		}
		all = append(all, revision)
	}
	return all, rows.Err()
}

func scanRevision(rows *sql.Rows) (*migrate.Revision, error) {
	var (
		r      migrate.Revision
		hashes string
	)
	err := rows.Scan(&r.Version, &r.Description, &r.Type, &r.Applied, &r.Total, &r.ExecutedAt, &r.ExecutionTime,
		&r.Error, &r.ErrorStmt, &r.Hash, &hashes, &r.OperatorVersion)
	if err != nil {
		return nil, err
	}
	return &r, json.Unmarshal([]byte(hashes), &r.PartialHashes)
}

// WriteRevision adds a revision or replaces the one of the same version.
func (r revisions) WriteRevision(ctx context.Context, v *migrate.Revision) error {
	hashes, err := json.Marshal(v.PartialHashes)
	if err != nil {
		return err
	}
	_, err = r.ExecContext(ctx, `INSERT INTO public.atlas_schema_revisions VALUES
		($1, $2, $3, $4, $5, $6, $7, nullif($8, ''), nullif($9, ''), $10, nullif($11::jsonb, 'null'), $12)
		ON CONFLICT (version) DO UPDATE SET description = excluded.description, type = excluded.type, applied = excluded.applied,
		total = excluded.total, executed_at = excluded.executed_at, execution_time = excluded.execution_time,
		error = excluded.error, error_stmt = excluded.error_stmt, hash = excluded.hash,
		partial_hashes = excluded.partial_hashes, operator_version = excluded.operator_version`,
		v.Version, v.Description, int64(v.Type), v.Applied, v.Total, v.ExecutedAt, int64(v.ExecutionTime),
		v.Error, v.ErrorStmt, v.Hash, string(hashes), v.OperatorVersion)
	return err
}

// DeleteRevision removes the revision of this version.
func (r revisions) DeleteRevision(ctx context.Context, version string) error {
	_, err := r.ExecContext(ctx, `DELETE FROM public.atlas_schema_revisions WHERE version = $1`, version)
	return err
}
