import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi } from '../an-api';
import { MINE, THEIR_KEY, THEIRS } from '../builders';

const PATH = '/v1/sales';

function aPostedSale(externalId: string): Record<string, unknown> {
  const soldAt = '2026-11-03T12:00:00-03:00';
  return { channel: 'pos', externalId, soldAt, totalCents: 10_000, status: 'completed' };
}

describe('a crowd of sales', () => {
  it('of one merchant is taken in one at a time, and holds up nobody else', async () => {
    const { app, post, runs } = anApi();
    const taken = (merchantId: string): number =>
      runs.signals.filter(({ input }) => input.merchantId === merchantId).length;
    let [letGo, reached] = [(): void => undefined, (): void => undefined];
    const held = new Promise<void>((resolve) => void (letGo = resolve));
    const first = new Promise<void>((resolve) => void (reached = resolve));
    runs.behave = () => {
      if (runs.signals.at(-1)!.input.merchantId !== MINE) return undefined;
      if (taken(MINE) === 1) reached();
      return held;
    };
    const crowd = Array.from({ length: 12 }, (_, n) =>
      post(PATH, aPostedSale(`PDV-${n}`), `crowd-${n}`).then(({ status }) => status),
    );
    await first;
    const theirs = await request(app)
      .post(PATH)
      .set({ authorization: `Bearer ${THEIR_KEY}`, 'idempotency-key': 'theirs' })
      .send(aPostedSale('PDV-1'));
    expect(theirs.status).toBe(201);
    expect([taken(MINE), taken(THEIRS)]).toEqual([1, 1]);
    letGo();
    expect(await Promise.all(crowd)).toEqual(Array(12).fill(201));
    expect(taken(MINE)).toBe(12);
  });
});
