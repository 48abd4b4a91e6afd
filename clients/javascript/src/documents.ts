// Documents of the common workflows with the types of what they take and answer.
export * from './generated/graphql.js';
