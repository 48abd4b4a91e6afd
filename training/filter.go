package training

// WorkoutFilter says which workouts are meant. What is nil or empty does not limit; what is given must all hold.
type WorkoutFilter struct {
	Sports     []Sport
	Focuses    []Focus
	MinSeconds *int
	MaxSeconds *int
	MinTSS     *float64
	MaxTSS     *float64
	Tags       []string    // all of them
	Mine       *bool       // true: own ones alone; false: the shared library alone
	Text       *string     // these words in title, description or tags
	HasZone    *ZoneFilter // with time in a zone
	ExerciseID *ExerciseID
}

// ZoneFilter asks for at least MinSeconds in a zone, 1 to 7.
type ZoneFilter struct {
	Zone       int
	MinSeconds int
}

// WorkoutOrder is an order of workouts; ties are ordered by id.
type WorkoutOrder string

// The orders.
const (
	OrderTitle    WorkoutOrder = "TITLE"
	OrderDuration WorkoutOrder = "DURATION" // shortest first
	OrderTSS      WorkoutOrder = "TSS"      // least first
	OrderCreated  WorkoutOrder = "CREATED"  // newest first
	OrderUpdated  WorkoutOrder = "UPDATED"  // last changed first
)

// WorkoutOrders lists every order.
var WorkoutOrders = []WorkoutOrder{OrderTitle, OrderDuration, OrderTSS, OrderCreated, OrderUpdated}

// Validate checks a filter: every fault with the path of its field.
func (f WorkoutFilter) Validate() error {
	var faults InputError
	CheckCount(&faults, "sports", len(f.Sports), 0, len(Sports))
	CheckCount(&faults, "focuses", len(f.Focuses), 0, len(Foci))
	CheckInt(&faults, "minSeconds", f.MinSeconds, 0, 86_400)
	CheckInt(&faults, "maxSeconds", f.MaxSeconds, 0, 86_400)
	CheckFloat(&faults, "minTss", f.MinTSS, 0, 2000)
	CheckFloat(&faults, "maxTss", f.MaxTSS, 0, 2000)
	if CheckCount(&faults, "tags", len(f.Tags), 0, 12) {
		for _, tag := range f.Tags {
			CheckLine(&faults, "tags", tag, 1, 40)
		}
	}
	if f.Text != nil {
		CheckText(&faults, "text", *f.Text, 1, 200)
	}
	if f.HasZone != nil {
		CheckInt(&faults, "hasZone.zone", &f.HasZone.Zone, 1, 7)
		CheckInt(&faults, "hasZone.minSeconds", &f.HasZone.MinSeconds, 1, 86_400)
	}
	if f.ExerciseID != nil {
		CheckText(&faults, "exerciseId", string(*f.ExerciseID), 1, 60)
	}
	return faults.Err()
}
