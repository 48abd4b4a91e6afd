package live

import (
	"slices"
	"strings"

	"fortnight/training"
)

// Channels of notifications. The payload of a run and of one that is to be cancelled is its id; the queue's is empty; a coach's is the coach's id,
// and says that other athletes than before grant the coach; a calendar's announces changed days: it is the athlete's id and, after a space, the
// days; without days, any may have changed. That of ended log-ins is whose they are, nobody for many people's, and after a space the name of the
// announcement, where others are to say that they have heard it: by that name, on the channel for it.
const (
	RunChannel      = "run"
	CancelChannel   = "cancel"
	QueueChannel    = "queue"
	CoachChannel    = "coach"
	CalendarChannel = "calendar"
	LogInChannel    = "login"
	HeardChannel    = "heard"
)

// maxNotifiedDays keeps the payload below the 8,000 bytes that a notification may have.
const maxNotifiedDays = 600

// CalendarPayload is what CalendarChannel carries for an athlete; no days, or more than can be carried, are all.
func CalendarPayload(athlete training.UserID, days []training.Date) string {
	days = slices.Compact(slices.Sorted(slices.Values(days)))
	if len(days) > maxNotifiedDays {
		days = nil
	}
	texts := make([]string, len(days))
	for i, day := range days {
		texts[i] = day.String()
	}
	return strings.TrimRight(string(athlete)+" "+strings.Join(texts, ","), " ")
}

func parseCalendarPayload(payload string) (training.UserID, []training.Date) {
	athlete, list, _ := strings.Cut(payload, " ")
	if list == "" {
		return training.UserID(athlete), nil
	}
	var days []training.Date
	for text := range strings.SplitSeq(list, ",") {
		day, err := training.ParseDate(text)
		if err != nil {
			return training.UserID(athlete), nil // whoever wrote it meant something: look at every day
		}
		days = append(days, day)
	}
	return training.UserID(athlete), days
}
