import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { malformed, Problem, problemSchema } from './problem';
import type { ProblemCode, Facts } from './problem';

/** Numbers for the examples of refusals that carry some. */
const EXAMPLE_FACTS: Partial<Record<ProblemCode, Facts>> = {
  insufficient_balance: { requiredCents: 1500, availableCents: 1000 },
  below_min_sale: { minSaleCents: 5000, saleTotalCents: 4200 },
  above_max_share: { maxCents: 3000, requestedCents: 4500 },
  order_invalid: { field: 'total' },
  approval_outdated: { version: 4 },
  not_ready_to_go_live: { missing: ['program', 'reference_sale'] },
  request_expired: { validUntil: '2026-11-27T13:45:10.000Z' },
  status_unclear: {
    columns: ['Situação'],
    example: 'status=situacao:faturado=completed',
  },
};

const EXAMPLE_ERRORS = [{ field: 'amountCents', message: 'O valor deve ser no mínimo 1. Corrija o valor.' }];

/** The problem responses of a call, by status, each code with the very document it is answered with. */
export function problemResponses(
  codes: readonly ProblemCode[],
  others: readonly Problem[] = [],
): RouteConfig['responses'] {
  const responses: RouteConfig['responses'] = {};
  const problems = [...codes.map(exampleProblem), ...others];
  for (const status of new Set(problems.map((problem) => problem.status))) {
    const alike = problems.filter((problem) => problem.status === status);
    const examples = Object.fromEntries(
      alike.map((problem) => [problem.code, { value: problem.toDocument() }]),
    );
    responses[status] = {
      description: alike.map(({ code }) => `\`${code}\``).join(' · '),
      content: { 'application/problem+json': { schema: problemSchema, examples } },
      headers: {
        ...(alike.some(({ headers }) => headers['Retry-After']) ? RETRY_AFTER : {}),
        ...(alike.some(({ code }) => code === 'unauthenticated') ? CHALLENGE : {}),
      },
    };
  }
  return responses;
}

/** Those of a webhook: signed by who sends it, and read as it comes. */
export function webhookProblemResponses(): RouteConfig['responses'] {
  const codes = [
    ...(['unauthenticated', 'request_timeout', 'payload_too_large', 'unsupported_media_type'] as const),
    ...(['internal_error', 'service_unavailable'] as const),
  ];
  return problemResponses(codes, [malformed()]);
}

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait before repeating', schema: { type: 'integer' as const } },
};

const CHALLENGE = {
  'WWW-Authenticate': {
    description: 'On calls that take an API key: how to bring it',
    schema: { type: 'string' as const },
  },
};

function exampleProblem(code: ProblemCode): Problem {
  return new Problem(code, {
    facts: EXAMPLE_FACTS[code],
    ...(code === 'invalid_request' ? { errors: EXAMPLE_ERRORS } : {}),
  });
}
