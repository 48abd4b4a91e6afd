// fetch with a token: for this package's requests, for Apollo's, urql's and Relay's alike.
import type { Session } from './session.js';
import type { Fetch } from './send.js';

/**
 * authorise returns a fetch that shows the session's token to one address and to no other, and where the token is refused shows a new one.
 * What is refused has done nothing, so it may be sent again. A body that is a stream can be sent once only, and is not.
 */
export function authorise(session: Session, url: string, fetch: Fetch): Fetch {
  return async (input, init) => {
    const token = input === url ? await session.accessToken() : undefined;
    const answer = await fetch(input, token ? withToken(init, token) : init);
    if (!token || !(await refused(answer)) || init?.body instanceof ReadableStream) return answer;
    const renewed = await session.renew(token);
    return renewed ? fetch(input, withToken(init, renewed)) : answer;
  };
}

function withToken(init: RequestInit | undefined, token: string): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

async function refused(answer: Response): Promise<boolean> {
  if (answer.status === 401) return true;
  if (!answer.headers.get('content-type')?.includes('json')) return false;
  const text = await answer.clone().text();
  if (!text.includes('"UNAUTHENTICATED"')) return false; // most answers are not read twice
  const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false;
}
