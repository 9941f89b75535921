import type { RouteConfig, ZodContentObject } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { describePermission, refusedEntry } from './describe-permission';
import type { DescribedEndpoint } from './endpoint-spec';
import { IDEMPOTENCY_KEY } from './idempotency';
import type { ProblemCode } from './problem';
import { malformed } from './problem';
import { problemResponses } from './problem-responses';

const keyHeader = z.object({
  'Idempotency-Key': z.string().min(1).max(255).regex(IDEMPOTENCY_KEY).meta({
    description:
      'Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed.',
  }),
});

const REPLAYED = {
  'Idempotency-Replayed': {
    description: '`true` where the answer is that of an earlier call with the same key',
    schema: { type: 'string' as const, const: 'true' },
  },
};

/** A table as a file. */
const TABLE = z.string().meta({
  description: 'UTF-8 with a byte order mark, separated by semicolons, as spreadsheets in Brazil open it',
});

/** What OpenAPI says of an endpoint: made of the schemas that read its input and shape its answer. */
export function describeEndpoint(spec: DescribedEndpoint): RouteConfig {
  const { method, path, permission, tag, summary, query, body, reply, movesValue, csv } = spec;
  const entry = refusedEntry(permission, method !== 'get');
  const json = (schema: z.ZodType, example: unknown): ZodContentObject => ({
    'application/json': { schema, example },
  });
  return {
    method,
    path,
    operationId: operationId(method, path),
    tags: [tag],
    summary,
    ...describePermission(permission, spec.description),
    request: {
      ...pathParams(path),
      ...(query ? { query } : {}),
      ...(movesValue ? { headers: keyHeader } : {}),
      ...(body ? { body: { required: !body.optional, content: bodyContent(body) } } : {}),
    },
    responses: {
      [reply.status ?? 200]: {
        description: reply.description,
        ...(reply.status === 204
          ? {}
          : {
              content: {
                ...json(reply.schema, reply.example),
                ...(csv ? { 'text/csv': { schema: TABLE } } : {}),
              },
            }),
        ...(movesValue ? { headers: REPLAYED } : {}),
      },
      // A body, and a name in the path, may be something that cannot be read.
      ...problemResponses(refusalCodes(spec, entry.codes), [
        ...entry.others,
        ...(body || path.includes('{') ? [malformed()] : []),
      ]),
    },
  };
}

/** What the path names, such as `{id}`. */
function pathParams(path: string): { params?: z.ZodObject } {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  if (names.length === 0) return {};
  return { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) };
}

function bodyContent({ type, schema, example }: NonNullable<DescribedEndpoint['body']>): ZodContentObject {
  const media = { schema, example };
  return type === 'text/csv' ? { 'text/csv': media } : { 'application/json': media };
}

/** What it refuses with by whom it lets in and what it takes, and what it names itself. */
function refusalCodes(
  { body, movesValue, refusals = [] }: DescribedEndpoint,
  entry: readonly ProblemCode[],
): ProblemCode[] {
  const codes: ProblemCode[] = [
    ...entry,
    ...refusals,
    // Even a call that takes nothing refuses a parameter it does not know.
    'invalid_request',
    ...(body ? (['request_timeout', 'payload_too_large', 'unsupported_media_type'] as const) : []),
    ...(movesValue ? (['request_in_progress', 'idempotency_key_reused', 'outcome_unknown'] as const) : []),
    'internal_error',
    'service_unavailable',
  ];
  return [...new Set(codes)];
}

/** `get /v1/customers/{id}/wallet` → `getCustomersIdWallet`. */
function operationId(method: string, path: string): string {
  const words = path.replace(/^\/v1\//, '').match(/\w+/g) ?? [];
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
