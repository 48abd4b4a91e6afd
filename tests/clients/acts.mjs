// What the coach writes, each with what a cache must show of it at once, without asking again; in the end all is as it was.
const sessionOf = (data, { sessionId }) => data.calendar.days.flatMap((day) => day.sessions).find((session) => session.id === sessionId);
const dayOf = (data, values) => data.calendar.days.find((day) => day.date === values.day);
const limitOf = (data, { overriddenId }) => data.rules.find(({ rule }) => rule.id === overriddenId).limit;

const calendar = 'coachCalendarQuery';
export const acts = [
  { mutation: 'coachLockSessionMutation', query: calendar, shown: (data, values) => sessionOf(data, values).lock, want: 'EVERYTHING' },
  { mutation: 'coachUnlockSessionMutation', query: calendar, shown: (data, values) => sessionOf(data, values).lock, want: null },
  { mutation: 'coachLockDayMutation', query: calendar, shown: (data, values) => dayOf(data, values).locked, want: true },
  { mutation: 'coachUnlockDayMutation', query: calendar, shown: (data, values) => dayOf(data, values).locked, want: false },
  { mutation: 'coachOverrideRuleMutation', with: { limit: 60 }, query: 'coachRulesQuery', shown: limitOf, want: 60 },
  { mutation: 'coachOverrideRuleMutation', with: { limit: 72 }, query: 'coachRulesQuery', shown: limitOf, want: 72 },
  { mutation: 'coachThresholdMutation', with: { ftpWatts: 190 }, query: 'coachAthletesQuery', shown: thresholdOf, want: 190 },
  { mutation: 'coachThresholdMutation', with: { ftpWatts: 180 }, query: 'coachAthletesQuery', shown: thresholdOf, want: 180 },
];

function thresholdOf(data, { athleteId }) {
  return data.athletes.edges.find(({ node }) => node.id === athleteId).node.profile.ftpWatts;
}
