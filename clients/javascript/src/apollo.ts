// Apollo Client 4: its link and its cache.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable, type TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import type { FormattedExecutionResult } from 'graphql';
import type { Fortnight } from './fortnight.js';
import { possibleTypes } from './generated/types.js';
import { resume } from './resume.js';
import { operationOf } from './send.js';

export { possibleTypes };

/**
 * Everything with an id is found by Apollo's own rules; there is no type that needs another key. What these add: connections grow page by page, by
 * whatever else they were asked for; and what was read in a list is there when it is asked for by its id.
 */
export const typePolicies: TypePolicies = {
  Query: {
    fields: {
      athletes: relayStylePagination(),
      workouts: relayStylePagination(['filter', 'orderBy']),
      searchWorkouts: relayStylePagination(['text', 'filter']),
      exercises: relayStylePagination(['text', 'filter']),
      activities: relayStylePagination(['athleteId', 'from', 'to']),
      planRuns: relayStylePagination(['athleteId']),
      ...Object.fromEntries(Object.entries({ athlete: 'User', session: 'PlannedSession', workout: 'Workout', planRun: 'PlanRun' }).map(([field, __typename]) => [
        field, { read: (existing, { args, toReference }) => existing ?? toReference({ __typename, id: args?.id }) },
      ])),
    },
  },
  User: {
    fields: {
      activities: relayStylePagination(['from', 'to']),
      planRuns: relayStylePagination(),
    },
  },
  PlanRun: { fields: { events: relayStylePagination(['kinds', 'stages']) } },
};

export function fortnightCache(): InMemoryCache {
  return new InMemoryCache({ possibleTypes, typePolicies });
}

/** The last link of a chain: requests with a token that renews itself, and streams that go on after a cut. */
export function fortnightLink(fortnight: Fortnight): ApolloLink {
  const http = new HttpLink({ uri: fortnight.url, fetch: fortnight.fetch });
  const stream = new ApolloLink(({ query, variables }) => new Observable((observer) => resume(fortnight, query, variables, {
    next: (result: FormattedExecutionResult) => observer.next(result),
    error: (error) => observer.error(error),
    complete: () => observer.complete(),
  })));
  return ApolloLink.split(({ query }) => operationOf(query).operation === 'subscription', stream, http);
}

/** A client with both. What it holds is forgotten when a log-in begins or ends, so that nobody sees what was another's. */
export function fortnightApollo(fortnight: Fortnight): ApolloClient {
  const client = new ApolloClient({ link: fortnightLink(fortnight), cache: fortnightCache() });
  fortnight.session.onChange(() => { void client.clearStore(); });
  return client;
}
