// A log-in: two tokens, of which the first is renewed before it ends, once for all who wait, in this tab and in others.
import { FortnightError } from './fault.js';
import { send, type Fetch } from './send.js';
import { RefreshTokensDocument } from './generated/graphql.js';

/** What signUp, logIn and refreshTokens answer. */
export interface Tokens { accessToken: string; refreshToken: string; expiresAt: string }

/** Where tokens are kept. What `load` answers is what is used, so tabs that share a store share their log-in. */
export interface TokenStore { load(): Tokens | undefined; save(tokens: Tokens | undefined): void }

/** In memory: the log-in ends with the page. */
export function memoryStore(): TokenStore {
  let kept: Tokens | undefined;
  return { load: () => kept, save: (tokens) => { kept = tokens; } };
}

/** In localStorage or sessionStorage. Whatever script runs on the page can read it there. */
export function webStore(storage: Storage, key = 'fortnight.tokens'): TokenStore {
  return {
    load() {
      const text = storage.getItem(key);
      return text === null ? undefined : JSON.parse(text) as Tokens;
    },
    save(tokens) {
      if (tokens) storage.setItem(key, JSON.stringify(tokens));
      else storage.removeItem(key);
    },
  };
}

// A token is renewed this long before it ends: longer than a request is on its way, far shorter than the quarter of an hour that it lasts.
const aheadMilliseconds = 30_000;

export class Session {
  readonly #url: string;
  readonly #store: TokenStore;
  readonly #fetch: Fetch;
  readonly #listeners = new Set<() => void>();
  #renewing: Promise<string | undefined> | undefined;

  constructor(url: string, store: TokenStore, fetch: Fetch) {
    this.#url = url;
    this.#store = store;
    this.#fetch = fetch;
  }

  get signedIn(): boolean { return this.#store.load() !== undefined; }

  get refreshToken(): string | undefined { return this.#store.load()?.refreshToken; }

  /** begin keeps the tokens of a log-in in place of any other's. */
  begin({ accessToken, refreshToken, expiresAt }: Tokens): void {
    this.#keep({ accessToken, refreshToken, expiresAt });
  }

  /** end forgets the tokens. The server is told by `Fortnight.logOut`. */
  end(): void { this.#keep(undefined); }

  /** onChange calls back when a log-in begins or ends, not when its tokens are renewed. It returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  /** accessToken returns a token that is good for a while, undefined where nobody is logged in. */
  async accessToken(): Promise<string | undefined> {
    const tokens = this.#store.load();
    if (!tokens) return undefined;
    // By the clock of this machine, which may be wrong: a token that is refused is renewed too.
    return Date.parse(tokens.expiresAt) - Date.now() > aheadMilliseconds ? tokens.accessToken : this.renew(tokens.accessToken);
  }

  /**
   * renew replaces an access token that was refused, and returns the one that stands: what another caller or another tab has renewed by now is
   * taken. A log-in that the server has ended is ended here, and answers undefined. Any other failure is thrown, and the tokens are kept.
   */
  renew(refused: string): Promise<string | undefined> {
    this.#renewing ??= this.#renew(refused).finally(() => { this.#renewing = undefined; });
    return this.#renewing;
  }

  async #renew(refused: string): Promise<string | undefined> {
    const tokens = this.#store.load();
    if (!tokens || tokens.accessToken !== refused) return tokens?.accessToken;
    try {
      const input = { refreshToken: tokens.refreshToken };
      const { refreshTokens } = await send(this.#fetch, this.#url, RefreshTokensDocument, { input });
      // Who logged out or in meanwhile is not logged in again as whoever it was.
      if (this.#store.load()?.refreshToken === tokens.refreshToken) this.#store.save({ ...refreshTokens });
    } catch (error) {
      if (!(error instanceof FortnightError) || error.code !== 'UNAUTHENTICATED') throw error;
      if (this.#store.load()?.refreshToken === tokens.refreshToken) this.end();
    }
    return this.#store.load()?.accessToken;
  }

  #keep(tokens: Tokens | undefined): void {
    this.#store.save(tokens);
    for (const listener of [...this.#listeners]) listener();
  }
}
