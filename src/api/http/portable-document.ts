/*
 * What zod says is right OpenAPI 3.1 and still more than client generators understand. The same in the words that
 * openapi-generator, openapi-typescript, hey-api and openapi-python-client all take.
 */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json | undefined };
type Node = { [name: string]: Json | undefined };

/** Examples are data, and stay as they are. */
const DATA = new Set(['example', 'examples']);

/** The document with every schema in portable words. Says nothing else. */
export function portable<Document extends object>(document: Document): Document {
  return rewritten(document as unknown as Json) as unknown as Document;
}

function rewritten(value: Json): Json {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== 'object' || value === null) return value;
  const inner = mapped(value, (one, name) => {
    if (DATA.has(name)) return one;
    return name === 'properties' ? mapped(one as Node, (field) => rewritten(field)) : rewritten(one);
  });
  return nullApart(plainWords(inner));
}

function mapped(node: Node, change: (value: Json, name: string) => Json): Node {
  const said = Object.entries(node).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return Object.fromEntries(said.map(([name, value]) => [name, change(value, name)]));
}

/** A single boolean is told by its description; the default of an object or a list by those of its fields. */
function plainWords(schema: Node): Node {
  const { enum: values, default: initial, ...rest } = schema;
  const boolean = Array.isArray(values) && values.every((one) => typeof one === 'boolean');
  return {
    ...rest,
    ...(values === undefined || boolean ? {} : { enum: values }),
    ...(initial === undefined || (typeof initial === 'object' && initial !== null)
      ? {}
      : { default: initial }),
  };
}

/** Objects, lists and choices that may be null say so beside themselves; single values in their type. */
function nullApart(schema: Node): Node {
  const { type, enum: values, description, ...rest } = schema;
  if (!Array.isArray(type) || !type.includes('null')) return schema;
  const [other] = type.filter((one) => one !== 'null');
  if (values === undefined && other !== 'object' && other !== 'array') return schema;
  const choices = Array.isArray(values) ? { enum: values.filter((one) => one !== null) } : {};
  return {
    anyOf: [{ type: other, ...choices, ...rest }, { type: 'null' }],
    ...(description === undefined ? {} : { description }),
  };
}
