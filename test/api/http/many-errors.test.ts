import { expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';

/** Thousands of fields that no call has. */
const UNKNOWN = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`campo${index}`, 1]));

it.each([
  ['post', '/v1/sales', { channel: 'pos', ...UNKNOWN }],
  ['put', '/v1/program', UNKNOWN],
] as const)('%s %s: of thousands of errors a hundred are told, one a field', async (method, path, body) => {
  const answer = await anApi()[method](path, body).expect(422);
  const fields = problemIn(answer).errors!.map(({ field }) => field);
  expect(fields).toHaveLength(100);
  expect(new Set(fields).size).toBe(100);
});
