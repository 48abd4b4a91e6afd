// What normalised caches are told, of whichever client.
import { possibleTypes, valueTypes } from './generated/types.js';

export { possibleTypes, valueTypes };

/** `keys` of urql's Graphcache: without them it remarks on every value that it has no id. */
export const graphcacheKeys: Record<string, () => null> = Object.fromEntries(valueTypes.map((type) => [type, () => null]));

/** `getDataID` of a Relay environment: what a mutation answers under `query` is put where queries read it, and else is apart. */
export function relayDataID(value: { id?: unknown }, type: string): unknown {
  return type === 'Query' ? 'client:root' : value.id;
}
