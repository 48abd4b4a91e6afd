package frame

// Prepare works out what the families share.
func (f *Frame) Prepare() {
	f.findDays()
	f.markKeys()
	f.placeRaces()
	f.sumWeeks()
	f.dirty = f.Input.Days + 1
}

// markKeys works out which items are key: exactly the flagged ones where anything is flagged, else every HI and the longest endurance
// session of each seven days (science §0b).
func (f *Frame) markKeys() {
	planned := f.Items[f.Firsts[1]:]
	byFlag := false
	for n := range planned {
		byFlag = byFlag || planned[n].flagged
	}
	marks := planned // what lies before the plan is marked once
	if f.Changed == EveryConcern || byFlag != f.byFlag {
		marks, f.byFlag = f.Items, byFlag
	}
	var longest [MaxDays/7 + 1]*Item
	for n := range planned {
		i := &planned[n]
		if byFlag || i.Endurance == 0 || !i.Endures {
			continue
		}
		if week := (i.Day - 1) / 7; longest[week] == nil || i.Seconds > longest[week].Seconds {
			longest[week] = i
		}
	}
	for n := range marks {
		i := &marks[n]
		key := byFlag && i.flagged || !byFlag && (i.HI || i.Day >= 1 && longest[(i.Day-1)/7] == i)
		if key != i.Key {
			i.Key = key
			f.Changed |= KeyConcern
		}
	}
}
