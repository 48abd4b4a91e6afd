package auth

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
)

func newUUID(t *testing.T) string {
	t.Helper()
	id, err := uuid.NewRandom()
	if err != nil {
		t.Fatal(err)
	}
	return id.String()
}

// forgery is a world with one genuine token and its parts, to be changed.
type forgery struct {
	*world
	genuine string
	header  map[string]any
	claims  map[string]any
}

func newForgery(t *testing.T) *forgery {
	w := newWorld(t)
	w.register("rider@example.com")
	f := &forgery{world: w, genuine: w.logIn("rider@example.com").AccessToken}
	parts := strings.Split(f.genuine, ".")
	for i, into := range []any{&f.header, &f.claims} {
		text, err := base64.RawURLEncoding.DecodeString(parts[i])
		if err == nil {
			err = json.Unmarshal(text, into)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	f.accepted("the genuine token", f.genuine)
	f.accepted("the genuine parts, signed again", f.sign(f.header, f.claims, f.key.secret[:]))
	return f
}

// with returns a copy of m in which name is value, or missing where value is nil.
func with(m map[string]any, name string, value any) map[string]any {
	m = maps.Clone(m)
	m[name] = value
	if value == nil {
		delete(m, name)
	}
	return m
}

func encode(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// sign signs with HMAC-SHA-256 and nothing but the standard library.
func (f *forgery) sign(header, claims any, key []byte) string {
	f.Helper()
	text := encode(f.T, header) + "." + encode(f.T, claims)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func (f *forgery) accepted(name, token string) {
	f.Helper()
	if _, err := f.tokens.Verify(f.ctx, token); err != nil {
		f.Errorf("%s: %v", name, err)
	}
}

func (f *forgery) refused(name, token string) {
	f.Helper()
	if viewer, err := f.tokens.Verify(f.ctx, token); !errors.Is(err, ErrInvalidToken) || viewer.UserID != "" {
		f.Errorf("%s: got %v, %v; want ErrInvalidToken", name, viewer, err)
	}
}

func TestS47GenuineToken(t *testing.T) {
	f := newForgery(t)
	if want := map[string]any{"alg": "HS256", "typ": "at+jwt"}; !maps.Equal(f.header, want) {
		t.Errorf("header %v, want %v", f.header, want)
	}
	names := slices.Sorted(maps.Keys(f.claims))
	if want := []string{"aud", "exp", "iat", "iss", "jti", "nbf", "sid", "sub"}; !slices.Equal(names, want) {
		t.Errorf("claims %v, want %v", names, want)
	}
	if life := f.claims["exp"].(float64) - f.claims["iat"].(float64); life <= 0 || life > 15*60 {
		t.Errorf("life %v s", life)
	}
	text, err := json.Marshal(f.claims)
	if err != nil || strings.Contains(string(text), "rider") {
		t.Errorf("claims name the user: %s, %v", text, err)
	}
	viewer, err := f.tokens.Verify(f.ctx, f.genuine)
	if err != nil || string(viewer.UserID) != f.claims["sub"] || viewer.Role != RoleAthlete || string(viewer.SessionID) != f.claims["sid"] {
		t.Errorf("viewer %+v, %v", viewer, err)
	}
	if got := viewer.ExpiresAt; got.Unix() != int64(f.claims["exp"].(float64)) || got.Location() != time.UTC {
		t.Errorf("expires %v", got)
	}
}

func TestS48AlgNone(t *testing.T) {
	f := newForgery(t)
	claims := encode(t, f.claims)
	_, signature, _ := strings.Cut(strings.SplitN(f.genuine, ".", 2)[1], ".")
	for _, alg := range []any{"none", "None", "NONE", "nOnE", "none ", "", nil, 0, false, []string{"HS256"}, "hs256", "HS256 "} {
		head := encode(t, with(f.header, "alg", alg))
		f.refused("unsigned", head+"."+claims+".")
		f.refused("signed", head+"."+claims+"."+signature)
		f.refused("signed rightly", f.sign(with(f.header, "alg", alg), f.claims, f.key.secret[:]))
	}
}

func TestS49S50SignatureRemovedOrChanged(t *testing.T) {
	f := newForgery(t)
	parts := strings.Split(f.genuine, ".")
	f.refused("without signature", parts[0]+"."+parts[1]+".")
	f.refused("without the last dot", parts[0]+"."+parts[1])
	f.refused("another user", parts[0]+"."+encode(t, with(f.claims, "sub", newUUID(t)))+"."+parts[2])
	f.refused("cut signature", f.genuine[:len(f.genuine)-4])
	f.refused("longer signature", f.genuine+"AAAA")
	f.refused("zero signature", parts[0]+"."+parts[1]+"."+strings.Repeat("A", len(parts[2])))
	for i := range f.genuine {
		changed := []byte(f.genuine)
		changed[i] = map[bool]byte{true: 'B', false: 'A'}[changed[i] == 'A']
		f.refused("changed character", string(changed))
	}
}

func TestS51ForeignKeysAndAlgorithms(t *testing.T) {
	f := newForgery(t)
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	ecKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	_, edKey, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for method, key := range map[jwt.SigningMethod]any{
		jwt.SigningMethodRS256: rsaKey, jwt.SigningMethodPS256: rsaKey, jwt.SigningMethodES256: ecKey, jwt.SigningMethodEdDSA: edKey,
		jwt.SigningMethodHS256: []byte("an attacker's key of 32 bytes !!"), jwt.SigningMethodHS384: f.key.secret[:], jwt.SigningMethodHS512: f.key.secret[:],
	} {
		token := jwt.NewWithClaims(method, jwt.MapClaims(f.claims))
		token.Header["typ"] = tokenType
		signed, err := token.SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		f.refused(method.Alg(), signed)
	}
	f.refused("HS256 with a public key", f.sign(f.header, f.claims, rsaKey.N.Bytes()))
}

func TestS52WellKnownSecrets(t *testing.T) {
	f := newForgery(t)
	secrets := []string{
		"", "your-256-bit-secret", "your-secret-key", "jwt-secret", "jwt_secret", "my-32-character-ultra-secure-and-ultra-long-secret",
		"supersecret", "s3cr3t", "hmac-secret", "change-me", "dev", "fortnight-secret", strings.Repeat("\x00", 32), strings.Repeat("0", 64),
	}
	for secret := range commonPasswords {
		secrets = append(secrets, secret)
	}
	for _, secret := range secrets {
		f.refused(secret, f.sign(f.header, f.claims, []byte(secret)))
	}
}

// A token signed with the right key is refused too: nothing in a header chooses a key, and nothing in it is overlooked.
func TestS53S54S55S56S57S68Headers(t *testing.T) {
	f := newForgery(t)
	attacker := []byte("an attacker's key of 32 bytes !!")
	jwk := map[string]any{"kty": "oct", "k": base64.RawURLEncoding.EncodeToString(attacker)}
	for name, value := range map[string]any{
		"S53 jwk": jwk, "S53 x5c": []string{"MIIB"}, "S54 jku": "https://attacker.example/keys", "S54 x5u": "https://attacker.example/cert",
		"S54 iss": "https://attacker.example", "S55 kid": "../../../../dev/null", "S56 kid": "x' UNION SELECT 'key' --", "S57 kid": 7,
		"S57 kid ": []any{map[string]any{}}, "S57 kid  ": "$(id)", "S57 kid   ": strings.Repeat("k", 2000), "S57 kid    ": true,
		"S68 crit": []string{"exp"}, "S68 crit ": []string{}, "S68 b64": false, "S68 zip": "DEF", "S68 cty": "JWT",
	} {
		header := with(f.header, strings.Fields(name)[1], value)
		f.refused(name+", attacker's key", f.sign(header, f.claims, attacker))
		f.refused(name+", empty key", f.sign(header, f.claims, nil))
		f.refused(name+", right key", f.sign(header, f.claims, f.key.secret[:]))
	}
	for _, typ := range []any{nil, "", "JWT", "jwt", "AT+JWT", "application/at+jwt", "rt+jwt", "id_token", 7, []string{"at+jwt"}} {
		f.refused("S68 typ", f.sign(with(f.header, "typ", typ), f.claims, f.key.secret[:]))
	}
}

func TestS58S60S62NotAnAccessToken(t *testing.T) {
	f := newForgery(t)
	parts := strings.Split(f.genuine, ".")
	for name, token := range map[string]string{
		"empty": "", "dots": "..", "one segment": parts[0], "four segments": f.genuine + ".x", "JWE": strings.Repeat("e30.", 4) + "e30",
		"JSON form": `{"payload":"` + parts[1] + `","signatures":[{"protected":"` + parts[0] + `","signature":"` + parts[2] + `"}]}`,
		"null":      "null", "bnVsbA": "bnVsbA.bnVsbA.bnVsbA", "array": "W10.W10.W10", "NUL": "\x00", "invalid UTF-8": "\xff.\xfe.\xfd",
		"spaces": " " + f.genuine, "newline": f.genuine + "\n", "newline inside": parts[0] + ".\n" + parts[1] + "." + parts[2], "padding": parts[0] + "=." + parts[1] + "." + parts[2],
		"header not JSON": "eyI." + parts[1] + "." + parts[2], "scheme": "Bearer " + f.genuine,
		"64 KB": f.genuine + strings.Repeat("A", 64<<10), "1.5 MB": strings.Repeat("A", 3<<19), "1.5 MB of dots": strings.Repeat(".", 3<<19),
		"a long claim":  f.sign(f.header, with(f.claims, "note", strings.Repeat("x", maxAccessToken)), f.key.secret[:]),
		"refresh token": f.logIn("rider@example.com").RefreshToken,
	} {
		f.refused(name, token)
	}
}

func TestS63S64Times(t *testing.T) {
	f := newForgery(t)
	now := f.now().Unix()
	for name, changed := range map[string]map[string]any{
		"S63 no exp": with(f.claims, "exp", nil), "S63 exp 0": with(f.claims, "exp", 0), "S63 exp below 0": with(f.claims, "exp", -1),
		"S63 exp text": with(f.claims, "exp", "2999"), "S63 exp huge": with(f.claims, "exp", 1e300), "S63 exp null": with(f.claims, "exp", json.RawMessage("null")),
		"S63 exp list": with(f.claims, "exp", []int{1}), "S63 exp past": with(with(f.claims, "exp", now-31), "iat", now-800),
		"S63 exp in an hour": with(f.claims, "exp", now+3600), "S63 no iat": with(f.claims, "iat", nil), "S63 iat ahead": with(f.claims, "iat", now+60),
		"S64 nbf ahead": with(f.claims, "nbf", now+32), "S64 no nbf": with(f.claims, "nbf", nil), "S64 nbf text": with(f.claims, "nbf", "now"),
		"S64 nbf beyond all time": with(f.claims, "nbf", 1e308), "S64 nbf in the year 10000": with(f.claims, "nbf", lastSecond+1),
	} {
		f.refused(name, f.sign(f.header, changed, f.key.secret[:]))
	}
	f.accepted("exp within the leeway", f.sign(f.header, with(f.claims, "exp", now-25), f.key.secret[:]))
	f.accepted("nbf within the leeway", f.sign(f.header, with(f.claims, "nbf", now+25), f.key.secret[:]))

	f.advance(AccessLife)
	f.accepted("the genuine token at its end", f.genuine)
	f.advance(clockLeeway)
	f.refused("the genuine token beyond the leeway", f.genuine)
}

// Claims of a wrong JSON type are refused also where their value would be right.
func TestS63ClaimsOfAWrongType(t *testing.T) {
	f := newForgery(t)
	for _, claim := range []string{"exp", "nbf", "iat"} {
		value := fmt.Sprint(f.claims[claim])
		f.accepted(claim+" as a number", f.sign(f.header, with(f.claims, claim, json.RawMessage(value)), f.key.secret[:]))
		f.refused(claim+" as a text", f.sign(f.header, with(f.claims, claim, value), f.key.secret[:]))
		f.refused(claim+" in a list", f.sign(f.header, with(f.claims, claim, json.RawMessage("["+value+"]")), f.key.secret[:]))
	}
	for _, claim := range []string{"iss", "sub", "sid", "jti"} {
		f.refused(claim+" in a list", f.sign(f.header, with(f.claims, claim, []any{f.claims[claim]}), f.key.secret[:]))
	}
	f.refused("aud with a number", f.sign(f.header, with(f.claims, "aud", []any{tokenAudience, 7}), f.key.secret[:]))
}

func TestS65S66S67AudienceIssuerSubject(t *testing.T) {
	f := newForgery(t)
	for claim, values := range map[string][]any{
		"aud": {nil, "", "other", "fortnight-api ", []string{}, []string{"other"}, 7, map[string]any{}},
		"iss": {nil, "", "other", "https://attacker.example", "Fortnight", 7, []string{"fortnight"}},
		"sub": {nil, "", "1", "rider@example.com", newUUID(t), strings.ToUpper(f.claims["sub"].(string)), "{" + f.claims["sub"].(string) + "}",
			"urn:uuid:" + f.claims["sub"].(string), "../../etc/passwd", "' OR 1=1 --", "\x00", 7, []string{f.claims["sub"].(string)}},
		"sid": {nil, "", "1", newUUID(t), f.claims["sub"], 7},
		"jti": {nil, "", "1", 7},
	} {
		for _, value := range values {
			f.refused(claim, f.sign(f.header, with(f.claims, claim, value), f.key.secret[:]))
		}
	}
	f.accepted("one of several audiences", f.sign(f.header, with(f.claims, "aud", []string{"other", tokenAudience}), f.key.secret[:]))
}

func FuzzVerify(f *testing.F) {
	f.Add("a.b.c")
	f.Add("eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.AAAA")
	f.Fuzz(func(t *testing.T, token string) {
		if _, err := newWorld(t).tokens.Verify(t.Context(), token); !errors.Is(err, ErrInvalidToken) {
			t.Errorf("%q: got %v", token, err)
		}
	})
}
