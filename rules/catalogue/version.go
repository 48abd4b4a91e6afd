package catalogue

// versions are those of rules that say something else than they once did: of science.md's those that coaching.md §8 corrects, and LCK-2, which counts what
// locks break and no more the sets that they stand in. Any other rule is what it was at first, version 1.
var versions = map[Code]int{
	VOL1: 2, VOL2: 2, VOL3: 2, LD3: 2, LD8: 2, RST2: 2, RET2: 2, CON2: 2, CON8: 2, INT1: 2, INT4: 2, INT5: 2, INT6: 2, INT7: 2, TAP1: 3, TAP2: 2, TAP3: 2,
	TAP4: 2, TAP7: 2, DAT1: 2, WHO2: 2, WHO3: 2, WHO4: 2, STR1: 3, LCK2: 2,
}

// version is which a rule is, from 1.
func (c Code) version() int { return max(1, versions[c]) }
