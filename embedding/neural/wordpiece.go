package neural

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxPieceRunes is the longest word that is cut into pieces; a longer one is unknown (Devlin 2018, the published tokenizer).
const maxPieceRunes = 100

// tokenizer is BERT's for text in any case: words without accents in small letters, each cut into the longest pieces that are known.
type tokenizer struct {
	ids                     map[string]int64
	unknown, begin, closing int64
	limit                   int // tokens, with the two that begin and close a text
}

// readTokenizer reads a vocabulary, a piece to a line, the line being its number.
func readTokenizer(path string, limit int) (*tokenizer, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	t := &tokenizer{ids: make(map[string]int64, 1<<15), limit: limit}
	for lines := bufio.NewScanner(file); ; {
		if !lines.Scan() {
			err = lines.Err()
			break
		}
		t.ids[lines.Text()] = int64(len(t.ids))
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	for name, id := range map[string]*int64{"[UNK]": &t.unknown, "[CLS]": &t.begin, "[SEP]": &t.closing} {
		found, ok := t.ids[name]
		if !ok {
			return nil, fmt.Errorf("%s has no %s", path, name)
		}
		*id = found
	}
	return t, nil
}

// encode numbers the pieces of a text, between the numbers that begin and close it: 2 to limit of them, the rest is cut off. Bytes that
// are not UTF-8 are left out.
func (t *tokenizer) encode(text string) []int64 {
	ids := append(make([]int64, 0, min(t.limit, 2+len(text)/3)), t.begin)
	for len(text) > 0 && len(ids) < t.limit {
		var chunk string
		chunk, text = nextChunk(text)
		for _, word := range splitWords(chunk) {
			if ids = t.appendPieces(ids, word); len(ids) >= t.limit {
				break
			}
		}
	}
	return append(ids[:min(len(ids), t.limit-1)], t.closing)
}

// nextChunk cuts a text at a blank, so that a long one is read no further than its first tokens.
func nextChunk(text string) (chunk, rest string) {
	if at := strings.IndexFunc(text, unicode.IsSpace); at >= 0 {
		_, size := utf8.DecodeRuneInString(text[at:])
		return text[:at], text[at+size:]
	}
	return text, ""
}

// splitWords parts a text without blanks at punctuation and Chinese characters, each of which is a word of its own.
func splitWords(chunk string) []string {
	var all []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			all = append(all, string(word))
			word = word[:0]
		}
	}
	for _, r := range norm.NFD.String(strings.ToLower(clean(chunk))) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case alone(r):
			flush()
			all = append(all, string(r))
		default:
			word = append(word, r)
		}
	}
	flush()
	return all
}

// clean leaves out what is neither seen nor a blank.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) {
			return -1
		}
		return r
	}, text)
}

// alone recognises what is a word by itself: all that is punctuation, every ASCII sign, and Chinese characters.
func alone(r rune) bool {
	if r < utf8.RuneSelf {
		return unicode.IsPunct(r) || unicode.IsSymbol(r)
	}
	return unicode.IsPunct(r) || unicode.Is(chinese, r)
}

// chinese are the blocks of unified ideographs and their compatibility forms, which the model was trained on one by one.
var chinese = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x3400, Hi: 0x4dbf, Stride: 1}, {Lo: 0x4e00, Hi: 0x9fff, Stride: 1}, {Lo: 0xf900, Hi: 0xfaff, Stride: 1}},
	R32: []unicode.Range32{
		{Lo: 0x20000, Hi: 0x2a6df, Stride: 1}, {Lo: 0x2a700, Hi: 0x2ceaf, Stride: 1}, {Lo: 0x2f800, Hi: 0x2fa1f, Stride: 1},
	},
}

// appendPieces appends the numbers of a word's pieces, the longest first; a word that cannot be cut into known ones is unknown.
func (t *tokenizer) appendPieces(ids []int64, word string) []int64 {
	if utf8.RuneCountInString(word) > maxPieceRunes {
		return append(ids, t.unknown)
	}
	known := len(ids)
	for prefix := ""; word != ""; prefix = "##" {
		end := len(word)
		for ; end > 0; end-- {
			if id, ok := t.ids[prefix+word[:end]]; ok {
				ids = append(ids, id)
				break
			}
		}
		if end == 0 {
			return append(ids[:known], t.unknown)
		}
		word = word[end:]
	}
	return ids
}
