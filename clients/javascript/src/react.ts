// Hooks over Apollo Client 4.
import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { ApolloProvider, useApolloClient, useQuery } from '@apollo/client/react';
import { createContext, createElement, useCallback, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { faultOf, type FortnightError } from './fault.js';
import type { Fortnight, Viewer } from './fortnight.js';
import {
  CalendarChangedDocument, CalendarDocument, GeneratePlanDocument, PlanEventsDocument, WhatIfDocument,
  type CalendarQuery, type CalendarQueryVariables, type CheckCalendarInput, type GeneratePlanInput, type LogInInput, type PlanEventsSubscription,
  type SignUpInput, type WhatIfQuery,
} from './generated/graphql.js';

const Context = createContext<Fortnight | undefined>(undefined);

/** All hooks below need it around them. `apollo` is `fortnightApollo(fortnight)`, or a client of one's own over `fortnightLink`. */
export function FortnightProvider({ fortnight, apollo, children }: { fortnight: Fortnight; apollo: ApolloClient; children?: ReactNode }) {
  return createElement(Context.Provider, { value: fortnight }, createElement(ApolloProvider, { client: apollo, children }));
}

export function useFortnight(): Fortnight {
  const fortnight = useContext(Context);
  if (!fortnight) throw new Error('there is no <FortnightProvider> around this');
  return fortnight;
}

/** Whether somebody is logged in, in this tab, and how to change that. */
export function useSession(): { signedIn: boolean; signUp(input: SignUpInput): Promise<Viewer>; logIn(input: LogInInput): Promise<Viewer>; logOut(): Promise<void> } {
  const { session, signUp, logIn, logOut } = useFortnight();
  const signedIn = useSyncExternalStore((changed) => session.onChange(changed), () => session.signedIn, () => session.signedIn);
  return { signedIn, signUp, logIn, logOut };
}

export type CalendarView = NonNullable<CalendarQuery['calendar']>;

/** Whose calendar, from which day, how many days: as `Query.calendar` has them. */
export interface CalendarChoice { athleteId?: string; from?: string; days?: number }

/** Documents of acts that answer with the calendar, as LockSessionDocument: what else they take is the input. */
type ActDocument<Data, Input> = TypedDocumentNode<Data, { input: Input; athlete?: string | null; from?: string | null; days?: number | null }>;

export interface LiveCalendar {
  calendar: CalendarView | undefined;
  loading: boolean;
  error: FortnightError | undefined;
  /** act does something to the calendar; when it has come back, `calendar` shows it. It throws a FortnightError, for another revision a CONFLICT. */
  act<Data, Input>(document: ActDocument<Data, Input>, input: Input): Promise<Data>;
  refetch(): Promise<void>;
}

/** A calendar that stays as it is on the server, whoever changes it. */
export function useCalendar({ athleteId, from, days = 14 }: CalendarChoice = {}): LiveCalendar {
  const client = useApolloClient();
  const variables: CalendarQueryVariables = { ...(athleteId !== undefined && { athlete: athleteId }), ...(from !== undefined && { from }), days };
  const key = JSON.stringify(variables);
  const { data, loading, error, refetch } = useQuery(CalendarDocument, { variables });
  const read = data?.calendar !== undefined && data.calendar !== null;
  const [broken, setBroken] = useState<FortnightError>();

  useEffect(() => {
    if (!read) return undefined;
    const after = client.readQuery({ query: CalendarDocument, variables })?.calendar?.revision;
    setBroken(undefined);
    const stream = client.subscribe({ query: CalendarChangedDocument, variables: { ...variables, ...(after !== undefined && { after }) } }).subscribe({
      next({ data, error }) {
        if (error) return setBroken(faultOf(error));
        const told = data?.calendarChanged;
        // The days are found by their ids; what is of the calendar itself is put beside them, unless an act has shown a later one by now.
        if (told) client.cache.updateQuery({ query: CalendarDocument, variables }, (shown) => (
          shown?.calendar && shown.calendar.revision <= told.revision ? { calendar: { ...shown.calendar, ...told.calendar } } : undefined
        ));
      },
      error: (error: unknown) => setBroken(faultOf(error)),
    });
    return () => stream.unsubscribe();
  }, [client, key, read]);

  const act = useCallback(async <Data, Input>(document: ActDocument<Data, Input>, input: Input): Promise<Data> => {
    try {
      const { data } = await client.mutate<Data, OperationVariables>({ mutation: document as TypedDocumentNode<Data, OperationVariables>, variables: { ...variables, input } });
      return data as Data;
    } catch (error) {
      throw faultOf(error);
    }
  }, [client, key]);

  return {
    calendar: data?.calendar ?? undefined, loading, act,
    error: error ? faultOf(error) : broken,
    refetch: useCallback(async () => { await refetch(); }, [refetch]),
  };
}

export type RunEvent = PlanEventsSubscription['planEvents'];

export interface LiveRun {
  events: readonly RunEvent[];
  /** The last event, when the run has ended: a RunSucceeded, a RunFailed or a RunCancelled. */
  end: RunEvent | undefined;
  error: FortnightError | undefined;
}

const nothing: LiveRun = { events: [], end: undefined, error: undefined };

/** What a run decides, from its first event to its last. */
export function useRun(runId: string | undefined): LiveRun {
  const fortnight = useFortnight();
  const [live, setLive] = useState<{ runId: string | undefined; run: LiveRun }>({ runId, run: nothing });
  useEffect(() => {
    if (runId === undefined) return undefined;
    setLive({ runId, run: nothing });
    const change = (next: (run: LiveRun) => LiveRun) => setLive((now) => (now.runId === runId ? { runId, run: next(now.run) } : now));
    return fortnight.subscribe(PlanEventsDocument, { run: runId }, {
      next: ({ data }) => { if (data) change((run) => ({ ...run, events: [...run.events, data.planEvents] })); },
      error: (error) => change((run) => ({ ...run, error })),
      complete: () => change((run) => ({ ...run, end: run.events.at(-1) })),
    });
  }, [fortnight, runId]);
  return live.runId === runId ? live.run : nothing;
}

/** Asks for plans, one after the other, and watches the last one that was asked for. */
export function usePlan(): LiveRun & { plan(input: GeneratePlanInput): Promise<void>; planning: boolean; runId: string | undefined } {
  const fortnight = useFortnight();
  const [asked, setAsked] = useState<{ runId?: string; waiting: boolean; error?: FortnightError }>({ waiting: false });
  const run = useRun(asked.runId);
  const plan = useCallback(async (input: GeneratePlanInput) => {
    setAsked({ waiting: true });
    try {
      const { generatePlan } = await fortnight.ask(GeneratePlanDocument, { input });
      setAsked({ waiting: false, runId: generatePlan.run.id });
    } catch (error) {
      setAsked({ waiting: false, error: faultOf(error) });
    }
  }, [fortnight]);
  const error = asked.error ?? run.error;
  return { ...run, error, plan, runId: asked.runId, planning: asked.waiting || (asked.runId !== undefined && !run.end && !error) };
}

export type Preview = NonNullable<WhatIfQuery['checkCalendar']>;

/** The calendar as it would be with some changes, asked anew when they are others; what came last stays until the next has come. */
export function useWhatIf(changes: CheckCalendarInput | undefined): { preview: Preview | undefined; error: FortnightError | undefined } {
  const fortnight = useFortnight();
  const [shown, setShown] = useState<{ preview?: Preview; error?: FortnightError }>({});
  const key = changes && JSON.stringify(changes);
  useEffect(() => {
    if (key === undefined) {
      setShown({});
      return undefined;
    }
    let outdated = false;
    fortnight.ask(WhatIfDocument, { input: JSON.parse(key) as CheckCalendarInput }).then(
      ({ checkCalendar }) => { if (!outdated) setShown({ preview: checkCalendar ?? undefined }); },
      (error: unknown) => { if (!outdated) setShown({ error: faultOf(error) }); },
    );
    return () => { outdated = true; };
  }, [fortnight, key]);
  return { preview: shown.preview, error: shown.error };
}
