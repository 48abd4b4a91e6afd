package main

import (
	"fmt"

	"fortnight/library"
	"fortnight/server/graphiql"
	"fortnight/training"
)

// exampleTabs are what GraphiQL opens with: run in order, they log in as the demo account, read its calendar, plan its fortnight, watch the
// plan being made and read what came of it; then the rules, what they say of a calendar that breaks them in the days after today, what else a
// plan may know of the athlete, and the road to what it all leads to.
func exampleTabs(today training.Date) []graphiql.Tab {
	const run = `{"runId": ""}`
	tuesday := today.AddDays(2)
	for tuesday.Weekday() != training.Tuesday {
		tuesday++
	}
	return []graphiql.Tab{
		{Query: fmt.Sprintf(`# 1. Log in as the demo account: press ▶, or
# Ctrl+Enter. The other tabs use the access token
# that comes back. Then go on to the tab on the
# right.
mutation LogIn {
  logIn(input: {email: %q, password: %q}) {
    accessToken
    expiresAt
    user { name role profile { level priority goal ftpWatts thresholdSecondsPerKilometer } }
  }
}
`, demoLogin.Email, demoLogin.Password)},
		{Query: `# 2. The calendar as it stands: two locks, and the
# form that six weeks of training left.
query Calendar {
  calendar {
    from to revision
    days {
      date locked availableSeconds tss
      fitness { fitness fatigue form }
      sessions { start lock status rationale workout { title sport } resolved { durationSeconds tss instructions } }
    }
    certificate { verdict hash }
  }
}
`},
		{Query: `# 3. Workouts by meaning, with their nested steps,
# and in words.
query Search {
  searchWorkouts(text: "short and hilly, easy on the calves", first: 3) {
    nodes {
      score reasons
      workout {
        title sport focus durationSeconds tss loadMethod
        blocks {
          name repeats
          steps {
            __typename label
            ... on EnduranceStep { end { kind seconds meters } target { kind shape start end } }
            ... on RepeatStep { repeats steps { label } }
          }
        }
        instructions
      }
    }
  }
}
`},
		{Query: `# 4. Ask for a fortnight. The answer comes at
# once; the run goes on.
mutation GeneratePlan($wish: String) {
  generatePlan(input: {wish: $wish}) {
    run { id status engine from days }
  }
}
`, Variables: `{"wish": "no running on Wednesdays; a long ride on Saturday"}`},
		{Query: `# 5. Watch every decision: the stored ones, then
# live ones, then the end. The run is the last one
# asked for. The page /watch draws the days from
# these events.
subscription Watch($runId: ID!) {
  planEvents(runId: $runId) {
    __typename sequence stage message
    ... on LockKept {
      session {
        date start
        workout { title sport durationSeconds }
      }
    }
    ... on SessionProposed {
      session {
        date start rationale
        workout { title sport durationSeconds }
        resolved { durationSeconds }
      }
    }
    ... on RestProposed { date rationale }
    ... on SessionReplaced {
      date before { title } after { title sport }
    }
    ... on RuleChecked {
      check {
        rule { id title }
        passed insufficientData measured limit
      }
    }
    ... on RunFailed {
      code
      certificate {
        conflicts { message repairs { message } }
      }
    }
  }
}
`, Variables: run},
		{Query: `# 6. What came of it: the days, each change with
# its reason, and the certificate.
query Run($runId: ID!) {
  planRun(id: $runId) {
    status applied failure from days
    calendar {
      days { date locked sessions { start lock rationale workout { title sport } resolved { durationSeconds } } }
    }
    changes { kind date before { title } after { title } reason }
    certificate { verdict violations { rule { id } severity from to measured limit message } }
  }
}
`, Variables: run},
		{Query: `# 7. The rules, with the demo athlete's limits,
# their evidence and their sources.
query Rules {
  rules { limit overridden rule { id title statement severity unit evidence source } }
}
`},
		{Query: fmt.Sprintf(`# 8. A broken calendar, without storing it: two
# hard runs a day apart with heavy legs between
# them, all locked. What clashes, in the smallest
# sets, what would resolve it, and every rule that
# fails.
query BrokenCalendar {
  checkCalendar(input: {from: %[1]q, days: 7, sessions: [
    {date: %[1]q, start: "06:30", workoutId: %[3]q, lock: EVERYTHING}
    {date: %[1]q, start: "18:00", workoutId: %[4]q, lock: EVERYTHING}
    {date: %[2]q, start: "06:30", workoutId: %[5]q, lock: EVERYTHING}
  ]}) {
    certificate {
      verdict partial
      conflicts {
        message
        rules { id statement evidence source }
        sessions { date start workout { title } }
        repairs { kind message }
        advice
      }
      violations { rule { id } severity from to measured limit margin unit message }
    }
    days { date tss fitness { form } sessions { start workout { title } } }
  }
}
`, tuesday, tuesday+1, workoutNamed("Track 800s for VO2max"), workoutNamed("Heavy lower body: squat and hinge"),
			workoutNamed("Cruise intervals: five kilometres at threshold"))},
		{Query: fmt.Sprintf(`# 9. What a plan may know of the athlete: the goal
# as data, experience, what hurts, and what there
# is to train with, in a hotel too. Plans go by it
# from then on: conditions: [] has the wrist well.
mutation Profile {
  updateProfile(input: {
    trainingGoal: {kind: TIME, format: RUN_10K, targetSeconds: 2760, by: %[1]q}
    weeklyHours: 7.5, sessionsPerWeek: 7, strengthExperienceMonths: 40
    longestSessions: [{sport: RUN, seconds: 5100, meters: 14000, date: %[2]q}]
    conditions: [HURT_WRIST]
    availableEquipment: [GYM, BIKE, TRAINER, POOL, ROWER]
    equipmentOnDates: [{from: %[3]q, to: %[4]q, equipment: [TREADMILL, DUMBBELLS], note: "hotel"}]
  }) {
    user {
      profile {
        goal trainingGoal { kind event { name } format targetSeconds by }
        conditions availableEquipment equipmentOnDates { from to equipment note }
        events { name date format expectedSeconds ascentMeters }
      }
    }
  }
}
`, today+63, today-6, today+20, today+23)},
		{Query: `# 10. The road to the event: the fortnight as it
# would be planned, then a preview of each week up
# to the day.
query Season {
  season {
    goal { kind format targetSeconds understood note }
    event { name date }
    daysToEvent
    weeks { startsOn phase reason stepBack preview minutes longMinutes longMeters families { title } }
    notes { kind text }
  }
}
`},
		{Query: `# 11. The families of sessions that plans are made
# of. First how far you have come in those of
# running, and what comes next; then what each is
# for, when, and how its doses climb; then doses
# of one class.
query Families {
  me {
    levels(sport: RUN) {
      family { id title }
      level rung { dose }
      evidence {
        kind date rung
        session { id }
        activity { id durationSeconds }
      }
      next { rung { level dose } notBefore words }
    }
  }
  sessionFamilies(sport: RUN) {
    id title class purpose minMinutes maxMinutes experience noviceUpTo windows gapDays avoidWith
    ladder { level dose workSeconds durationSeconds tss }
    workouts(first: 2) { title familyLevel durationSeconds tss }
  }
  workouts(filter: {classes: [THRESHOLD], minLevel: 3, maxLevel: 5, sports: [RIDE]}, first: 5, orderBy: DURATION) {
    edges { node { title familyLevel family { id title } durationSeconds instructions } }
  }
}
`},
	}
}

// workoutNamed is the id of a workout of the shared library. It panics where there is none, which a test decides.
func workoutNamed(title string) training.WorkoutID {
	for _, w := range library.Workouts() {
		if w.Title == title {
			return w.ID
		}
	}
	panic("the library has no " + title)
}
