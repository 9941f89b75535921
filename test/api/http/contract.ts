import { expect } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import request from 'supertest';
import { isAccessKey, parseDocument, parseEmail, parsePhone } from '../../../src/loyalty';
import { isZone } from '../../../src/loyalty/calendar';
import { anApi } from '../an-api';

/** The part of an OpenAPI document the tests look at. */
export interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

interface Media {
  schema?: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  'x-permission'?: string;
  security?: object[];
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media>; headers?: object }>;
}

let served: Promise<OpenApi> | undefined;

/** The document as the API serves it. */
export function openApi(): Promise<OpenApi> {
  served ??= request(anApi().app)
    .get('/openapi.json')
    .expect(200)
    .then((answer) => answer.body as OpenApi);
  return served;
}

/** Every operation of the document, with its method and path. */
export function operationsOf({ paths }: OpenApi): [method: string, path: string, operation: Operation][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      method,
      path,
      operation,
    ]),
  );
}

/** What the document calls by names of its own. */
const FORMATS: Record<string, (text: string) => boolean> = {
  'iana-zone': isZone,
  phone: (text) => parsePhone(text) !== null,
  'email-or-domain': (text) => parseEmail(text.replace(/^@/, 'a@')) !== null,
  'access-key': isAccessKey,
  cnpj: (text) => parseDocument(text)?.kind === 'cnpj',
  'iso-8601': (text) => !Number.isNaN(Date.parse(text)),
};

/** What compiles the schemas of a document: each of those that have a name is compiled once, however many refer to it. */
function compilerOf({ components }: OpenApi): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const [name, validate] of Object.entries(FORMATS)) ajv.addFormat(name, validate);
  for (const [name, schema] of Object.entries(components.schemas))
    ajv.addSchema(byName(schema), NAMED + name);
  return ajv;
}

const NAMED = 'named:';

/** A schema that refers to others by their names alone. */
function byName(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${NAMED}`)) as object;
}

const compilers = new WeakMap<OpenApi, Ajv2020>();
const compiled = new WeakMap<object, ValidateFunction>();

/** A validator for a schema of the document, references and all. */
export function validatorFor(document: OpenApi, schema: object): (value: unknown) => string[] {
  const ajv = compilers.get(document) ?? compilerOf(document);
  compilers.set(document, ajv);
  const validate = compiled.get(schema) ?? ajv.compile(byName(schema));
  compiled.set(schema, validate);
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

/** Fails where an answer is not what the document says of this call and status. */
export async function expectContract(answer: request.Response, method: string, path: string): Promise<void> {
  const document = await openApi();
  const content = document.paths[path]?.[method]?.responses[String(answer.status)]?.content;
  const media = Object.entries(content ?? {}).find(([type]) =>
    (answer.headers['content-type'] as string).startsWith(type),
  )?.[1];
  if (!media?.schema)
    throw new Error(
      `${method} ${path} documents no ${answer.status} of type ${String(answer.headers['content-type'])}`,
    );
  expect(validatorFor(document, media.schema)(JSON.parse(answer.text))).toEqual([]);
}
