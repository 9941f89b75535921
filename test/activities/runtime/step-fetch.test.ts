import { afterEach, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { isStepBrokenOff, stepFetch } from '../../../src/activities/runtime';
import { createBlingClient } from '../../../src/bling';
import { startLocalServer } from '../../bling/local-server';
import type { LocalServer } from '../../bling/local-server';

let server: LocalServer;
afterEach(() => server.close());

/** A step that reads an order of a Bling that says nothing: how it fails, and what the pace hears of it. */
async function aSilentRead(timeoutMs: number, arrived: (env: MockActivityEnvironment) => void) {
  const env = new MockActivityEnvironment();
  server = await startLocalServer(() => {
    arrived(env);
    return 'silence';
  });
  const ends: string[] = [];
  const token = (): Promise<string> => Promise.resolve('token');
  const note = (end: string) => () => Promise.resolve(void ends.push(end));
  const client = createBlingClient({
    apiUrl: server.url,
    tokens: { requireHope: () => Promise.resolve(), accessToken: token, refreshAfter401: token },
    limiter: {
      take: () => Promise.resolve(0),
      standBack: () => Promise.resolve(null),
      answered: note('answered'),
      unanswered: note('unanswered'),
      refused: note('unanswered'),
      erred: () => Promise.resolve(),
    },
    fetch: stepFetch,
    brokenOff: isStepBrokenOff,
    timeoutMs,
  });
  const read = (): Promise<unknown> => client.getOrder({ connectionId: 'con_1', companyId: 'one' }, '1');
  const failure: unknown = await env.run(read).catch((error: unknown) => error);
  return { failure, ends };
}

describe('a call to Bling from a step', () => {
  it('that is cancelled says nothing of Bling', async () => {
    const { failure, ends } = await aSilentRead(20_000, (env) => env.cancel());
    expect(failure).toMatchObject({ kind: 'unavailable', type: 'broken_off', asked: false });
    expect(ends).toEqual([]);
  });

  it('that has no answer in time is told of as silence', async () => {
    const { failure, ends } = await aSilentRead(50, () => undefined);
    expect(failure).toMatchObject({ kind: 'timeout', asked: true });
    expect(ends).toEqual(['unanswered']);
  });
});
