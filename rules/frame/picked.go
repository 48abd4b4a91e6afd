package frame

import "fortnight/training"

// NoSessions are those of a check that rests on none.
var NoSessions = []training.PlannedSession{}

// SessionsOf are the planned sessions that a row rests on. Those that follow each other in the plan are a part of its one list.
func (f *Frame) SessionsOf(r *Row) []training.PlannedSession {
	items := f.ItemsOf(r)
	if len(items) == 0 {
		return NoSessions
	}
	if f.sessions == nil {
		f.listSessions()
	}
	first, last := items[0].place, items[len(items)-1].place
	if last-first == len(items)-1 {
		return f.sessions[first : last+1 : last+1]
	}
	list := make([]training.PlannedSession, len(items))
	for n, i := range items {
		list[n] = f.sessions[i.place]
	}
	return list
}

// listSessions lists the planned sessions in their order.
func (f *Frame) listSessions() {
	f.sessions = make([]training.PlannedSession, 0, len(f.Input.Sessions))
	for n := range f.Items {
		if i := &f.Items[n]; i.Planned {
			i.place = len(f.sessions)
			f.sessions = append(f.sessions, i.Session.PlannedSession)
		}
	}
}

// ItemsOf are the planned items that a row rests on; the list is good until the next call.
func (f *Frame) ItemsOf(r *Row) []*Item {
	list := f.picked[:0]
	defer func() { f.picked = list }()
	if r.A != nil || r.B != nil {
		for _, i := range [2]*Item{r.A, r.B} {
			if i != nil && i.Planned {
				list = append(list, i)
			}
		}
		return list
	}
	if r.From != r.To && !r.Broken() {
		return nil
	}
	for n := f.Firsts[max(r.From, 1)]; n < len(f.Items) && f.Items[n].Day <= r.To; n++ {
		if i := &f.Items[n]; i.Planned && (r.Pick == nil && i.Day < r.To || r.Pick != nil && r.Pick(i)) {
			list = append(list, i)
		}
	}
	return list
}
