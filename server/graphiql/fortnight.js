'use strict';

// What the events of a run have made of its days, as data: no page and no network, so that it is tested by itself. A day is
// {date, sessions: [{start, title, sport, minutes, locked, reason}], rest}.
function createFortnight(from, days) {
  const list = [];
  for (let n = 0; n < days; n++) {
    const date = new Date(`${from}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + n);
    list.push({ date: date.toISOString().slice(0, 10), sessions: [], rest: '' });
  }
  const byDate = new Map(list.map((day) => [day.date, day]));
  const checks = { held: 0, broken: 0 };
  let decisions = 0;

  // Puts a session in its place of the day, in place of what was at its time.
  function put(date, session) {
    const day = byDate.get(date);
    if (!day) return '';
    day.rest = '';
    day.sessions = day.sessions.filter((other) => other.start !== session.start);
    day.sessions.push(session);
    day.sessions.sort((a, b) => (a.start < b.start ? -1 : 1));
    return date;
  }

  return {
    days: list,
    checks,
    get decisions() { return decisions; },

    // Takes one event of planEvents, and returns the date of the day that it changed, '' for none.
    take(event) {
      decisions++;
      switch (event.__typename) {
        case 'LockKept':
          return put(event.session.date, sessionOf(event.session, true));
        case 'SessionProposed':
          return put(event.session.date, { ...sessionOf(event.session, false), reason: event.session.rationale });
        case 'RestProposed': {
          const day = byDate.get(event.date);
          if (!day) return '';
          day.sessions = day.sessions.filter((session) => session.locked);
          day.rest = event.rationale;
          return event.date;
        }
        case 'SessionReplaced': {
          const day = byDate.get(event.date);
          if (!day) return '';
          const at = day.sessions.findIndex((session) => !session.locked && (!event.before || session.title === event.before.title));
          if (!event.after && at >= 0) day.sessions.splice(at, 1);
          if (event.after && at >= 0) Object.assign(day.sessions[at], { title: event.after.title, sport: event.after.sport });
          return event.date;
        }
        case 'RuleChecked':
          if (!event.check.insufficientData) checks[event.check.passed ? 'held' : 'broken']++;
      }
      return '';
    },

    // Takes the calendar as it stands at the end, which is the last word.
    settle(calendar) {
      for (const day of calendar.days) {
        const kept = byDate.get(day.date);
        if (!kept) continue;
        const reasons = new Map(kept.sessions.map((session) => [session.start, session.reason]));
        kept.sessions = day.sessions.map((session) => ({
          ...sessionOf(session, day.locked || Boolean(session.lock)), reason: session.rationale ?? reasons.get(session.start),
        }));
      }
    },
  };

  function sessionOf({ start, workout, resolved }, locked) {
    const seconds = resolved?.durationSeconds ?? workout?.durationSeconds ?? 0;
    return { start, title: workout?.title ?? 'a workout that is gone', sport: workout?.sport ?? '', minutes: Math.round(seconds / 60), locked, reason: '' };
  }
}

globalThis.createFortnight = createFortnight;
