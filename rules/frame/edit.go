package frame

import (
	"slices"
	"sort"

	"fortnight/training"
)

// Insert adds an item, keeping the order of starts.
func (f *Frame) Insert(i Item) {
	at := sort.Search(len(f.Items), func(n int) bool { return inOrder(&f.Items[n], &i) > 0 })
	f.Items = slices.Insert(f.Items, at, i)
	f.Changed |= i.Concerns()
	f.Load.Add(i.Day, i.TSS)
	f.resum(i.Day)
}

// Add puts a session into the plan. The frame keeps the pointer until it is removed.
func (f *Frame) Add(s *training.Session) { f.Insert(f.SessionItem(s)) }

// placeOf is where the item of a planned session is, −1 for nowhere.
func (f *Frame) placeOf(id training.SessionID) int {
	for n := f.Firsts[1]; n < len(f.Items); n++ { // the first planned ones, as of the last judging or before
		if s := f.Items[n].Session; s != nil && s.ID == id {
			return n
		}
	}
	return -1
}

// Remove takes out the item of a session, and tells whether it was there.
func (f *Frame) Remove(id training.SessionID) bool {
	n := f.placeOf(id)
	if n < 0 {
		return false
	}
	day := f.Items[n].Day
	f.Changed |= f.Items[n].Concerns()
	f.Load.Remove(day, f.Items[n].TSS)
	f.Items = slices.Delete(f.Items, n, n+1)
	f.resum(day)
	return true
}

// together tells whether another item starts when one does.
func (f *Frame) together(n int) bool {
	start := f.Items[n].Start
	return n > 0 && f.Items[n-1].Start == start || n+1 < len(f.Items) && f.Items[n+1].Start == start
}

// Replace puts an item in the place of a session's. Where both start at the same time, and no other does, it is the same place.
func (f *Frame) Replace(id training.SessionID, i *Item) {
	n := f.placeOf(id)
	if n < 0 || f.Items[n].Start != i.Start || f.together(n) {
		f.Remove(id)
		f.Insert(*i)
		return
	}
	old := &f.Items[n]
	f.Changed |= old.Concerns() | i.Concerns()
	f.Load.Replace(i.Day, old.TSS, i.TSS)
	*old = *i
	f.resum(i.Day)
}
