package main

import (
	"errors"
	"fmt"

	"ariga.io/atlas/sql/migrate"
)

const migrations = "db/migrations"

func hash() error {
	dir, err := migrate.NewLocalDir(migrations)
	if err != nil {
		return err
	}
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	return migrate.WriteSumFile(dir, sum)
}

func verify() error {
	dir, err := migrate.NewLocalDir(migrations)
	if err != nil {
		return err
	}
	var mismatch *migrate.ChecksumError
	if err := migrate.Validate(dir); errors.As(err, &mismatch) {
		return fmt.Errorf("%s was %v since atlas.sum was written: undo that, or if it was never applied run: migration hash",
			mismatch.File, mismatch.Reason)
	} else if err != nil {
		return err
	}
	return nil
}
