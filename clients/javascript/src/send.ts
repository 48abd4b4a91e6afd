// One request, one answer, no cache.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind, print, type DocumentNode, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import { FortnightError } from './fault.js';

export type Fetch = typeof globalThis.fetch;

/** The operation of a document, which must have exactly one. */
export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const [operation, ...more] = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation || more.length > 0) throw new TypeError(`a document has one operation, not ${more.length + (operation ? 1 : 0)}`);
  return operation;
}

/** What is sent of a document, over HTTP and over a socket. */
export function requestOf(document: DocumentNode, variables: object | undefined) {
  return { query: print(document), operationName: operationOf(document).name?.value, variables: { ...variables } };
}

/** send throws a FortnightError for an answer with errors, and where there is none. */
export async function send<Data, Variables>(fetch: Fetch, url: string, document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const answer = await answerOf<Data>(fetch, url, JSON.stringify(requestOf(document, variables as object)));
  if (answer.errors || !answer.data) throw new FortnightError(answer.errors ?? []);
  return answer.data;
}

async function answerOf<Data>(fetch: Fetch, url: string, body: string): Promise<{ data?: Data | null; errors?: GraphQLFormattedError[] }> {
  let status = '';
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body });
    status = ` (status ${response.status})`;
    return await response.json();
  } catch (cause) {
    throw new FortnightError([], { message: `${url} did not answer${status}`, cause });
  }
}
