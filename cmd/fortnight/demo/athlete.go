package demo

import (
	"context"
	"fmt"
	"math"
	"time"

	"fortnight/training"
)

// Login is an account to sign up.
type Login struct {
	Email, Password, Name string
}

// Doer sends one operation; [Client] is one, and so is a server in its own process.
type Doer interface {
	Do(ctx context.Context, query string, variables, data any) error
}

// SignUp opens an account.
func SignUp(ctx context.Context, api Doer, who Login) (accessToken string, err error) {
	var data struct{ SignUp struct{ AccessToken string } }
	err = api.Do(ctx, `mutation SignUp($input: SignUpInput!) { signUp(input: $input) { accessToken } }`,
		map[string]any{"input": map[string]any{
			"email": who.Email, "password": who.Password, "name": who.Name, "timeZone": "Europe/Berlin",
		}}, &data)
	return data.SignUp.AccessToken, err
}

// LogIn returns an access token of an account that is there.
func LogIn(ctx context.Context, api Doer, who Login) (accessToken string, err error) {
	var data struct{ LogIn struct{ AccessToken string } }
	err = api.Do(ctx, `mutation LogIn($input: LogInInput!) { logIn(input: $input) { accessToken } }`,
		map[string]any{"input": map[string]any{"email": who.Email, "password": who.Password}}, &data)
	return data.LogIn.AccessToken, err
}

// Described logs in and tells whether Describe once came to its end for the account: its last step is an event.
func Described(ctx context.Context, api *Client, who Login) (bool, error) {
	token, err := LogIn(ctx, api, who)
	if err != nil {
		return false, err
	}
	api.Token = token
	var data struct {
		Me struct {
			Profile struct {
				Events []struct{ ID string }
			}
		}
	}
	err = api.Do(ctx, "{ me { profile { events { id } } } }", nil, &data)
	return len(data.Me.Profile.Events) > 0, err
}

// Delete deletes the account that the client is logged in to.
func Delete(ctx context.Context, api *Client, who Login) error {
	var data any
	err := api.Do(ctx, `mutation Delete($input: DeleteAccountInput!) { deleteAccount(input: $input) { userId } }`,
		map[string]any{"input": map[string]any{"password": who.Password}}, &data)
	api.Token = ""
	return err
}

// Describe makes of a new account a hybrid athlete: a profile, hours to train in, six weeks of history, a race some nine weeks away and a time to
// run there, and two locks in the fortnight after today — a group ride and an evening in the gym.
func Describe(ctx context.Context, api Doer, today training.Date) error {
	steps := []struct {
		what string
		do   func(context.Context, Doer, training.Date) error
	}{
		{"profile", describeProfile}, {"availability", describeAvailability}, {"history", logHistory}, {"locks", lockTwo}, {"event", enterRace},
	}
	for _, step := range steps {
		if err := step.do(ctx, api, today); err != nil {
			return fmt.Errorf("%s: %w", step.what, err)
		}
	}
	return nil
}

func describeProfile(ctx context.Context, api Doer, today training.Date) error {
	var data any
	return api.Do(ctx, `mutation Profile($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }`, map[string]any{
		"input": map[string]any{
			"level": "INTERMEDIATE", "priority": "HYBRID", "sex": "FEMALE", "birthDate": today.AddDays(-34 * 365).String(),
			"goal": "A faster 10 km while keeping my squat", "ftpWatts": 215, "thresholdSecondsPerKilometer": 285,
			"thresholdHeartRate": 172, "maxHeartRate": 188, "restingHeartRate": 52, "thresholdsMeasuredOn": today.AddDays(-20).String(),
			"bodyMassKilograms": 64, "heightCentimeters": 170, "strengthExperienceMonths": 40, "weeklyHours": 5.75, "sessionsPerWeek": 6,
			"availableEquipment": []string{"GYM", "BIKE", "TRAINER", "POOL", "ROWER"}, "sportExperienceMonths": []map[string]any{
				{"sport": "RUN", "months": 48}, {"sport": "RIDE", "months": 30}, {"sport": "SWIM", "months": 14}, {"sport": "ROW", "months": 14},
			},
			"oneRepMaxes": []map[string]any{
				{"exerciseId": "back-squat", "kilograms": 92.5, "measuredOn": today.AddDays(-30).String()},
				{"exerciseId": "deadlift", "kilograms": 115, "measuredOn": today.AddDays(-30).String()},
				{"exerciseId": "bench-press", "kilograms": 52.5, "measuredOn": today.AddDays(-30).String()},
			},
		},
	}, &data)
}

// enterRace enters a 10 km on the first Sunday that is sixty days away. It is the last step: an account with an event is described as a whole but for the time wanted there, which needs the event.
func enterRace(ctx context.Context, api Doer, today training.Date) error {
	day := today.AddDays(60)
	for day.Weekday() != training.Sunday {
		day++
	}
	var data struct {
		SaveEvent struct{ Event struct{ ID string } }
	}
	err := api.Do(ctx, `mutation Event($event: SaveEventInput!) { saveEvent(input: $event) { event { id } } }`, map[string]any{
		"event": map[string]any{"name": "City 10 km", "date": day.String(), "sport": "RUN", "priority": "A", "distanceMeters": 10000,
			"format": "RUN_10K", "expectedSeconds": 2820},
	}, &data)
	if err != nil {
		return err
	}
	return api.Do(ctx, `mutation Goal($goal: TrainingGoalInput!) { updateProfile(input: {trainingGoal: $goal}) { user { id } } }`, map[string]any{
		"goal": map[string]any{"kind": "TIME", "eventId": data.SaveEvent.Event.ID, "targetSeconds": 2760},
	}, new(any))
}

func describeAvailability(ctx context.Context, api Doer, _ training.Date) error {
	window := func(day, from, to string) map[string]any {
		return map[string]any{"weekday": day, "from": from, "to": to}
	}
	var data any
	return api.Do(ctx, `mutation Availability($input: SetAvailabilityInput!) { setAvailability(input: $input) { user { id } } }`,
		map[string]any{"input": map[string]any{"availability": []map[string]any{
			window("MONDAY", "06:30", "07:30"), window("TUESDAY", "06:30", "07:45"), window("TUESDAY", "18:00", "19:30"),
			window("WEDNESDAY", "06:30", "07:45"), window("THURSDAY", "06:30", "07:45"), window("THURSDAY", "18:00", "19:30"),
			window("FRIDAY", "06:30", "07:30"), window("SATURDAY", "08:00", "12:00"), window("SUNDAY", "08:00", "11:00"),
		}}}, &data)
}

// usualWeek is what the athlete has been doing, by weekday from Monday; nothing on Monday and Friday.
var usualWeek = map[training.Weekday]struct {
	sport             training.Sport
	minutes           int
	intensity         float64
	rpe, hardLegSets  int
	highMinutes       int
	metersPerMinute   float64
	strengthTSSMinute float64
}{
	training.Tuesday:   {sport: training.Run, minutes: 50, intensity: 0.88, rpe: 7, highMinutes: 16, metersPerMinute: 190},
	training.Wednesday: {sport: training.Strength, minutes: 55, rpe: 7, hardLegSets: 8, strengthTSSMinute: 0.85},
	training.Thursday:  {sport: training.Run, minutes: 45, intensity: 0.78, rpe: 4, metersPerMinute: 172},
	training.Saturday:  {sport: training.Ride, minutes: 120, intensity: 0.72, rpe: 5},
	training.Sunday:    {sport: training.Run, minutes: 70, intensity: 0.77, rpe: 4, metersPerMinute: 170},
}

// logHistory records 42 days: three weeks of building and an easier one, and again.
func logHistory(ctx context.Context, api Doer, today training.Date) error {
	var activities []map[string]any
	for back := 42; back >= 1; back-- {
		day := today.AddDays(-back)
		usual, trained := usualWeek[day.Weekday()]
		if !trained {
			continue
		}
		factor := []float64{0.92, 0.97, 1.02, 0.75}[(42-back)/7%4] * (1 + 0.04*math.Sin(float64(back)*1.7))
		minutes := math.Round(float64(usual.minutes) * factor)
		activity := map[string]any{
			"externalId": fmt.Sprintf("demo-%s", day), "date": day.String(), "start": "07:00", "sport": usual.sport,
			"durationSeconds": int(minutes) * 60, "rpe": usual.rpe,
		}
		if usual.sport == training.Strength {
			activity["tss"] = math.Round(minutes * usual.strengthTSSMinute)
			activity["hardLegSets"] = usual.hardLegSets
		} else {
			activity["intensityFactor"] = usual.intensity
			activity["highIntensitySeconds"] = usual.highMinutes * 60
		}
		if usual.metersPerMinute > 0 {
			activity["distanceMeters"] = math.Round(minutes * usual.metersPerMinute)
		}
		activities = append(activities, activity)
	}
	var data any
	return api.Do(ctx, `mutation History($input: LogActivitiesInput!) { logActivities(input: $input) { activities { id } } }`,
		map[string]any{"input": map[string]any{"activities": activities}}, &data)
}

// lockTwo fixes a ride on the first Saturday and a gym evening on the first Tuesday that are at least two days away.
func lockTwo(ctx context.Context, api Doer, today training.Date) error {
	ride, err := findWorkout(ctx, api, "a long steady ride of two hours at low intensity", "RIDE", 6600, 8400) // as long as the athlete rides each Saturday
	if err != nil {
		return err
	}
	gym, err := findWorkout(ctx, api, "heavy squats and lower body strength", "STRENGTH", 2400, 5400)
	if err != nil {
		return err
	}
	for _, lock := range []struct {
		workout string
		day     training.Weekday
		start   string
	}{{ride, training.Saturday, "08:30"}, {gym, training.Tuesday, "18:00"}} {
		day := today.AddDays(2)
		for day.Weekday() != lock.day {
			day++
		}
		var data any
		if err := api.Do(ctx, `mutation Lock($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } } }`,
			map[string]any{"input": map[string]any{"workoutId": lock.workout, "date": day.String(), "start": lock.start, "lock": "EVERYTHING"}},
			&data); err != nil {
			return err
		}
	}
	return nil
}

func findWorkout(ctx context.Context, api Doer, text, sport string, minSeconds, maxSeconds int) (string, error) {
	var data struct {
		SearchWorkouts struct {
			Nodes []struct{ Workout struct{ ID string } }
		}
	}
	err := api.Do(ctx, `query Find($text: String!, $filter: WorkoutFilter!) { searchWorkouts(text: $text, filter: $filter, first: 1) { nodes { workout { id } } } }`,
		map[string]any{"text": text, "filter": map[string]any{"sports": []string{sport}, "minSeconds": minSeconds, "maxSeconds": maxSeconds}}, &data)
	if err != nil {
		return "", err
	}
	if len(data.SearchWorkouts.Nodes) == 0 {
		return "", fmt.Errorf("the library has no %s of %s to %s", sport, time.Duration(minSeconds)*time.Second, time.Duration(maxSeconds)*time.Second)
	}
	return data.SearchWorkouts.Nodes[0].Workout.ID, nil
}
