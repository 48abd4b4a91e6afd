package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"fortnight/auth"
	"fortnight/cmd/fortnight/demo"
	"fortnight/training"
)

// demoLogin is the account that development has, described as the demo describes its athlete. Production has none.
var demoLogin = demo.Login{Email: "demo@fortnight.example", Password: "fourteen-days", Name: "Demo Athlete"}

// runDemo signs up an athlete of its own on the running server.
func runDemo(ctx context.Context, c config, color bool) error {
	client := c.client(c.addr)
	who := demo.Login{Email: "demo-" + randomWord() + "@fortnight.example", Password: randomWord() + randomWord(), Name: "Demo Athlete"}
	if err := demo.Run(ctx, client, who, training.DateOf(time.Now()), demo.Terminal{Out: os.Stdout, Color: color}); err != nil {
		return fmt.Errorf("%w (is the server running? start it with make run)", err)
	}
	return nil
}

// demoAccount makes the demo account where it is not there yet: through the API, as any account is made. One that production has closed is opened
// again, and one whose making was cut short is made anew.
func (a *app) demoAccount(ctx context.Context, addr string) error {
	client := a.config.client(addr)
	account, err := a.db.AccountByEmail(ctx, demoLogin.Email)
	if err != nil && !errors.Is(err, auth.ErrNoAccount) {
		return err
	}
	if err == nil {
		if err := a.openDemo(ctx, account); err != nil {
			return err
		}
		if described, err := demo.Described(ctx, client, demoLogin); described || err != nil {
			return err
		}
		if err := demo.Delete(ctx, client, demoLogin); err != nil {
			return err
		}
	}
	say("making the demo account with six weeks of history")
	token, err := demo.SignUp(ctx, client, demoLogin)
	if err != nil {
		return err
	}
	client.Token = token
	return demo.Describe(ctx, client, training.DateOf(a.now()))
}

// closeDemo has nobody log in by the password that everybody knows, where development has made its account before: the account gets one that
// nobody knows, and its sessions end.
func (a *app) closeDemo(ctx context.Context) error {
	account, err := a.db.AccountByEmail(ctx, demoLogin.Email)
	if errors.Is(err, auth.ErrNoAccount) {
		return nil
	}
	if err != nil {
		return err
	}
	hash, err := auth.NewHasher(1, rand.Reader).Hash(ctx, randomWord()+randomWord()+randomWord())
	if err != nil {
		return err
	}
	return a.db.SetPassword(ctx, account.ID, account.PasswordHash, hash)
}

// openDemo gives the account the password that everybody knows, if it has another.
func (a *app) openDemo(ctx context.Context, account auth.Account) error {
	hasher := auth.NewHasher(1, rand.Reader)
	open, err := hasher.Verify(ctx, account.PasswordHash, demoLogin.Password)
	if err != nil || open {
		return err
	}
	hash, err := hasher.Hash(ctx, demoLogin.Password)
	if err != nil {
		return err
	}
	return a.db.SetPassword(ctx, account.ID, account.PasswordHash, hash)
}

// client speaks to the server at an address of this machine.
func (c config) client(addr string) *demo.Client {
	client := &demo.Client{URL: c.scheme() + addr + "/graphql", HTTP: &http.Client{Timeout: 30 * time.Second}}
	if c.certificate != nil {
		client.TLS = c.certificate.trust()
		client.HTTP.Transport = &http.Transport{TLSClientConfig: client.TLS, Proxy: http.ProxyFromEnvironment}
	}
	return client
}

// scheme is what addresses of the server begin with.
func (c config) scheme() string {
	if c.certificate != nil {
		return "https://"
	}
	return "http://"
}
