// Types and documents from the contract, and from these and src/ what is published. The contract is schema.graphql, as `fortnight schema` writes it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildSchema, isAbstractType, isObjectType } from 'graphql';

process.chdir(import.meta.dirname);
if (!existsSync('schema.graphql')) throw new Error('clients/javascript/schema.graphql is missing: make client writes it');

const tool = (name, ...args) => execFileSync(process.execPath, [`node_modules/.bin/${name}`, ...args], { stdio: ['ignore', 2, 2] });
rmSync('src/generated', { recursive: true, force: true });
tool('graphql-codegen', '--config', 'codegen.mjs', '--silent');
for (const unused of ['gql.ts', 'index.ts']) rmSync(`src/generated/${unused}`); // a function that finds documents by their texts

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const isRoot = (type) => [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const possible = types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);
const values = types.filter((type) => isObjectType(type) && !type.getFields().id && !isRoot(type)).map(({ name }) => name);
writeFileSync('src/generated/types.ts', `/** The types of each interface and union. */
export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(possible), null, 2)};

/** Types without an identity: what is of them belongs to what holds it. */
export const valueTypes: string[] = ${JSON.stringify(values, null, 2)};
`);

rmSync('dist', { recursive: true, force: true });
tool('tsc', '-p', 'tsconfig.json');
