package training

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
