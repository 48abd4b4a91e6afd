package frame

import (
	"slices"
	"sort"

	"fortnight/training"
)

// Insert adds an item of a planned session, keeping the order of starts.
func (f *Frame) Insert(i *Item) {
	at := f.placeFor(i)
	f.Items = append(f.Items, Item{})
	copy(f.Items[at+1:], f.Items[at:])
	f.Items[at] = *i
	f.Changed |= i.concerns
	f.Load.Add(i.Day, i.TSS)
	f.resum(i.Day)
}

// placeFor is where an item belongs: after those that are before it or like it.
func (f *Frame) placeFor(i *Item) int {
	return sort.Search(len(f.Items), func(n int) bool { return inOrder(&f.Items[n], i) > 0 })
}

// Add puts a session into the plan. The frame keeps the pointer until it is removed.
func (f *Frame) Add(s *training.Session) {
	i := f.SessionItem(s)
	f.Insert(&i)
}

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
func (f *Frame) Remove(id training.SessionID) bool { return f.removeAt(f.placeOf(id)) }

// Withdraw takes out an item that was put in, and tells whether it was there.
func (f *Frame) Withdraw(i *Item) bool { return f.removeAt(f.placeOfItem(i)) }

func (f *Frame) removeAt(n int) bool {
	if n < 0 {
		return false
	}
	day := f.Items[n].Day
	f.Changed |= f.Items[n].concerns
	f.Load.Remove(day, f.Items[n].TSS)
	f.Items = slices.Delete(f.Items, n, n+1)
	f.resum(day)
	return true
}

// placeOfItem is where an item is that was put in, −1 for nowhere: the one of its session.
func (f *Frame) placeOfItem(i *Item) int {
	for n := sort.Search(len(f.Items), func(n int) bool { return f.Items[n].Start >= i.Start }); n < len(f.Items) && f.Items[n].Start == i.Start; n++ {
		if f.Items[n].Session == i.Session {
			return n
		}
	}
	return -1
}

// Replace puts an item in the place of one that was put in, if that is there. On one day those between the two alone make room.
func (f *Frame) Replace(was, by *Item) {
	n := f.placeOfItem(was)
	if n < 0 || f.Items[n].Day != by.Day {
		f.removeAt(n)
		f.Insert(by)
		return
	}
	f.Changed |= f.Items[n].concerns | by.concerns
	f.Load.Replace(by.Day, f.Items[n].TSS, by.TSS)
	at := f.placeFor(by)
	if at > n {
		at-- // without the item that leaves
		copy(f.Items[n:at], f.Items[n+1:at+1])
	} else {
		copy(f.Items[at+1:n+1], f.Items[at:n])
	}
	f.Items[at] = *by
	f.resum(by.Day)
}
