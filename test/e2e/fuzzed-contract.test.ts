import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FuzzReport } from './fuzz-report';
import { fuzz } from './fuzz-run';
import { fillShop, fuzzedProgram } from './fuzz-shop';
import { openHouse } from './house';
import type { House } from './house';

/*
 * Schemathesis calls every operation of the served OpenAPI document, rightly and wrongly, over the whole product with something
 * behind each id. What it has to know that no schema can say is in `tools/schemathesis/hooks.py`; no check is left out.
 */

/** The same one each time, so that a change is judged by itself; `FUZZ_SEED=2 npm test -- fuzzed-contract` takes another. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261);
const LEAST_CALLS = 2_000;

/** What no key may, and an owner in a session does: all of it but what asks for their password as well. */
const OF_A_PERSON = [
  ...['GET /v1/session', 'DELETE /v1/session', 'GET /v1/sessions', 'DELETE /v1/sessions/{id}'],
  ...['GET /v1/people', 'POST /v1/people', 'PATCH /v1/people/{id}', 'DELETE /v1/people/{id}'],
  ...['GET /v1/keys', 'POST /v1/keys', 'DELETE /v1/keys/{id}', 'POST /v1/second-factor'],
];

const { TEST_SCHEMATHESIS: schemathesis, TEST_SCHEMATHESIS_MISSING: missing = '' } = process.env;
/** Where nobody looks at what was skipped it has to be there. */
const test = schemathesis !== undefined || process.env['CI'] === 'true' ? it : it.skip;
const why = schemathesis === undefined ? ` (${missing.replace(/\s+/g, ' ')})` : '';

let house: House | undefined;
let folder: string;
const logged: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retorno-fuzz-'));
  if (schemathesis === undefined) return;
  const log = new PassThrough();
  log.on('data', (lines: Buffer) => logged.push(lines.toString()));
  const env = { WHATSAPP_VERIFY_TOKEN: 'whatsapp-verify-token', LOG_LEVEL: 'info' };
  house = await openHouse({ program: fuzzedProgram, env, log });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Requests that the API itself has counted: its log has a line for each but webhooks and probes. */
const served = (): number => logged.join('').match(/"msg":"request (?:completed|errored)"/g)?.length ?? 0;

const sum = (report: FuzzReport, of: 'positive' | 'negative' | 'accepted'): number =>
  [...report.calls.values()].reduce((total, calls) => total + calls[of], 0);

describe('the HTTP contract', () => {
  test(`holds under ${LEAST_CALLS} calls and more of a fuzzer, seed ${SEED}${why}`, async () => {
    if (!house || schemathesis === undefined) throw new Error(missing);
    const { url, tenant } = house;
    const names = await fillShop(house);
    const before = served();
    const { apiKey } = tenant.api;
    const report = await fuzz({ schemathesis, url, apiKey, names, seed: SEED, folder });
    expect(report.deviations.join('\n\n')).toBe('');
    expect(served() - before).toBeGreaterThanOrEqual(LEAST_CALLS);
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...report.calls.keys()].sort()).toEqual(operations.sort());
    expect(OF_A_PERSON.filter((label) => report.calls.get(label)!.accepted === 0)).toEqual([]);
    // Calls that are refused at the door say little: a good part gets through.
    expect(sum(report, 'negative')).toBeGreaterThan(500);
    expect(sum(report, 'accepted')).toBeGreaterThan(300);
  });
});
