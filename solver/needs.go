package solver

import (
	"fortnight/brief"
	"fortnight/training"
	"fortnight/wish"
)

// kinds are those that a day's first session may have.
var kinds = []brief.Kind{brief.Easy, brief.Long, brief.Hard, brief.Lift}

// Needs are what a day, counted from 0, may be filled with: none where it is closed. They depend on the brief, the hours, the wishes and
// what is kept alone.
func (p *Problem) Needs(day int) []Need {
	if p.Brief.Days[day].Closed {
		return nil
	}
	var list []Need
	for _, k := range kinds {
		for _, sport := range p.sports(k) {
			list = append(list, p.needs(k, sport, p.From.AddDays(day))...)
		}
	}
	return list
}

// sports are those a kind of session may have: the athlete's, most time first.
func (p *Problem) sports(k brief.Kind) []training.Sport {
	if k == brief.Lift {
		return []training.Sport{training.Strength}
	}
	var list []training.Sport
	for _, s := range p.Brief.Sports {
		list = append(list, s.Sport)
	}
	return append(list, p.Brief.Wished...)
}

// needs are one for what has room on a day and, where a long session is wished for, one for that.
func (p *Problem) needs(k brief.Kind, sport training.Sport, date training.Date) []Need {
	room := p.room(date, sport)
	list := []Need{{k, sport, 0, room}}
	if least := p.longWished(date, sport, room); k == brief.Long && least > 0 {
		list = append(list, Need{k, sport, least, room})
	}
	return list
}

// room is the longest that a session of a sport may be on a day, in minutes: the longest window in steps of a quarter of an hour, so that
// days share their searches, or what the wish leaves.
func (p *Problem) room(date training.Date, sport training.Sport) int {
	longest, _ := p.Hours.Room(date)
	minutes := max(longest-longest%15, brief.EasyMinutes)
	if left, limited := p.Wishes.Left(date, sport, p.Kept); limited {
		minutes = max(min(minutes, left), brief.EasyMinutes)
	}
	return minutes
}

// longWished is from which length a session of a sport is the long one that is wished for on a day, in minutes; 0 where none is, or none
// has room.
func (p *Problem) longWished(date training.Date, sport training.Sport, room int) int {
	for _, w := range p.Wishes {
		wanted := w.Kind == wish.Prefer && w.Session == wish.Long && w.On(date) && (w.Sport == "" || w.Sport == sport)
		if least := wish.LongFrom(sport); wanted && least <= room {
			return least
		}
	}
	return 0
}
