// Subscriptions that go on where they were cut off: behind the last event that was seen, so that none is missed and none told twice.
import { Kind, type DocumentNode, type FormattedExecutionResult, type FieldNode, type GraphQLFormattedError } from 'graphql';
import type { Client } from 'graphql-ws';
import { FortnightError } from './fault.js';
import { operationOf, requestOf } from './send.js';
import type { Session } from './session.js';

/** Where a stream goes. `cut` is called when it was cut off, with why, before it is opened again. */
export interface Sink<Data> {
  next(result: FormattedExecutionResult<Data>): void;
  error(error: FortnightError): void;
  complete(): void;
  cut?(cause: unknown): void;
}

interface Update { sequence?: number; revision?: number; athlete?: { id?: string } }
type After = number | { athleteId: string; revision: number }[];

// What of an event the next request names as `after`, undefined where it was not selected.
const marks: Record<string, (event: Update, before: After | undefined) => After | undefined> = {
  planEvents: ({ sequence }) => sequence,
  calendarChanged: ({ revision }) => revision,
  athletesChanged: ({ athlete, revision }, before) => {
    if (athlete?.id === undefined || revision === undefined) return undefined;
    const others = Array.isArray(before) ? before.filter(({ athleteId }) => athleteId !== athlete.id) : [];
    return [...others, { athleteId: athlete.id, revision }];
  },
};
const needed: Record<string, string> = { planEvents: 'sequence', calendarChanged: 'revision', athletesChanged: 'revision and athlete { id }' };

// bookmark finds where a document takes its `after`, and reads it from what comes.
function bookmark(document: DocumentNode) {
  const field = operationOf(document).selectionSet.selections.find((one): one is FieldNode => one.kind === Kind.FIELD);
  const name = field?.name.value ?? '', mark = marks[name];
  const after = field?.arguments?.find((argument) => argument.name.value === 'after')?.value;
  if (!field || !mark) throw new TypeError(`${name || 'this document'} is no subscription that can go on after a cut: ${Object.keys(marks).join(', ')} can`);
  if (after?.kind !== Kind.VARIABLE) throw new TypeError(`${name} needs its argument after from a variable, to go on after a cut: ${name}(…, after: $after)`);
  const key = field.alias?.value ?? name;
  return {
    variable: after.name.value,
    next(data: Record<string, Update>, before: After | undefined): After {
      const found = data[key] && mark(data[key], before);
      if (found === undefined) throw new TypeError(`${name} needs ${needed[name]} selected, to go on after a cut`);
      return found;
    },
  };
}

// Codes with which a socket says that this client is at fault: to come back would end alike.
const ours = new Set([4400, 4406, 4409, 4429]);
const unauthorised = new Set([4401, 4403]);
const longestPause = 30; // seconds

/** resume opens a stream, opens it again whenever it is cut off, and returns how to end it. */
export function resume<Data>(
  { sockets, session, pause = wait }: { sockets: Client; session: Session; pause?: typeof wait },
  document: DocumentNode, variables: object | undefined, sink: Sink<Data>,
): () => void {
  const marked = bookmark(document), request = requestOf(document, variables), asked: Record<string, unknown> = request.variables;
  let ended = false, failures = 0, refusals = 0, close = () => {};
  const fail = (error: FortnightError) => {
    if (ended) return;
    ended = true;
    close();
    sink.error(error);
  };

  const open = async () => {
    const token = await session.accessToken();
    if (ended) return;
    let over = false; // a stream has one end
    const once = (what: () => void) => { if (!over) { over = true; what(); } };
    close = sockets.subscribe<Data>({ ...request, variables: asked }, {
      next(result) {
        if (ended || over) return;
        if (result.errors && !result.data) return once(() => { close(); void again(result.errors, token); });
        failures = refusals = 0;
        try {
          asked[marked.variable] = marked.next(result.data as Record<string, Update>, asked[marked.variable] as After | undefined);
        } catch (error) {
          return fail(new FortnightError([], { message: (error as Error).message, cause: error }));
        }
        sink.next(result as FormattedExecutionResult<Data>);
      },
      error: (cause) => once(() => void again(cause, token)),
      complete: () => once(() => {
        if (ended) return;
        ended = true;
        sink.complete();
      }),
    });
  };

  const again = async (cause: unknown, token: string | undefined) => {
    if (ended) return;
    const { fault, refused, seconds } = verdict(cause, failures);
    if (fault) return fail(fault);
    sink.cut?.(cause);
    try {
      if (refused) {
        // Twice in a row with nothing between, the second time with a new token: it is not the token.
        if (++refusals > 2 || !token || !(await session.renew(token))) return fail(unauthenticated(cause));
      } else {
        failures++;
        await pause(seconds);
      }
      if (!ended) await open();
    } catch (error) { // the token could not be renewed for now
      await pause(verdict(error, failures++).seconds);
      void again(error, token);
    }
  };

  open().catch((error) => again(error, undefined));
  return () => {
    ended = true;
    close();
  };
}

function unauthenticated(cause: unknown): FortnightError {
  return new FortnightError([{ message: 'the log-in has ended', extensions: { code: 'UNAUTHENTICATED' } }], { cause });
}

// verdict says of what ended a stream whether it ends for good, because of its token, or for a while.
function verdict(cause: unknown, failures: number): { fault?: FortnightError; refused?: boolean; seconds: number } {
  const seconds = Math.min(longestPause, failures === 0 ? 0.1 : 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
  const errors = cause instanceof FortnightError ? cause.errors : Array.isArray(cause) ? cause as GraphQLFormattedError[] : [];
  if (errors.length > 0) {
    const fault = new FortnightError(errors, { cause });
    if (fault.code === 'UNAUTHENTICATED') return { refused: true, seconds };
    if (fault.code === 'UNAVAILABLE' || fault.code === 'RATE_LIMITED') return { seconds: Math.max(seconds, fault.retryAfterSeconds ?? 1) };
    return { fault, seconds };
  }
  const { code, reason } = (cause ?? {}) as { code?: unknown; reason?: string };
  if (typeof code === 'number' && unauthorised.has(code)) return { refused: true, seconds };
  if (typeof code === 'number' && ours.has(code)) return { fault: new FortnightError([], { message: `the socket was closed with ${code}: ${reason}`, cause }), seconds };
  return { seconds };
}

const wait = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));
