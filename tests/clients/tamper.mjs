// Servers that mix: the real one, whose answers are changed on the way so that one id has several contents. A check that finds nothing
// wrong with these finds nothing at all.

// each calls a function on every object of an answer, the outer ones first.
function each(value, visit) {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value);
  for (const inner of Object.values(value)) each(inner, visit);
}

// tampering is fetch with the answers changed by `change(answer, variables)`.
export const tampering = (change) => async (url, request) => {
  const response = await fetch(url, request);
  const answer = await response.json();
  change(answer, JSON.parse(request.body).variables ?? {});
  return new Response(JSON.stringify(answer), { status: response.status, headers: { 'content-type': 'application/json' } });
};

// Each way to mix, with which clients have to notice it. Relay keeps its records by the id alone, the others by type and id.
export const mixing = {
  'a workout with the watts of the athlete it was read for': {
    change(answer) {
      each(answer, (object) => { if (object.resolved) object.workout.instructions = object.resolved.instructions; });
    },
    by: ['Apollo Client 3', 'Apollo Client 4', 'urql Graphcache', 'Relay'],
  },
  'a rule with the limit of the athlete it was read for': {
    change(answer) {
      each(answer, (object) => { if (object.__typename === 'AthleteRule') object.rule.statement = `${object.rule.statement} ${object.limit}`; });
    },
    by: ['Apollo Client 3', 'Apollo Client 4', 'urql Graphcache', 'Relay'],
  },
  'the sessions of all athletes with one id': {
    change(answer) {
      each(answer, (object) => { if (object.__typename === 'PlannedSession') object.id = 'what-if'; });
    },
    by: ['Apollo Client 3', 'Apollo Client 4', 'urql Graphcache', 'Relay'],
  },
  'a person and their profile with one id': {
    change(answer) {
      each(answer, (object) => { if (object.__typename === 'User' && object.profile) object.profile.id = object.id; });
    },
    by: ['Relay'],
  },
};
