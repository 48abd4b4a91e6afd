package catalogue

// Code is a rule's place in the catalogue.
type Code uint8

// The rules, in the order of the catalogue.
const (
	LCK1 Code = iota
	LCK2
	AVL1
	AVL2
	AVL3
	AVL4
	DAT1
	DAT2
	LD1
	LD2
	LD3
	LD4
	LD5
	LD6
	LD7
	LD8
	INT1
	INT2
	INT3
	INT4
	INT5
	INT6
	INT7
	CON1
	CON2
	CON3
	CON4
	CON5
	CON6
	CON7
	CON8
	CON9
	RST1
	RST2
	RST3
	STR1
	STR2
	STR3
	STR4
	STR5
	STR6
	VOL1
	VOL2
	VOL3
	VOL4
	SPK1
	TAP1
	TAP2
	TAP3
	TAP4
	TAP5
	TAP6
	TAP7
	RED1
	RED2
	RED3
	RED4
	RED5
	RED6
	RET1
	RET2
	RET3
	RET4
	RET5
	WHO1
	WHO2
	WHO3
	WHO4
	WHO5
	FIL1
	WIN1
	MIN1
	PRG1
	BUD1
	GoalFitness
	Count = iota
)

// ids are the names by which clients know the rules.
var ids = [Count]ID{
	LCK1: "LCK-1", LCK2: "LCK-2",
	AVL1: "AVL-1", AVL2: "AVL-2", AVL3: "AVL-3", AVL4: "AVL-4",
	DAT1: "DAT-1", DAT2: "DAT-2",
	LD1: "LD-1", LD2: "LD-2", LD3: "LD-3", LD4: "LD-4", LD5: "LD-5", LD6: "LD-6", LD7: "LD-7",
	LD8:  "LD-8",
	INT1: "INT-1", INT2: "INT-2", INT3: "INT-3", INT4: "INT-4", INT5: "INT-5", INT6: "INT-6",
	INT7: "INT-7",
	CON1: "CON-1", CON2: "CON-2", CON3: "CON-3", CON4: "CON-4", CON5: "CON-5", CON6: "CON-6",
	CON7: "CON-7", CON8: "CON-8", CON9: "CON-9",
	RST1: "RST-1", RST2: "RST-2", RST3: "RST-3",
	STR1: "STR-1", STR2: "STR-2", STR3: "STR-3", STR4: "STR-4", STR5: "STR-5", STR6: "STR-6",
	VOL1: "VOL-1", VOL2: "VOL-2", VOL3: "VOL-3", VOL4: "VOL-4",
	SPK1: "SPK-1",
	TAP1: "TAP-1", TAP2: "TAP-2", TAP3: "TAP-3", TAP4: "TAP-4", TAP5: "TAP-5", TAP6: "TAP-6",
	TAP7: "TAP-7",
	RED1: "RED-1", RED2: "RED-2", RED3: "RED-3", RED4: "RED-4", RED5: "RED-5", RED6: "RED-6",
	RET1: "RET-1", RET2: "RET-2", RET3: "RET-3", RET4: "RET-4", RET5: "RET-5",
	WHO1: "WHO-1", WHO2: "WHO-2", WHO3: "WHO-3", WHO4: "WHO-4", WHO5: "WHO-5",
	FIL1: "FIL-1", WIN1: "WIN-1", MIN1: "MIN-1", PRG1: "PRG-1", BUD1: "BUD-1",
	GoalFitness: "GOAL",
}

// ID is the rule's name: "INT-1".
func (c Code) ID() ID { return ids[c] }

// Family is the letters of a rule's name: "INT".
func (c Code) Family() string { return string(ids[c][:3]) }

// CodeOf finds a rule by its name, and tells whether there is one of it.
func CodeOf(id ID) (Code, bool) {
	c, known := codes[id]
	return c, known
}

var codes = func() map[ID]Code {
	byID := make(map[ID]Code, Count)
	for c, id := range ids {
		byID[id] = Code(c)
	}
	return byID
}()
