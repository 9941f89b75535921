import { beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, operationsOf } from './contract';
import type { OpenApi } from './contract';

/*
 * What a caller can send in a body has an end everywhere: each list, each collection of named things, each text and each whole number
 * says how much it takes. An address ends by itself (431), and so does a file (413); whole numbers in it say their end too.
 */

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  maxItems?: number;
  maxProperties?: number;
  maxLength?: number;
  maximum?: number;
  exclusiveMaximum?: number;
  enum?: unknown[];
  const?: unknown;
  format?: string;
}

/** Texts that their format ends. */
const ENDED_BY_FORMAT = ['date', 'date-time'];

let document: OpenApi;
beforeAll(async () => {
  document = await openApi();
});

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : resolved(document.components.schemas[name] as Schema);
}

/** Where a schema takes as much as anybody sends. `beside`: schemas that hold for the same value. */
function endless(raw: Schema, at: string, beside: readonly Schema[] = []): string[] {
  const schema = resolved(raw);
  const all = [schema, ...beside];
  const isType = (type: string): boolean => [schema.type].flat().includes(type);
  const has = (field: keyof Schema): boolean => all.some((one) => one[field] !== undefined);
  const { properties = {}, additionalProperties, items, allOf = [], anyOf = [], oneOf = [] } = schema;
  const named = typeof additionalProperties === 'object' ? additionalProperties : null;
  const isEndlessText =
    isType('string') &&
    !has('maxLength') &&
    !has('enum') &&
    !has('const') &&
    !all.some(({ format }) => format !== undefined && ENDED_BY_FORMAT.includes(format));
  const isEndlessNumber =
    (isType('integer') || isType('number')) &&
    !(['maximum', 'exclusiveMaximum', 'enum', 'const'] as const).some((field) => has(field));
  return [
    ...(isEndlessText ? [`${at}: text`] : []),
    ...(isEndlessNumber ? [`${at}: number`] : []),
    ...(isType('array') && !has('maxItems') ? [`${at}: list`] : []),
    ...(isType('object') && additionalProperties !== false && !has('maxProperties') ? [`${at}: object`] : []),
    ...Object.entries(properties).flatMap(([name, one]) => endless(one, `${at}.${name}`)),
    ...(items ? endless(items, `${at}[]`) : []),
    ...(named ? endless(named, `${at}{}`) : []),
    ...allOf.flatMap((one) => endless(one, at, [...all, ...allOf.map(resolved)])),
    ...[...anyOf, ...oneOf].flatMap((one) => endless(one, at, all)),
  ];
}

describe('what the document lets callers send', () => {
  it('has an end in every body of a call with a key', () => {
    const bodies = operationsOf(document)
      .filter(([, , { security = [] }]) => security.length > 0)
      .flatMap(([method, path, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema;
        return schema ? [{ place: `${method} ${path} `, schema }] : [];
      });
    expect(bodies.length).toBeGreaterThan(15);
    expect(bodies.flatMap(({ place, schema }) => endless(schema, place))).toEqual([]);
  });

  it('has an end for every whole number in an address', () => {
    const parameters = operationsOf(document).flatMap(([method, path, { parameters = [] }]) =>
      parameters.map(({ name, schema }) => ({
        place: `${method} ${path} ${name}`,
        schema: schema,
      })),
    );
    expect(parameters.length).toBeGreaterThan(50);
    const found = parameters.flatMap(({ place, schema }) => endless(schema, place));
    expect(found.filter((one) => one.endsWith(': number'))).toEqual([]);
  });
});
