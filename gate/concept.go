package gate

// concept is what words have in common that say the same in a sign.
type concept int

var concepts = map[string]concept{}

func conceptOf(name string) concept {
	c, known := concepts[name]
	if !known {
		c = concept(len(concepts) + 1)
		concepts[name] = c
	}
	return c
}
