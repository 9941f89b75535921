import { describe, expect, it } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { createRuns, OutcomeUnknownError } from '../../src/runs';
import type { Runs } from '../../src/runs';
import type { ReserveRequest, WaitedFor } from '../../src/workflows';

const MINE = '2026-11-27T13:45:20.000Z';
const EARLIER = '2026-11-27T13:45:05.000Z';
const INPUT = { merchantId: 'mer_1', redemptionId: 'red_1' };
const REQUEST: ReserveRequest & WaitedFor = {
  ...{ customerId: 'cus_1', type: 'cashback', amount: 500, saleTotalCents: 10_000, freightCents: 0 },
  ...{ saleRef: null, operator: null, storeId: null, confirm: true, validUntil: MINE },
};

function expired(validUntil: string): WorkflowUpdateFailedError {
  const failure = ApplicationFailure.create({
    ...{ type: 'request_expired', message: 'Refused', nonRetryable: true, details: [{ validUntil }] },
  });
  return new WorkflowUpdateFailedError('failed', failure);
}

function metForgedProgram(validUntil: string): WorkflowUpdateFailedError {
  const failure = ApplicationFailure.create({
    ...{ type: 'ForgedProgramError', message: '', nonRetryable: true, details: [{ version: 3, validUntil }] },
  });
  return new WorkflowUpdateFailedError('failed', failure);
}

/** A server whose updates come to this, one after the other, and the ids they were sent under. */
function served(...outcomes: (Error | 'never' | object)[]): { runs: Runs; ids: string[] } {
  const ids: string[] = [];
  const workflow = {
    executeUpdateWithStart: (_definition: unknown, { updateId }: { updateId: string }) => {
      const outcome = outcomes[ids.length];
      ids.push(updateId);
      if (outcome instanceof Error) return Promise.reject(outcome);
      return outcome === 'never' ? new Promise(() => undefined) : Promise.resolve(outcome);
    },
  };
  const withDeadline = (_deadline: unknown, call: () => unknown): unknown => call();
  const client = { workflow, withDeadline } as unknown as Client;
  return { runs: createRuns({ client, taskQueue: 'test', coalesceMs: 0, waitMs: 300 }), ids };
}

describe('a call that is asked again', () => {
  it('after it was refused for coming too late is another update, which its run has not answered yet', async () => {
    const { runs, ids } = served(expired(EARLIER), expired(EARLIER), { state: 'confirmed' });
    expect(await runs.reserve(INPUT, REQUEST)).toEqual({ state: 'confirmed' });
    expect(ids).toEqual(['red_1', 'red_1~1', 'red_1~2']);
  });

  it('after a program was met that has been mended since is another update too, and fails while it has not', async () => {
    const mended = served(metForgedProgram(EARLIER), expired(EARLIER), { state: 'confirmed' });
    expect(await mended.runs.reserve(INPUT, REQUEST)).toEqual({ state: 'confirmed' });
    expect(mended.ids).toEqual(['red_1', 'red_1~1', 'red_1~2']);
    const { runs, ids } = served(metForgedProgram(EARLIER), metForgedProgram(MINE));
    await expect(runs.reserve(INPUT, REQUEST)).rejects.toMatchObject({ version: 3, validUntil: MINE });
    expect(ids).toEqual(['red_1', 'red_1~1']);
  });

  it('is refused where it was this very call that came too late', async () => {
    const { runs, ids } = served(expired(MINE));
    await expect(runs.reserve(INPUT, REQUEST)).rejects.toMatchObject({ code: 'request_expired' });
    expect(ids).toEqual(['red_1']);
  });

  it('waits no longer than one call does, however often it is sent', async () => {
    const { runs, ids } = served(expired(EARLIER), 'never');
    const begun = performance.now();
    await expect(runs.reserve(INPUT, REQUEST)).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(ids).toHaveLength(2);
  });

  it('of somebody who does not say until when he waits is sent once', async () => {
    const { runs, ids } = served(expired(EARLIER));
    const { validUntil: _none, ...request } = REQUEST;
    await expect(runs.reserve(INPUT, request)).rejects.toMatchObject({ code: 'request_expired' });
    expect(ids).toEqual(['red_1']);
  });
});
