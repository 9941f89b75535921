import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppDeps } from '../../src/api/http';
import { heedFailures } from '../../src/api/notice/heed-failures';
import { parseWhatsAppStatuses } from '../../src/messaging';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';
import { Desk, TEMPLATES } from './notice-desk';
import { until } from './until';

const NOW = Date.UTC(2026, 10, 3, 15);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const settings = { uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) };

let store: Store;
let simulator: Simulator;
let webhook: Server;
const bodies: Buffer[] = [];
beforeAll(async () => {
  store = await openMigratedStore(settings);
  webhook = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      bodies.push(Buffer.concat(parts));
      res.end();
    });
  });
  await new Promise<void>((listening) => webhook.listen(0, '127.0.0.1', listening));
  const { port } = webhook.address() as AddressInfo;
  simulator = await startSimulator({
    ...{ clientId: 'retorno-test', clientSecret: 'retorno-test-secret' },
    whatsapp: { webhookUrl: `http://127.0.0.1:${port}/`, appSecret: 'secret' },
  });
});
afterAll(async () => {
  await simulator?.close();
  webhook?.close();
  await store?.close();
});

function aDesk(senderId: string, options?: ConstructorParameters<typeof Desk>[2]): Desk {
  return new Desk({ store, simulator }, senderId, options);
}

const NOTHING = { waits: null, pauses: [], alerts: [], no: false, strikes: 0 };
const BACK_OFF = { ...NOTHING, fate: 'queued busy', waits: expect.any(Number) };
const held = (what: string, ms: number, alerts: string[], reason: string): object => ({
  ...{ ...NOTHING, fate: `queued ${reason}`, waits: ms, pauses: [`${what} ${ms}`], alerts },
});
const SENDER = held('sender', 15 * MINUTE, ['sender_paused'], 'sender_blocked');
const TEMPLATE = held('template', HOUR, ['template_paused'], 'template_blocked');
const SLOWER = held('sender', 2 * SECOND, [], 'busy');
const WRONG = { ...NOTHING, fate: 'failed invalid_message' };

/** Every code that is documented, and what follows from it. */
const TABLE: [number, object][] = [
  ...[1, 2, 131000, 131016, 131057, 133004].map((code): [number, object] => [code, BACK_OFF]),
  ...[4, 80007, 130429].map((code): [number, object] => [code, SLOWER]),
  [131056, held('recipient', 4 * SECOND, [], 'too_fast_for_recipient')],
  [131049, { ...NOTHING, fate: 'queued marketing_limit', waits: expect.any(Number) }],
  [130472, { ...NOTHING, fate: 'failed experiment' }],
  [131026, { ...NOTHING, fate: 'queued unreachable', waits: expect.any(Number), strikes: 1 }],
  [131050, { ...NOTHING, fate: 'failed opted_out', no: true }],
  ...[0, 3, 10, 190, 200, 250, 299, 368, 131005, 131031, 131042, 131045, 131048, 133010].map(
    (code): [number, object] => [code, SENDER],
  ),
  ...[132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068].map((code): [number, object] => [
    code,
    TEMPLATE,
  ]),
  ...[33, 100, 131008, 131009, 131021, 131047, 131051, 135000].map((code): [number, object] => [code, WRONG]),
];

describe('what Meta refuses', () => {
  it.each(TABLE)('%i leads to its one action and no other', async (code, expected) => {
    const desk = aDesk(`7${code}`);
    simulator.whatsapp.faults.inject({ kind: 'error', code, phone: desk.phone });
    const sale = desk.next();
    await desk.tell(sale, NOW);
    expect(await desk.seen(sale, NOW)).toEqual(expected);
    expect(simulator.whatsapp.messages(desk.phone)).toEqual([]);
  });

  it('is tried as often as its code allows, and then given up', async () => {
    const tries = async (code: number): Promise<[number, string]> => {
      const desk = aDesk(`8${code}`);
      simulator.whatsapp.faults.inject({ kind: 'error', code, phone: desk.phone, times: 9 });
      const sale = desk.next();
      let at: number | undefined = NOW;
      while (at !== undefined) at = (await desk.tell(sale, at)).again?.getTime();
      const { attempts, state, reason } = await desk.message(sale);
      return [attempts, `${state} ${reason}`];
    };
    expect(await tries(1)).toEqual([3, 'failed busy']);
    expect(await tries(131049)).toEqual([2, 'failed marketing_limit']);
    simulator.whatsapp.faults.clear();
  });

  it('is tried as often as each code allows, whatever else it met before', async () => {
    const fates = async (...codes: number[]): Promise<string> => {
      const desk = aDesk(`80${codes.join('')}`);
      const sale = desk.next();
      let at: number | undefined = NOW;
      for (const code of codes) {
        simulator.whatsapp.faults.inject({ kind: 'error', code, phone: desk.phone });
        if (at !== undefined) at = (await desk.tell(sale, at)).again?.getTime();
      }
      if (at !== undefined) await desk.tell(sale, at);
      const { attempts, state } = await desk.message(sale);
      simulator.whatsapp.faults.clear();
      return `${attempts} ${state}`;
    };
    expect(await fates(131000, 131049)).toBe('3 sent');
    expect(await fates(131049, 131000)).toBe('3 sent');
    expect(await fates(131000, 131000, 131000, 1)).toBe('5 sent');
    expect(await fates(...Array<number>(12).fill(131000), 131049)).toBe('14 sent');
    expect(await fates(131049, 131049)).toBe('2 failed');
    expect(await fates(1, 131000, 1, 1)).toBe('4 failed');
  });
});

describe('a number that Meta does not let send', () => {
  it('is left alone by every worker and after a restart, for every merchant, until one message goes', async () => {
    const [mine, theirs] = [aDesk('9001'), aDesk('9001')];
    simulator.whatsapp.refuse(131048);
    const [first, second] = [mine.next(), theirs.next()];
    const { again } = await mine.tell(first, NOW);
    simulator.whatsapp.refuse(null);
    const restarted = await openStore(settings);
    try {
      const elsewhere = aDesk('9001', { merchantId: theirs.merchantId, by: restarted });
      await elsewhere.tell(second, NOW + MINUTE);
      expect(await theirs.message(second)).toMatchObject({
        state: 'queued',
        reason: 'sender_paused',
        attempts: 0,
      });
      await mine.tell(mine.next(), NOW + MINUTE);
    } finally {
      await restarted.close();
    }
    for (const desk of [mine, theirs]) {
      expect(simulator.whatsapp.messages(desk.phone)).toHaveLength(0);
      expect(await store.alerts.countOpen(desk.merchantId)).toEqual({ sender_paused: 1 });
    }
    await mine.tell(first, again!.getTime());
    expect(await mine.message(first)).toMatchObject({ state: 'sent' });
    for (const desk of [mine, theirs]) expect(await store.alerts.countOpen(desk.merchantId)).toEqual({});
    await theirs.tell(theirs.next(), again!.getTime());
    expect(simulator.whatsapp.messages(theirs.phone)).toHaveLength(1);
  });

  it('is tried by one message at a time, and left alone longer each time', async () => {
    const desks = Array.from({ length: 6 }, () => aDesk('9002'));
    simulator.whatsapp.refuse(131042);
    const sales = desks.map((desk) => desk.next());
    await desks[0]!.tell(sales[0]!, NOW);
    const tried = async (at: number): Promise<number[]> => {
      await Promise.all(desks.map((desk, place) => desk.tell(sales[place]!, at)));
      const all = await Promise.all(desks.map((desk, place) => desk.message(sales[place]!)));
      const [pause] = await store.sendPauses.on({ sender: 'whatsapp/9002', template: null, to: null });
      return [all.reduce((sum, { attempts }) => sum + attempts, 0), pause!.until.getTime() - at];
    };
    expect(await tried(NOW + 15 * MINUTE)).toEqual([2, 30 * MINUTE]);
    expect(await tried(NOW + 30 * MINUTE)).toEqual([2, 15 * MINUTE]);
    expect(await tried(NOW + 45 * MINUTE)).toEqual([3, HOUR]);
    simulator.whatsapp.refuse(null);
  });

  it('loses what has waited for a day, and says why', async () => {
    const desk = aDesk('9003');
    simulator.whatsapp.refuse(190);
    const [first, late] = [desk.next(), desk.next()];
    await desk.tell(first, NOW);
    await desk.tell(late, NOW + MINUTE);
    for (let at = NOW; at <= NOW + 2 * DAY; at += HOUR) {
      await desk.tell(first, at + 2 * MINUTE);
      await desk.tell(late, at + 3 * MINUTE);
    }
    simulator.whatsapp.refuse(null);
    expect(await desk.message(late)).toMatchObject({ state: 'skipped', reason: 'sender_paused' });
    expect(simulator.whatsapp.messages(desk.phone)).toEqual([]);
  });
});

it('a template that Meta has paused holds up its own messages and no others', async () => {
  const desk = aDesk('9004');
  simulator.whatsapp.refuse(132015, TEMPLATES.earned);
  const [first, next] = [desk.next(), desk.next()];
  await desk.tell(first, NOW);
  await desk.tell(next, NOW + 1);
  expect(await desk.message(next)).toMatchObject({ state: 'queued', reason: 'template_paused', attempts: 0 });
  await desk.tell(next, NOW + 1, 'returned');
  simulator.whatsapp.refuse(null, TEMPLATES.earned);
  expect(simulator.whatsapp.messages(desk.phone).map(({ template }) => template)).toEqual([
    TEMPLATES.returned,
  ]);
  const [alert] = await store.alerts.list(desk.merchantId, { state: 'open', limit: 2 });
  expect(alert).toMatchObject({
    kind: 'template_paused',
    facts: { code: '132015', template: TEMPLATES.earned },
  });
});

describe('what Meta reports after it has taken a message', () => {
  /** Sends one, and heeds what is reported of it. */
  async function told(desk: Desk, at = Date.now()): Promise<void> {
    bodies.length = 0;
    await desk.tell(desk.next(), at);
    const failed = await until('the report', () =>
      Promise.resolve(
        bodies.flatMap((one) => parseWhatsAppStatuses(one)).find(({ errorCode }) => errorCode !== null),
      ),
    );
    const heed = (late = 0): Promise<void> =>
      heedFailures({ store, now: () => Date.now() + late } as unknown as AppDeps, [failed]);
    await Promise.all([heed(), heed()]);
    await heed(2 * DAY);
  }

  it('a phone that is not on WhatsApp is not written to after the second time', async () => {
    const desk = aDesk('9005');
    simulator.whatsapp.leave(desk.phone, true);
    await told(desk);
    const once = { ...desk.customer, document: null };
    const reached = async (): Promise<number> =>
      (await store.suppressions.of(desk.merchantId, once, new Date())).unreachable.size;
    expect(await reached()).toBe(0);
    await told(desk);
    expect(await reached()).toBe(1);
    const third = desk.next();
    await desk.tell(third, Date.now());
    expect(await desk.message(third)).toMatchObject({ state: 'skipped', reason: 'unreachable' });
    const later = new Date(Date.now() + 91 * DAY);
    expect((await store.suppressions.of(desk.merchantId, once, later)).unreachable.size).toBe(0);
    simulator.whatsapp.leave(desk.phone, false);
  });

  it('a payment that is missing pauses the number, once, and not by what is told days late', async () => {
    const desk = aDesk('9006');
    const fault = { kind: 'failed-later', code: 131042, phone: desk.phone } as const;
    simulator.whatsapp.faults.inject(fault);
    await told(desk);
    const [pause] = await store.sendPauses.on({ sender: 'whatsapp/9006', template: null, to: null });
    expect(pause).toMatchObject({ what: 'sender', code: '131042', tries: 1, merchants: [desk.merchantId] });
    const next = desk.next();
    await desk.tell(next, Date.now());
    expect(await desk.message(next)).toMatchObject({ state: 'queued', reason: 'sender_paused' });
  });
});
