// What went wrong, whichever client asked: the `extensions` of an error, read in one way.
import type { GraphQLFormattedError } from 'graphql';

/** The codes of `extensions.code`; a client has a case for what it does not know. */
export type FaultCode =
  | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT' | 'LIMIT_EXCEEDED' | 'RATE_LIMITED' | 'UNAVAILABLE' | 'INTERNAL';

/** A field of an input that is not as it may be. */
export interface FieldFault { path: string; message: string }

/** What has moved since the revision that was sent: the revision that stands, and the ids of what changed in between. */
export interface Moved { revision: number; [more: string]: unknown }

/** An answer with errors, or none at all (`code` is undefined then, and `cause` says why). */
export class FortnightError extends Error {
  readonly code: FaultCode | (string & {}) | undefined;
  readonly fields: readonly FieldFault[];
  readonly moved: Moved | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[], options?: { message?: string; cause?: unknown }) {
    super(errors.map(({ message }) => message).join('\n') || options?.message || 'no answer', { cause: options?.cause });
    this.name = 'FortnightError';
    const extensions = errors[0]?.extensions ?? {};
    this.errors = errors;
    this.code = extensions.code as string | undefined;
    this.fields = (extensions.fields as FieldFault[] | undefined) ?? [];
    this.moved = extensions.moved as Moved | undefined;
    this.retryAfterSeconds = extensions.retryAfterSeconds as number | undefined;
  }
}

/** faultOf reads an error of this package, of Apollo Client 3 and 4, or of urql: all keep the errors of an answer, each elsewhere. */
export function faultOf(error: unknown): FortnightError {
  if (error instanceof FortnightError) return error;
  const { errors, graphQLErrors } = (error ?? {}) as { errors?: unknown; graphQLErrors?: unknown };
  const list = [errors, graphQLErrors, error].find((one): one is GraphQLFormattedError[] => Array.isArray(one) && one.length > 0);
  return new FortnightError(list ?? [], { message: error instanceof Error ? error.message : String(error), cause: error });
}
