// The documents that all clients send, checked against the schema of the server, and the schema in the forms that clients ask for.
import {
  TypeInfo, buildClientSchema, getIntrospectionQuery, getNamedType, isAbstractType, isCompositeType, isLeafType, isObjectType, parse, print, printSchema, validate,
  visit, visitWithTypeInfo,
} from 'graphql';

// readSchema asks for the schema as client tools do.
export async function readSchema(send) {
  const introspection = await send(getIntrospectionQuery({ inputValueDeprecation: false }));
  const schema = buildClientSchema(introspection);
  const possibleTypes = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) possibleTypes[type.name] = schema.getPossibleTypes(type).map((possible) => possible.name);
  }
  return { introspection, schema, possibleTypes, text: printSchema(schema) };
}

const named = (name) => ({ kind: 'Field', name: { kind: 'Name', value: name } });

// identified adds __typename, and id where there is one, to every selection, as the clients' own tools would: Apollo and Graphcache add
// the first alone, Relay both.
function identified(schema, document) {
  const info = new TypeInfo(schema);
  return visit(document, visitWithTypeInfo(info, {
    SelectionSet: {
      leave(node, key, parent) {
        const type = info.getParentType();
        if (parent?.kind === 'OperationDefinition' || !isCompositeType(type)) return undefined;
        const wanted = ['__typename', ...(type.getFields?.().id ? ['id'] : [])];
        const missing = wanted.filter((name) => !node.selections.some((s) => s.kind === 'Field' && s.name.value === name && !s.alias));
        return { ...node, selections: [...missing.map(named), ...node.selections] };
      },
    },
  }));
}

// prepare returns the operations of a text by name, each whole: with its text, the fragments it needs, and the names of its variables.
export function prepare(schema, text) {
  const document = identified(schema, parse(text, { noLocation: true }));
  const faults = validate(schema, document);
  if (faults.length) throw new Error(`the documents are not of this schema:\n${faults.map((f) => f.message).join('\n')}`);
  const fragments = new Map(document.definitions.filter((d) => d.kind === 'FragmentDefinition').map((d) => [d.name.value, d]));
  const operations = {};
  for (const definition of document.definitions.filter((d) => d.kind === 'OperationDefinition')) {
    const own = { kind: 'Document', definitions: [definition, ...spreads(definition, fragments)] };
    operations[definition.name.value] = {
      name: definition.name.value, kind: definition.operation, document: own, text: print(own),
      variables: definition.variableDefinitions.map((v) => v.variable.name.value),
    };
  }
  return { operations, document };
}

// spreads returns the fragments that a definition needs, each once.
function spreads(definition, fragments, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (found.has(fragment)) return;
      found.add(fragment);
      spreads(fragment, fragments, found);
    },
  });
  return [...found];
}

// variablesOf keeps the values that an operation declares.
export const variablesOf = (operation, values) => Object.fromEntries(operation.variables.map((name) => [name, values[name]]));

// selectedFields returns every "Type.field" that a document selects; a field of an interface counts for all of its types.
export function selectedFields(schema, document) {
  const info = new TypeInfo(schema);
  const selected = new Set();
  visit(document, visitWithTypeInfo(info, {
    Field({ name }) {
      const type = info.getParentType();
      for (const one of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) selected.add(`${one.name}.${name.value}`);
    },
  }));
  return selected;
}

// readableFields returns every "Type.field" of an object that a query may reach.
export function readableFields(schema) {
  const fields = new Set(), seen = new Set(), waiting = [schema.getQueryType()];
  while (waiting.length) {
    const type = waiting.pop();
    if (seen.has(type) || isLeafType(type)) continue;
    seen.add(type);
    if (isAbstractType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      fields.add(`${type.name}.${field.name}`);
      waiting.push(getNamedType(field.type));
    }
  }
  return fields;
}

// fragmentOfMembers writes a fragment on an interface with every field of each of its types, each as it is called, without an alias.
// What is below is written by `inner`, a fragment's name for each type that has fields itself.
export function fragmentOfMembers(schema, name, abstract, inner) {
  const type = schema.getType(abstract);
  const shared = Object.values(type.getFields()), common = new Set(shared.map((field) => field.name));
  const line = (field) => {
    const below = getNamedType(field.type);
    if (isLeafType(below)) return field.name;
    if (!inner[below.name]) throw new Error(`no fragment for ${below.name}`);
    return `${field.name} { ...${inner[below.name]} }`;
  };
  const members = schema.getPossibleTypes(type).map((member) => {
    const own = Object.values(member.getFields()).filter((field) => !common.has(field.name));
    return own.length ? `... on ${member.name} { ${own.map(line).join(' ')} }` : '';
  });
  return `fragment ${name} on ${abstract} { ${shared.map(line).join(' ')} ${members.join(' ')} }`;
}
