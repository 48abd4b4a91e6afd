// Package reads executes queries: it compiles a query that was validated into a plan, once, and then answers it by appending JSON to a
// buffer, in one goroutine. Mutations, subscriptions and introspection are gqlgen's, and so are a document's limits, rules, variables and
// price, which come before: [Schema] takes the place of gqlgen's executable schema and of nothing else.
//
// # Why
//
// gqlgen executes a query field by field: a context, a path and a closure for each, a goroutine for each item of a list and each resolver
// among its siblings, and a tree of marshalers that is written at the end. For a page of 50 workouts with 7,000 fields that is two thirds of
// the processor time of the whole request, and 40 times what it takes to copy the bytes of the answer.
//
// # What is generated
//
// tools/generate runs gqlgen, and from the same bindings of the schema to Go writes generated.go, so that a field that is new in the schema
// costs nothing by hand:
//
//   - append_T writes an object of type T: a switch over the fields that were selected, each a struct's field, a method, or a value that a
//     resolver gave before. What a value looks like in JSON (null, list, enum, scalar) is a function for each of its types, as in gqlgen.
//   - visit_T looks into an object for what has to be asked for below it.
//   - call asks for the value of one field: it calls the same method of the same resolvers, with the same directives around it.
//   - the tables objects and several say which field of the schema is which case of which switch.
//
// graph/arguments.go, generated too, has gqlgen's own functions read arguments.
//
// # What a plan is
//
// compile.go makes it of an operation: for each object the fields that are selected, in their order, those of one name put together
// (by gqlgen's CollectFields, so that the two agree by construction), for an interface once for each type that it can be. @skip and @include
// are decided then: there is a plan for each set of values of the variables that they go by. Plans are kept with the parsed document: their
// key is the operation in it.
//
// # How a plan runs
//
// run.go first asks, level by level: all root fields, then what has to be asked for in what they gave, and so on; fields of structs cost
// nothing on the way, and where nothing is asked for nobody looks. All of a level run one after the other as coroutines ([Gathering]). One
// that needs something by an id says so to its loader and waits; when all wait the loaders read, each with one statement for all ids. So
// batches need no timer and no goroutines beside each other, and do not depend on the scheduler. Where several fields of a level will ask for
// what can be told by their objects and arguments ([Schema.Foreseeing]) it is read before, and none has to wait. What waits for something else than a loader
// (a search, the judging of a calendar) has the others wait.
//
// Then it writes, in one go, from the top. Objects are written in the order in which they were visited, so each field takes its values one
// after the other from those that it was given. What becomes larger than MaxAnswerBytes is not written to its end, and refused.
//
// # What is remembered
//
// An object that says which version of itself it is ([versioned]) is written once by a plan that runs again and again: the text of a workout's
// blocks, of the days of a calendar. Below the days stand workouts, which are asked for; what follows from the version all the same is told
// (the table told), and where the text is there nobody looks into the days. What depends on who asks or on the hour is never part of a text:
// that somebody may see the object was asked before, with each query.
//
// # What stays the same
//
// Errors have the path, the place in the document and the presentation that gqlgen gives them; null takes the place of the nearest field
// that may be null, and what stands beside it is executed all the same. A resolver that panics is an error of its field. Where anything else
// panics the query is executed by gqlgen, which alone knows what that leaves of the answer; so is one whose arguments cannot be read, and
// one with more than maxFields fields in its plan.
//
// Tests execute every query both ways ([Schema.Comparing]) and fail where bytes or errors differ, except that errors have no order. The
// setting FORTNIGHT_READ_PATH=off has gqlgen execute all.
package reads
