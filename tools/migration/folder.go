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
	return apart(dir)
}

// apart tells of two migrations of one version: which of them runs first would hang on their names, and only one would be remembered as run.
func apart(dir migrate.Dir) error {
	files, err := dir.Files()
	if err != nil {
		return err
	}
	of := map[string]string{}
	for _, f := range files {
		if other, taken := of[f.Version()]; taken {
			return fmt.Errorf("%s and %s are of one version: give the later one another", other, f.Name())
		}
		of[f.Version()] = f.Name()
	}
	return nil
}
