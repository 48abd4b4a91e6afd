package rules

// code is a rule's place in the catalogue.
type code uint8

const (
	lck1 code = iota
	lck2
	avl1
	avl2
	avl3
	avl4
	dat1
	dat2
	ld1
	ld2
	ld3
	ld4
	ld5
	ld6
	ld7
	ld8
	int1
	int2
	int3
	int4
	int5
	int6
	int7
	con1
	con2
	con3
	con4
	con5
	con6
	con7
	con8
	con9
	rst1
	rst2
	rst3
	str1
	str2
	str3
	str4
	str5
	str6
	vol1
	vol2
	vol3
	vol4
	tap1
	tap2
	tap3
	tap4
	tap5
	tap6
	tap7
	red1
	red2
	red3
	red4
	red5
	ret1
	ret2
	ret3
	ret4
	who1
	who2
	who3
	who4
	goalFitness
	ruleCount = iota
)

func (c code) id() ID { return catalogue[c].id }

// family is the letters of a rule's name: "INT".
func (c code) family() string { return string(catalogue[c].id[:3]) }

// codeOf finds a rule by its name.
func codeOf(id ID) (code, bool) {
	c, known := codes[id]
	return c, known
}

var codes = func() map[ID]code {
	byID := make(map[ID]code, ruleCount)
	for c := range catalogue {
		byID[catalogue[c].id] = code(c)
	}
	return byID
}()
