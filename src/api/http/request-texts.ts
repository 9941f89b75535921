/*
 * What every call of /v1 refuses in every text (`sound-input.ts`), said of every text that the document asks for: control
 * characters, and nothing but blanks where something has to stand.
 */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json | undefined };
type Node = { [name: string]: Json | undefined };

const CONTROL = '\\u0000-\\u001f\\u007f-\\u009f';
const SOUND = `^[^${CONTROL}]*$`;
const NOT_BLANK = `^[^${CONTROL}]*[^\\s${CONTROL}][^${CONTROL}]*$`;

/** Words of a schema that say which texts are taken, so that nothing has to be added. */
const SAYS_WHICH = ['enum', 'const', 'pattern', 'format'];
/** Words whose value is data. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const']);
const COMPONENT = '#/components/schemas/';

/**
 * The document with a pattern for each text of its parameters and JSON bodies, also where a component has it. Webhooks take what
 * comes, and a file has lines.
 */
export function requestTextsSaid<Document extends object>(document: Document): Document {
  const copy = structuredClone(document) as unknown as Node;
  const schemas = ((copy['components'] as Node | undefined)?.['schemas'] ?? {}) as Node;
  const seen = new Set<Node>();

  function say(value: Json | undefined): void {
    if (Array.isArray(value)) return value.forEach(say);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { type, $ref: reference } = value;
    if (typeof reference === 'string' && reference.startsWith(COMPONENT))
      say(schemas[reference.slice(COMPONENT.length)]);
    if ([type].flat().includes('string') && SAYS_WHICH.every((word) => value[word] === undefined))
      value['pattern'] = Number(value['minLength'] ?? 0) > 0 ? NOT_BLANK : SOUND;
    for (const [name, inner] of Object.entries(value)) if (!DATA.has(name)) say(inner);
  }

  for (const [path, methods] of Object.entries((copy['paths'] ?? {}) as Node))
    for (const operation of Object.values(methods as Node)) {
      const { parameters, requestBody, security } = operation as Node;
      if ([security].flat().length === 0 && !path.startsWith('/v1/')) continue;
      const content = ((requestBody as Node | undefined)?.['content'] ?? {}) as Node;
      say(parameters);
      say(content['application/json']);
    }
  return copy as unknown as Document;
}
