import { describe, expect, it } from '@jest/globals';
import { waitUntil, WaitTimeoutError } from '../../../tools/processes';

const fast = { what: 'It is so', timeoutMs: 1_000, everyMs: 1 };

describe('waiting until something is so', () => {
  it('gives the first answer that is one', async () => {
    const answers = [undefined, false, 'yes'] as const;
    let asked = 0;
    expect(await waitUntil(() => Promise.resolve(answers[asked++]), fast)).toBe('yes');
  });

  it('takes an error for "not yet", and tells the last one when time is up', async () => {
    const waiting = waitUntil(() => Promise.reject(new Error('connection refused')), {
      ...fast,
      timeoutMs: 20,
    });
    await expect(waiting).rejects.toThrow(WaitTimeoutError);
    await expect(waiting).rejects.toThrow('connection refused');
  });

  it('ends at once on an error that does not mean "not yet"', async () => {
    const waiting = waitUntil(() => Promise.reject(new Error('forbidden')), {
      ...fast,
      isNotYet: () => false,
    });
    await expect(waiting).rejects.toThrow('forbidden');
  });

  it('ends at once when its signal aborts, with the reason', async () => {
    const gone = new AbortController();
    const waiting = waitUntil(() => Promise.resolve(false), {
      ...fast,
      everyMs: 60_000,
      timeoutMs: 60_000,
      signal: gone.signal,
    });
    gone.abort(new Error('it ended'));
    await expect(waiting).rejects.toThrow('it ended');
  });
});
