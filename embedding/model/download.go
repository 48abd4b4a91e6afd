package model

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

const (
	// attempts is how often a download is begun or gone on with before it is given up.
	attempts = 5
	// idleTime is how long nothing may come. A whole download has no time limit: lines are slow.
	idleTime = 30 * time.Second
)

// origin is where a file comes from. The token goes to that host alone: Go drops it where a redirect leads to another.
type origin struct{ address, token string }

// statusError is an answer that is not the file.
type statusError struct {
	address string
	code    int
}

func (e *statusError) Error() string {
	return fmt.Sprintf("%s answers %d %s", e.address, e.code, http.StatusText(e.code))
}

// wrongFileError means that what came is not the pinned file, however often it is asked for.
type wrongFileError struct{ cause error }

func (e *wrongFileError) Error() string {
	return "what came is not the pinned file: " + e.cause.Error()
}

// download brings a file: it appears under its name when it is whole and verified.
func (s Source) download(ctx context.Context, from origin, path string, want File) error {
	part := path + "." + want.SHA256[:12] + ".part"
	wait := s.Wait
	for attempt := 1; ; attempt++ {
		err := s.goOn(ctx, from, part, want)
		if err == nil {
			return publish(part, path)
		}
		if refused(err) && from.token != "" {
			s.Log.WarnContext(ctx, "the hub refuses HF_TOKEN; trying without it", "error", err)
			from.token = ""
			continue
		}
		if attempt == attempts || attempt == 1 && errors.Is(err, ErrUnreachable) || !passing(ctx, err) {
			return err
		}
		s.Log.WarnContext(ctx, "a download was interrupted and goes on", "file", want.Path, "attempt", attempt, "error", err)
		if err := pause(ctx, wait); err != nil {
			return err
		}
		wait *= 2
	}
}

func refused(err error) bool {
	var status *statusError
	return errors.As(err, &status) && (status.code == http.StatusUnauthorized || status.code == http.StatusForbidden)
}

// passing tells whether trying again may help.
func passing(ctx context.Context, err error) bool {
	var status *statusError
	if errors.As(err, &status) {
		again := status.code == http.StatusTooManyRequests || status.code == http.StatusRequestedRangeNotSatisfiable
		return again || status.code >= http.StatusInternalServerError
	}
	var wrong *wrongFileError
	var local *os.PathError
	return ctx.Err() == nil && !errors.As(err, &wrong) && !errors.As(err, &local)
}

// publish gives a finished file its name, so that it survives a loss of power under that name or not at all.
func publish(part, path string) error {
	if err := os.Rename(part, path); err != nil {
		return err
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// goOn fetches what a part lacks. The part that is wrong is removed.
func (s Source) goOn(ctx context.Context, from origin, part string, want File) (err error) {
	file, err := os.OpenFile(part, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	have, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if have < want.Bytes {
		if err := s.fetch(ctx, from, file, have, want); err != nil {
			return err
		}
	}
	if err := verifyFile(part, want); err != nil {
		if have > 0 {
			return errors.Join(fmt.Errorf("what an earlier try left was damaged: %w", err), os.Remove(part))
		}
		return errors.Join(&wrongFileError{err}, os.Remove(part))
	}
	return file.Sync()
}

// fetch appends the rest of a file, or starts anew where the server sends all of it.
func (s Source) fetch(ctx context.Context, from origin, file *os.File, have int64, want File) error {
	asking := ctx
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	idle := time.AfterFunc(idleTime, func() { cancel(fmt.Errorf("nothing came for %s", idleTime)) })
	defer idle.Stop()
	reply, err := s.ask(ctx, from, have)
	if err != nil && asking.Err() == nil { // no answer at all, and it is still wanted
		return unreachable(err)
	}
	if err != nil {
		return causeOf(ctx, err)
	}
	defer reply.Body.Close()
	if have, err = startAt(reply, file, have); err != nil {
		return err
	}
	buffer := make([]byte, 64<<10)
	for {
		n, err := reply.Body.Read(buffer)
		idle.Reset(idleTime)
		if have += int64(n); have > want.Bytes {
			return errors.Join(&wrongFileError{fmt.Errorf("it has more than %d bytes", want.Bytes)}, os.Remove(file.Name()))
		}
		if _, err := file.Write(buffer[:n]); err != nil {
			return err
		}
		s.report(Progress{want.Path, have, want.Bytes})
		if err == io.EOF && have < want.Bytes {
			err = io.ErrUnexpectedEOF
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return causeOf(ctx, err)
		}
	}
}

// unreachable is ErrUnreachable with its cause, without the address that was asked.
func unreachable(err error) error {
	var asked *url.Error
	if errors.As(err, &asked) {
		err = asked.Err
	}
	return fmt.Errorf("%w (%w)", ErrUnreachable, err)
}

// causeOf is why ctx ended where that is why an operation failed.
func causeOf(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

func (s Source) report(p Progress) {
	if s.Progress != nil {
		s.Progress(p)
	}
}

// ask asks for a file from one byte on.
func (s Source) ask(ctx context.Context, from origin, have int64) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, from.address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept-Encoding", "identity") // the sum is that of the file
	if from.token != "" {
		request.Header.Set("Authorization", "Bearer "+from.token)
	}
	if have > 0 {
		request.Header.Set("Range", "bytes="+strconv.FormatInt(have, 10)+"-")
	}
	return s.Client.Do(request)
}

// startAt sets a file to where a reply goes on, and returns that.
func startAt(reply *http.Response, file *os.File, have int64) (int64, error) {
	var start int64
	switch reply.StatusCode {
	case http.StatusOK:
	case http.StatusPartialContent:
		if _, err := fmt.Sscanf(reply.Header.Get("Content-Range"), "bytes %d-", &start); err != nil || start != have {
			return 0, fmt.Errorf("%q was sent, from byte %d on was asked for", reply.Header.Get("Content-Range"), have)
		}
	case http.StatusRequestedRangeNotSatisfiable:
		return 0, errors.Join(&statusError{reply.Request.URL.Redacted(), reply.StatusCode}, file.Truncate(0))
	default:
		return 0, &statusError{reply.Request.URL.Redacted(), reply.StatusCode}
	}
	if err := file.Truncate(start); err != nil {
		return 0, err
	}
	return file.Seek(start, io.SeekStart)
}
