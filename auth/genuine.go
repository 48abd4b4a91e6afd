package auth

import (
	"crypto/sha256"

	"github.com/golang-jwt/jwt/v5"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// rememberedTokens is how many access tokens are remembered as genuine, some 600 bytes each.
const rememberedTokens = 4096

// genuine are access tokens that one of the keys was found to have signed, in the form that they must have: a client shows one with every request for
// as long as it lives, and to read it takes as long as a small answer. What is asked of a token each time is what can change: the keys, the time, and whether
// its session lasts.
type genuine struct {
	known     simplelru.LRUCache[[sha256.Size]byte, genuineToken]
	validator *jwt.Validator
}

// genuineToken is what a token says, and the keys that it was held against.
type genuineToken struct {
	claims accessClaims
	keys   *keySet
}

func newGenuine(byTheClock ...jwt.ParserOption) *genuine {
	known, err := lru.New[[sha256.Size]byte, genuineToken](rememberedTokens)
	if err != nil {
		panic(err) // of a size that is not positive
	}
	return &genuine{known, jwt.NewValidator(byTheClock...)}
}

// claims are those of a token that was found genuine by these keys and is good by the clock; of others it says no, and they are to be read.
func (g *genuine) claims(digest [sha256.Size]byte, keys *keySet) (accessClaims, bool) {
	token, known := g.known.Get(digest)
	if !known || token.keys != keys || g.validator.Validate(token.claims) != nil {
		return accessClaims{}, false
	}
	return token.claims, true
}

func (g *genuine) add(digest [sha256.Size]byte, claims accessClaims, keys *keySet) {
	g.known.Add(digest, genuineToken{claims, keys})
}
