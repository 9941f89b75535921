import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const NOW = Date.UTC(2026, 2, 10, 15);
/** Both processes work on one database. */
const MONGO = testMongoUri();
let store: Store;

beforeAll(async () => {
  store = await openMigratedStore({ uri: MONGO, encryptionKey: Buffer.alloc(32, 7) });
});
afterAll(() => store.close());

describe('call slots on the real wire', () => {
  it('grants at most three calls in any second to one company, whoever asks', async () => {
    const companyId = randomUUID();
    const slots = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const turn = await store.callPlaces.take(companyId, { key: `sale-${n}`, class: 'sale' });
        return { turn, at: Date.now() };
      }),
    );
    const starts = slots
      .flatMap(({ turn, at }) => (turn.kind === 'go' ? [at + turn.waitMs] : []))
      .sort((a, b) => a - b);
    expect(starts.length).toBeGreaterThan(0);
    for (const start of starts)
      expect(starts.filter((other) => other >= start && other < start + 1_000).length).toBeLessThanOrEqual(3);
    const places = slots.flatMap(({ turn, at }) => (turn.kind === 'later' ? [at + turn.comeBackMs] : []));
    expect(starts.length + places.length).toBe(30);
    expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan((places.length - 1) * 800);
  });

  it('gives a caller one place, however often and in however many processes he asks, and lets him go when it comes', async () => {
    const companyId = randomUUID();
    const other = await openMigratedStore({ uri: MONGO, encryptionKey: Buffer.alloc(32, 7) });
    try {
      const crowd = Array.from({ length: 6 }, (_, n) =>
        store.callPlaces.take(companyId, { key: `sale-${n}`, class: 'sale' }),
      );
      await Promise.all(crowd);
      const caller = { key: 'sale-x', class: 'sale' as const };
      const asked = await Promise.all(
        [store, other, store, other].map(async ({ callPlaces }) => {
          const turn = await callPlaces.take(companyId, caller);
          return { turn, until: Date.now() + (turn.kind === 'later' ? turn.comeBackMs : 0) };
        }),
      );
      const untils = asked.map(({ until: at }) => at);
      expect(Math.max(...untils) - Math.min(...untils)).toBeLessThan(300);
      expect(asked.every(({ turn }) => turn.kind === 'later')).toBe(true);
      await delay(Math.max(...untils) - Date.now());
      expect(await other.callPlaces.take(companyId, caller)).toMatchObject({ kind: 'go' });
      // His second call goes along with the first, also in another process, and whoever comes new still waits.
      expect(await store.callPlaces.take(companyId, caller)).toMatchObject({ kind: 'go' });
    } finally {
      await other.close();
    }
  });

  it('keeps none for whoever leaves rather than wait so long, and nobody is behind him', async () => {
    const companyId = randomUUID();
    const staff = { key: 'staff', class: 'staff' as const };
    const used = { kind: 'refused', why: 'day', pauseMs: 3_600_000 } as const;
    await store.callPlaces.report(companyId, used);
    for (const patienceMs of [6_000, 20])
      expect(await store.callPlaces.take(companyId, { ...staff, patienceMs })).toMatchObject({
        kind: 'later',
        why: 'day',
      });
    await store.callPlaces.report(companyId, { kind: 'answered' });
    expect(await store.callPlaces.take(companyId, { key: 'sale', class: 'sale' })).toMatchObject({
      kind: 'go',
      waitMs: 0,
    });
  });

  it('counts the day’s calls of both processes, and of those of an earlier version', async () => {
    const companyId = randomUUID();
    const slots = mongoose.createConnection(MONGO);
    try {
      const now = new Date();
      await slots.collection<{ _id: string }>('call_slots').insertOne({
        ...{ _id: companyId, nextAt: now, calls: 119_999 },
        day: new Date(now.getTime() - 3 * 3_600_000).toISOString().slice(0, 10),
      } as never);
      expect(await store.callPlaces.take(companyId, { key: 'a', class: 'sale' })).toMatchObject({
        kind: 'go',
      });
      expect(await store.callPlaces.usedToday(companyId, now)).toEqual({ used: 120_000, of: 120_000 });
      expect(await store.callPlaces.take(companyId, { key: 'b', class: 'sale' })).toMatchObject({
        kind: 'later',
        why: 'day',
      });
    } finally {
      await slots.close();
    }
  });
});

describe('companies that do not answer, on the real wire', () => {
  const silent = { kind: 'unanswered' } as const;
  const caller = (n: number) => ({ key: `sale-${n}`, class: 'sale' as const });

  it('are left alone by all processes, and asked again with the first answer', async () => {
    const companyId = randomUUID();
    const other = await openMigratedStore({ uri: MONGO, encryptionKey: Buffer.alloc(32, 7) });
    try {
      const moves = [];
      for (let n = 0; n < 5; n += 1) moves.push(...(await store.callPlaces.report(companyId, silent)));
      expect(moves).toEqual([{ of: 'company', to: 'open' }]);
      expect(await other.callPlaces.take(companyId, caller(1))).toMatchObject({
        kind: 'later',
        why: 'silence',
      });
      expect(await other.callPlaces.report(companyId, { kind: 'answered' })).toContainEqual({
        of: 'company',
        to: 'closed',
      });
      expect(await store.callPlaces.take(companyId, caller(2))).toMatchObject({ kind: 'later', why: 'pace' });
    } finally {
      await other.close();
    }
  });

  it('have their turn after the pause given to those who had no answer, one and the same as when they come', async () => {
    const companyId = randomUUID();
    const { callPlaces } = store;
    expect(await callPlaces.standBack(companyId, caller(0))).toBeNull();
    for (let n = 0; n < 5; n += 1) await callPlaces.report(companyId, silent);
    const places: number[] = [];
    for (let n = 0; n < 5; n += 1) places.push((await callPlaces.standBack(companyId, caller(n)))!);
    expect(Math.min(...places)).toBeGreaterThan(25_000);
    expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(1_000);
    const again = await callPlaces.take(companyId, caller(0));
    expect(again).toMatchObject({ kind: 'later', why: 'silence' });
    expect(again.kind === 'later' && again.comeBackMs).toBeLessThanOrEqual(places[0]!);
    await callPlaces.report(companyId, { kind: 'answered' });
    expect(await callPlaces.standBack(companyId, caller(9))).toBeNull();
  });

  it('are told of with since when, until when, and how many wait', async () => {
    const uri = testMongoUri();
    const alone = await openMigratedStore({ uri, encryptionKey: Buffer.alloc(32, 7) });
    const slots = mongoose.createConnection(uri);
    const { callPlaces, callStops } = alone;
    try {
      await callPlaces.report('quick', { kind: 'answered' });
      const from = alone.clock.estimate();
      for (let n = 0; n < 5; n += 1) await callPlaces.report('slow', silent);
      for (let n = 0; n < 7; n += 1) await callPlaces.take('slow', caller(n));
      await callPlaces.take('slower', caller(0));
      const stops = await callStops.of(['quick', 'slow']);
      expect([...stops.keys()]).toEqual(['slow']);
      const { since, until, ...rest } = stops.get('slow')!;
      expect(rest).toEqual({ of: 'company', why: 'silence', waiting: 7 });
      expect(since! - from).toBeLessThan(5_000);
      expect(until! - since!).toBeGreaterThanOrEqual(30_000);
      // Whoever comes when it is over tries, and is none of those who wait.
      await slots
        .collection<{ _id: string }>('call_slots')
        .updateOne({ _id: 'slow' }, { $set: { 'circuit.openUntil': Date.now() - 1 }, $inc: { turn: 1 } });
      expect((await callStops.of(['slow'])).get('slow')).toMatchObject({ until: null });
      expect(await callPlaces.take('slow', caller(9))).toMatchObject({ kind: 'go' });
      expect((await callStops.of(['slow'])).get('slow')).toMatchObject({ until: null, waiting: 7 });
      await callPlaces.report('slow', { kind: 'answered' });
      const blocked = { kind: 'refused', why: 'address', pauseMs: 600_000 } as const;
      for (const companyId of ['one', 'two']) await callPlaces.report(companyId, blocked);
      expect((await callStops.of(['slow', 'two'])).get('slow')).toMatchObject({ of: 'all', why: 'address' });
      await slots
        .collection<{ _id: string }>('call_slots')
        .updateOne(
          { _id: 'quick' },
          { $set: { day: new Date(from - 3 * 3_600_000).toISOString().slice(0, 10), calls: 120_000 } },
        );
      expect((await callStops.of(['quick'])).get('quick')).toMatchObject({ why: 'day', since: null });
    } finally {
      await slots.close();
      await alone.close();
    }
  });

  it('raise one alert of their merchant after a try in vain, which ends with the first answer', async () => {
    const owner = `mer_${randomUUID()}`;
    const companyId = randomUUID();
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: new Date(NOW + 1_000) };
    await store.connections.authorize(owner, { companyId, companyName: 'Loja' }, tokens, new Date(NOW));
    const slots = mongoose.createConnection(MONGO);
    try {
      for (let n = 0; n < 5; n += 1) await store.callPlaces.report(companyId, silent);
      // The pause is over, and whoever tries has no answer.
      await slots
        .collection<{ _id: string }>('call_slots')
        .updateOne({ _id: companyId }, { $set: { 'circuit.openUntil': Date.now() - 1 }, $inc: { turn: 1 } });
      expect(await store.callPlaces.take(companyId, caller(0))).toMatchObject({ kind: 'go' });
      await store.callPlaces.report(companyId, silent);
      await Promise.all([1, 2, 3].map((n) => store.callPlaces.take(companyId, caller(n))));
      expect(await store.alerts.list(owner, { state: 'open', limit: 5 })).toMatchObject([
        { kind: 'bling_silent' },
      ]);
      await store.callPlaces.report(companyId, { kind: 'answered' });
      expect(await store.alerts.list(owner, { state: 'open', limit: 5 })).toEqual([]);
    } finally {
      await slots.close();
    }
  });

  it('are told of by whoever is left where a process died before it told, and ended by whoever hears an answer', async () => {
    const owner = `mer_${randomUUID()}`;
    const companyId = randomUUID();
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: new Date(NOW + 1_000) };
    await store.connections.authorize(owner, { companyId, companyName: 'Loja' }, tokens, new Date(NOW));
    const open = (): Promise<unknown[]> => store.alerts.list(owner, { state: 'open', limit: 5 });
    const slots = mongoose.createConnection(MONGO);
    const other = await openMigratedStore({ uri: MONGO, encryptionKey: Buffer.alloc(32, 7) });
    try {
      for (let n = 0; n < 5; n += 1) await other.callPlaces.report(companyId, silent);
      // What the process that died has left: it is noted that people are told, and they are not.
      await slots
        .collection<{ _id: string }>('call_slots')
        .updateOne(
          { _id: companyId },
          { $set: { 'circuit.pauses': 2, 'circuit.told': true }, $inc: { turn: 1 } },
        );
      await other.callPlaces.take(companyId, caller(1));
      expect(await open()).toMatchObject([{ kind: 'bling_silent' }]);
      await other.close();
      await store.callPlaces.report(companyId, { kind: 'answered' });
      expect(await open()).toEqual([]);
    } finally {
      await slots.close();
    }
  });

  it('are all left alone by all processes while our address is blocked, and one alone whose day is used up', async () => {
    const uri = testMongoUri();
    const one = await openMigratedStore({ uri, encryptionKey: Buffer.alloc(32, 7) });
    const other = await openMigratedStore({ uri, encryptionKey: Buffer.alloc(32, 7) });
    try {
      const used = { kind: 'refused', why: 'day', pauseMs: 3_600_000 } as const;
      expect(await one.callPlaces.report('a', used)).toEqual([{ of: 'company', to: 'open' }]);
      expect(await other.callPlaces.take('a', caller(1))).toMatchObject({ kind: 'later', why: 'day' });
      expect(await other.callPlaces.take('b', caller(1))).toMatchObject({ kind: 'go' });
      const blocked = { kind: 'refused', why: 'address', pauseMs: 600_000 } as const;
      expect(await other.callPlaces.report('b', blocked)).toEqual([{ of: 'company', to: 'open' }]);
      expect(await other.callPlaces.report('b', blocked)).toEqual([]);
      expect(await one.callPlaces.report('e', blocked)).toEqual([
        { of: 'company', to: 'open' },
        { of: 'all', to: 'open' },
      ]);
      const turn = await one.callPlaces.take('c', caller(1));
      expect(turn).toMatchObject({ kind: 'later', why: 'silence' });
      // Each process looks every two seconds.
      const learnt = async (): Promise<boolean> =>
        (await other.callPlaces.take(randomUUID(), caller(2))).kind === 'later';
      for (let n = 0; n < 20 && !(await learnt()); n += 1) await delay(250);
      expect(await other.callPlaces.take('d', caller(1))).toMatchObject({ kind: 'later', why: 'silence' });
    } finally {
      await other.close();
      await one.close();
    }
  });

  it('share a refresh of their tokens that failed', async () => {
    const companyId = randomUUID();
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: new Date(NOW + 1_000) };
    const { id } = await store.connections.authorize(
      `mer_${randomUUID()}`,
      { companyId, companyName: 'Loja' },
      tokens,
      new Date(NOW),
    );
    const claim = (now: number) =>
      store.connections.claimRefresh(id, 1, new Date(now), new Date(now + 30_000));
    expect(await claim(NOW)).toBe(true);
    const failed = { until: new Date(NOW + 60_000), final: false };
    await store.connections.failRefresh(id, 1, failed);
    expect(await claim(NOW + 59_000)).toBe(false);
    expect(await store.connections.tokens(id)).toMatchObject({ refreshFailed: failed });
    expect(await claim(NOW + 60_000)).toBe(true);
    expect(await store.connections.tokens(id)).toMatchObject({ refreshFailed: null });
  });

  describe('and their failures', () => {
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: new Date(NOW + 1_000) };
    const failed = { until: new Date(NOW + 60_000), final: true };

    async function aConnection() {
      const owner = `mer_${randomUUID()}`;
      const company = { companyId: randomUUID(), companyName: 'Loja' };
      const authorize = () => store.connections.authorize(owner, company, tokens, new Date(NOW));
      const { id } = await authorize();
      const state = async () => (await store.connections.get(owner, id))!.state;
      return { id, authorize, state };
    }

    it('ask for a new authorisation, but not where there is one by then', async () => {
      const { id, authorize, state } = await aConnection();
      await store.connections.failRefresh(id, 1, failed);
      expect(await state()).toBe('needs_authorization');
      await authorize();
      await store.connections.failRefresh(id, 1, failed);
      expect(await state()).toBe('connected');
      expect(await store.connections.tokens(id)).toMatchObject({ version: 2, refreshFailed: null });
    });

    it('count no more after an authorisation by a process that does not know of them', async () => {
      const { id } = await aConnection();
      await store.connections.failRefresh(id, 1, failed);
      const claim = (version: number) =>
        store.connections.claimRefresh(id, version, new Date(NOW), new Date(NOW + 1));
      expect(await claim(1)).toBe(false);
      const database = mongoose.createConnection(MONGO);
      try {
        await database
          .collection<{ _id: string }>('connections')
          .updateOne({ _id: id }, { $inc: { tokenVersion: 1 }, $set: { state: 'connected' } });
      } finally {
        await database.close();
      }
      expect(await store.connections.tokens(id)).toMatchObject({ version: 2, refreshFailed: null });
      expect(await claim(2)).toBe(true);
    });
  });
});
