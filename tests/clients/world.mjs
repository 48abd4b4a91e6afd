// A coach and two athletes whose numbers are far from each other, with the same workout on the same day.
import { sender } from './wire.mjs';

const password = 'a long enough password';
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
export const addDays = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

// The numbers of the two: no threshold is the same.
const numbers = [
  {
    name: 'Low', level: 'NOVICE', ftpWatts: 180, rowFtpWatts: 150, thresholdSecondsPerKilometer: 340, criticalSwimSecondsPer100Meters: 130,
    thresholdHeartRate: 160, maxHeartRate: 178, restingHeartRate: 60, bodyMassKilograms: 58, startingFitness: 35, squat: 60, sex: 'FEMALE',
    heightCentimeters: 166, strengthExperienceMonths: 2, weeklyHours: 4, sessionsPerWeek: 4, conditions: ['ALTITUDE'], availableEquipment: ['BIKE', 'BAND'], stations: [],
    sportExperienceMonths: [{ sport: 'RIDE', months: 7 }], wantedSeconds: 21_000,
    window: ['08:00', '11:00'], activityTss: 30, eventTss: 60,
  },
  {
    name: 'High', level: 'ADVANCED', ftpWatts: 320, rowFtpWatts: 280, thresholdSecondsPerKilometer: 215, criticalSwimSecondsPer100Meters: 88,
    thresholdHeartRate: 178, maxHeartRate: 196, restingHeartRate: 44, bodyMassKilograms: 81, startingFitness: 85, squat: 140, sex: 'MALE',
    heightCentimeters: 184, strengthExperienceMonths: 60, weeklyHours: 12, sessionsPerWeek: 9, conditions: ['HEAT'], availableEquipment: ['BIKE', 'GYM', 'POOL'], stations: ['ROWING'],
    sportExperienceMonths: [{ sport: 'RIDE', months: 120 }], wantedSeconds: 15_000,
    window: ['07:00', '15:00'], activityTss: 95, eventTss: 210,
  },
];

// zone returns a place in which it is day now, so that no test runs over midnight.
function zone(now) {
  return now.getUTCHours() >= 4 && now.getUTCHours() < 20 ? 'UTC' : 'Pacific/Auckland';
}

const signUp = `mutation SignUp($input: SignUpInput!) { signUp(input: $input) { accessToken user { id } } }`;

// makeWorld returns the coach, who may read both, and each athlete with the values of their variables.
export async function makeWorld(address) {
  const now = new Date(), timeZone = zone(now);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  const anybody = sender(address.http);
  const open = async (name, role) => {
    const { signUp: made } = await anybody(signUp, { input: { email: `${name.toLowerCase()}@example.org`, password, name, role, timeZone } });
    return { name, id: made.user.id, token: made.accessToken, send: sender(address.http, made.accessToken) };
  };
  const coach = await open('Coach', 'COACH');
  const workouts = await sharedWorkouts(coach);
  const athletes = [];
  for (const own of numbers) {
    const athlete = await open(own.name, 'ATHLETE');
    await athlete.send(`mutation { inviteCoach(input: {email: "coach@example.org"}) { email } }`);
    await coach.send(`mutation($id: ID!) { acceptInvitation(input: {athleteId: $id}) { athlete { id } } }`, { id: athlete.id });
    athletes.push({ ...athlete, own, values: await fill(coach, athlete, own, today, workouts) });
  }
  await coach.send(`mutation($id: ID!) { overrideRule(input: {athleteId: $id, ruleId: "${overridden}", limit: 72}) { rule { id } } }`, { id: athletes[0].id });
  for (const athlete of athletes) Object.assign(athlete.values, await entityIds(coach, athlete.values));
  return { address, today, coach, athletes, workouts };
}

// makeTwenty returns a coach's token, and the day that it is for the coach's twenty athletes, each with a session.
export async function makeTwenty(address) {
  const now = new Date(), timeZone = zone(now), anybody = sender(address.http);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  const open = async (name, role) => (await anybody(signUp, { input: { email: `${name}@example.org`, password, name, role, timeZone } })).signUp;
  const { accessToken: token } = await open('coach', 'COACH'), coach = sender(address.http, token);
  const { workouts } = await coach('{ workouts(filter: {sports: [RUN]}, first: 1) { nodes { id } } }');
  for (let n = 1; n <= 20; n++) {
    const { accessToken, user: { id } } = await open(`athlete-${n}`, 'ATHLETE');
    await sender(address.http, accessToken)('mutation { inviteCoach(input: {email: "coach@example.org"}) { email } }');
    await coach(`mutation($id: ID!, $session: ScheduleSessionInput!) {
      acceptInvitation(input: {athleteId: $id}) { athlete { id } }
      scheduleSession(input: $session) { session { id } }
    }`, { id, session: { athleteId: id, date: addDays(today, n % 14), start: '18:00', workoutId: workouts.nodes[0].id } });
  }
  return { today, token };
}

export const overridden = 'INT-1'; // hours between two hard sessions

// sharedWorkouts are on both calendars: one of the library, and one of the coach's own that has watts, a pace and a weight.
async function sharedWorkouts(coach) {
  const { workouts, hard } = await coach.send(`{
    workouts(filter: {sports: [RIDE], focuses: [ENDURANCE], mine: false}, first: 1) { edges { node { id } } }
    hard: workouts(filter: {sports: [RIDE], focuses: [VO2MAX], mine: false}, first: 1) { edges { node { id } } }
  }`);
  const { createWorkout } = await coach.send(`mutation($input: CreateWorkoutInput!) { createWorkout(input: $input) { workout { id } } }`, {
    input: {
      title: 'Bars and bricks', sport: 'MULTI_SPORT', focus: 'TEMPO', tags: ['shared'],
      blocks: [
        { name: 'Ride', sport: 'RIDE', steps: [
          { repeat: { repeats: 3, steps: [
            { endurance: { end: { seconds: 300 }, target: { threshold: { start: 0.8, end: 0.9, shape: 'RANGE' } }, cadence: { low: 85, high: 95 } } },
            { rest: { durationSeconds: 60 } },
          ] } },
        ] },
        { name: 'Run', sport: 'RUN', steps: [{ endurance: { end: { seconds: 600 }, target: { threshold: { start: 0.75 } } } }] },
        { name: 'Lift', sport: 'STRENGTH', steps: [
          { strength: { exerciseId: 'back-squat', sets: [{ count: 2, amount: { reps: { low: 5, high: 5 } }, load: { fractionOfOneRepMax: 0.7 }, restSeconds: 120 }] } },
        ] },
      ],
    },
  });
  return { library: workouts.edges[0].node.id, hard: hard.edges[0].node.id, own: createWorkout.workout.id };
}

// fill gives an athlete a profile, a past, a calendar and a plan, and returns the values that the coach's documents ask for.
async function fill(coach, athlete, own, today, workouts) {
  const { send } = athlete;
  const { squat, window: [from, to], activityTss, eventTss, wantedSeconds, ...profile } = own;
  const { saveEvent } = await send(`mutation($profile: UpdateProfileInput!, $windows: SetAvailabilityInput!, $event: SaveEventInput!, $past: LogActivitiesInput!, $today: Date!) {
    updateProfile(input: $profile) { user { id } }
    setAvailability(input: $windows) { user { id } }
    saveEvent(input: $event) { event { id } }
    logActivities(input: $past) { activities { id } }
    checkIn(input: {date: $today, fatigue: 3}) { checkIn { date } }
  }`, {
    today,
    profile: {
      ...profile, birthDate: '1990-05-05', goal: `The goal of ${own.name}`, startingFitnessOn: addDays(today, -20), thresholdsMeasuredOn: addDays(today, -5),
      oneRepMaxes: [{ exerciseId: 'back-squat', kilograms: squat, measuredOn: addDays(today, -5) }], loadSteps: [{ equipment: 'BARBELL', kilograms: 2.5 }],
      longestSessions: [{ sport: 'RIDE', seconds: wantedSeconds / 2, date: addDays(today, -9) }],
      equipmentOnDates: [{ from: addDays(today, 2), to: addDays(today, 4), equipment: ['TRAINER'], note: `The hotel of ${own.name}` }],
    },
    windows: {
      availability: weekdays.map((weekday) => ({ weekday, from, to })),
      dateAvailability: [{ date: addDays(today, 9), windows: [{ from, to: '10:00' }], note: `The note of ${own.name}` }],
    },
    event: { name: `The race of ${own.name}`, date: addDays(today, 60), sport: 'RIDE', priority: 'A', expectedTss: eventTss, format: 'RIDE_FONDO', expectedSeconds: wantedSeconds, ascentMeters: eventTss * 10 },
    past: { activities: Array.from({ length: 17 }, (_, n) => 2 * n + 1).map((ago) => ({ date: addDays(today, -ago), start: '08:00', sport: 'RIDE', durationSeconds: 3600, tss: activityTss, externalId: `ride-${ago}` })) },
  });
  const trainingGoal = { kind: 'RACE', eventId: saveEvent.event.id, targetSeconds: wantedSeconds, exerciseId: 'back-squat', targetKilograms: squat + 10, sports: ['RIDE'] };
  await send('mutation($goal: TrainingGoalInput!) { updateProfile(input: {trainingGoal: $goal}) { user { id } } }', { goal: trainingGoal });
  const put = async (ahead, workoutId) => {
    const input = { athleteId: athlete.id, date: addDays(today, ahead), workoutId };
    const { scheduleSession } = await coach.send(`mutation($input: ScheduleSessionInput!) { scheduleSession(input: $input) { session { id } } }`, { input });
    return scheduleSession.session.id;
  };
  const done = await put(-2, workouts.library), shared = await put(3, workouts.own), kept = await put(5, workouts.library);
  const result = { sessionId: done, durationSeconds: 3000, tss: activityTss, rpe: 6, comment: `The comment of ${own.name}`, completedShare: wantedSeconds / 21_000 };
  const { generatePlan } = await coach.send(`mutation($result: CompleteSessionInput!, $kept: ID!, $plan: GeneratePlanInput!) {
    completeSession(input: $result) { session { id } }
    lockSession(input: {sessionId: $kept}) { session { id } }
    generatePlan(input: $plan) { run { id } }
  }`, { result, kept, plan: { athleteId: athlete.id, from: addDays(today, 1), days: 7, engine: 'SOLVER', keepPlanned: true } });
  await finished(send, generatePlan.run.id, 'SUCCEEDED');
  const failedId = await clashing(coach, athlete, put, today, workouts);
  return {
    athleteId: athlete.id, from: addDays(today, -3), to: addDays(today, 10), day: addDays(today, 8), whyDay: addDays(today, 7), planFrom: addDays(today, 2), overriddenId: overridden, workoutId: workouts.own,
    sessionId: shared, runId: generatePlan.run.id, failedId,
    whatIf: { athleteId: athlete.id, from: addDays(today, 1), days: 3, sessions: [1, 2, 3].map((ahead) => ({ date: addDays(today, ahead), start: '08:00', workoutId: workouts.hard, lock: 'EVERYTHING' })) },
  };
}

// clashing asks for a plan of days on which hard sessions are locked, which fails and names them, and gives the first one back: what the run
// names stays locked, as it was then. It returns the run's id.
async function clashing(coach, athlete, put, today, { hard }) {
  const sessions = [await put(9, hard), await put(10, hard)];
  for (const id of sessions) await coach.send(`mutation($id: ID!) { lockSession(input: {sessionId: $id}) { session { id } } }`, { id });
  const plan = { athleteId: athlete.id, from: addDays(today, 9), days: 2, engine: 'SOLVER' };
  const { generatePlan } = await coach.send(`mutation($plan: GeneratePlanInput!) { generatePlan(input: $plan) { run { id } } }`, { plan });
  await finished(athlete.send, generatePlan.run.id, 'FAILED');
  await coach.send(`mutation($id: ID!) { unlockSession(input: {sessionId: $id}) { session { id } } }`, { id: sessions[0] });
  return generatePlan.run.id;
}

async function finished(send, id, want) {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const { planRun } = await send(`query($id: ID!) { planRun(id: $id) { status failure } }`, { id });
    if (planRun.status === want) return;
    if (!['QUEUED', 'RUNNING'].includes(planRun.status)) throw new Error(`the run is ${planRun.status}: ${planRun.failure}`);
  }
  throw new Error('the run took longer than a minute');
}

// entityIds names one of each kind of entity of an athlete, all of them in `ids`, and among these what is none.
async function entityIds(coach, { athleteId, from, runId, sessionId, workoutId }) {
  const found = await coach.send(`query($athleteId: ID!, $from: Date!, $runId: ID!) {
    athlete(id: $athleteId) { profile { id events { id } } }
    calendar(athleteId: $athleteId, from: $from, days: 14) { days { id } lastChange { id } }
    activities(athleteId: $athleteId, first: 1) { edges { node { id } } }
    rules(athleteId: $athleteId) { id rule { id } }
    planRun(id: $runId) { events(kinds: [SESSION_PROPOSED], first: 1) { nodes { id } } }
  }`, { athleteId, from, runId });
  const one = {
    userId: athleteId, profileId: found.athlete.profile.id, workoutId, exerciseId: 'back-squat', familyId: 'B-THR', plannedSessionId: sessionId, planDayId: found.calendar.days[6].id,
    eventId: found.athlete.profile.events[0].id, activityId: found.activities.edges[0].node.id, planRunId: runId, ruleId: found.rules[0].rule.id,
    athleteRuleId: found.rules[0].id, calendarChangeId: found.calendar.lastChange.id,
    planEventId: found.planRun.events.nodes[0].id,
  };
  return { ...one, ids: [...Object.values(one), 'nothing', crypto.randomUUID()] };
}
