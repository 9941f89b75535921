import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliver } from '../../src/activities/notice/deliver';
import type { Delivery } from '../../src/activities/notice/delivery';
import type { SendingStep } from '../../src/activities/notice/leaving';
import type { ActivityDeps } from '../../src/activities/runtime';
import { createLogger } from '../../src/log';
import { SendError } from '../../src/messaging';
import type { TemplateMessage } from '../../src/messaging';
import type { Customer, Store } from '../../src/store';
import { messageIdOf } from '../../src/store';
import { AT_ANY_HOUR } from '../../tools/at-any-hour';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const NOW = Date.UTC(2026, 10, 3, 15);
const MINUTE = 60_000;
/** A message that was marked at an instant has reached WhatsApp by then, if it ever does. */
const REACHED = 25_000;
const LOST = { outcome: 'unknown', scope: 'message', reason: 'no_answer' } as const;

let store: Store;
beforeAll(async () => {
  store = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
});
afterAll(() => store.close());

/** A sending number whose answers get lost when told so. */
class Number {
  readonly sent: TemplateMessage[] = [];
  lost = false;

  constructor(readonly senderId: string) {}

  sendTemplate(message: TemplateMessage): Promise<{ providerId: string; waId: null }> {
    this.sent.push(message);
    if (this.lost) return Promise.reject(new SendError('WhatsApp', 'timeout', LOST));
    return Promise.resolve({ providerId: `wamid.${randomUUID()}`, waId: null });
  }
}

interface Sale {
  merchantId: string;
  saleId: string;
}

const aSale = (merchantId = `mer_${randomUUID()}`): Sale => ({ merchantId, saleId: `sal_${randomUUID()}` });
const idOf = (sale: Sale): string => messageIdOf({ ...sale, key: 'earned/1', channel: 'whatsapp' });

/** Sends the sale's notice, as a step does that began at an instant. */
async function tell(
  number: Number,
  sale: Sale,
  at: number,
  step: Partial<SendingStep> = {},
): Promise<Delivery> {
  const customer = { id: 'cus_1', phones: [{ e164: '+5511987654321', key: '1187654321', mobile: true }] };
  const [delivery] = await deliver(
    { store, whatsapp: number, mailer: null, log: createLogger('silent') } as unknown as ActivityDeps,
    [
      {
        identity: { ...sale, key: 'earned/1', channel: 'whatsapp' },
        customer: customer as unknown as Customer,
        of: {
          ...{
            kind: 'earned',
            customerId: 'cus_1',
            zone: 'America/Sao_Paulo',
            moment: 0,
            rules: AT_ANY_HOUR,
          },
          ...{ live: true, consented: false, barriers: new Set(), gone: null, told: [] },
        },
        gate: null,
        content: { whatsapp: { template: 't', parameters: [] }, email: { subject: '', text: '', html: '' } },
      },
    ],
    new Date(at),
    { clock: () => at, isBrokenOff: () => false, ...step },
  );
  return delivery!;
}

/** Meta reports that one of the number's messages has arrived. */
async function delivered({ senderId }: Number, sale: Sale, at: number): Promise<void> {
  const report = { messageId: idOf(sale), providerId: 'wamid.x', reason: null, senderId };
  await store.messages.report([{ ...report, state: 'delivered', at }], new Date(at));
}

/** A message whose answer was lost, and another of its merchant that Meta reports on at an instant. */
async function inDoubt(about: {
  reportAt?: number;
  otherMerchant?: boolean;
  otherSender?: boolean;
}): Promise<{ number: Number; sale: Sale }> {
  const number = new Number(`${randomUUID()}`);
  const sale = aSale();
  number.lost = true;
  await tell(number, sale, NOW);
  number.lost = false;
  if (about.reportAt !== undefined) {
    const other = about.otherMerchant ? aSale() : aSale(sale.merchantId);
    const by = about.otherSender ? new Number('another') : number;
    await tell(by, other, NOW - MINUTE);
    await delivered(by, other, about.reportAt);
  }
  number.sent.length = 0;
  return { number, sale };
}

describe('a WhatsApp message whose answer was lost', () => {
  it('is sent again only once a report newer than it has come for another of the same merchant and number', async () => {
    const { number, sale } = await inDoubt({ reportAt: NOW + REACHED + 1 });
    await tell(number, sale, NOW + MINUTE - 1);
    expect(number.sent).toEqual([]);
    await tell(number, sale, NOW + MINUTE);
    await tell(number, sale, NOW + MINUTE);
    expect(number.sent.map(({ reference }) => reference)).toEqual([idOf(sale)]);
    expect(await store.messages.get(idOf(sale))).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it.each([
    ['no report has come at all', {}],
    ['the newest report is older than it', { reportAt: NOW - 1 }],
    ['the newest report is of a moment at which it may not have left yet', { reportAt: NOW + REACHED }],
    ['the newer report is of another merchant', { reportAt: NOW + REACHED + 1, otherMerchant: true }],
    ['the newer report is of another sending number', { reportAt: NOW + REACHED + 1, otherSender: true }],
  ])('stays unknown while %s', async (_why, about) => {
    const { number, sale } = await inDoubt(about);
    expect(await tell(number, sale, NOW + 10 * MINUTE)).toEqual({ again: null, untold: false });
    expect(number.sent).toEqual([]);
    expect(await store.messages.get(idOf(sale))).toMatchObject({ state: 'unknown', reason: 'no_report' });
  });

  it('stays unknown while only a late report of the former number is newer, of a message sent again by its own', async () => {
    const { number: former, sale } = await inDoubt({ reportAt: NOW + REACHED + 1 });
    const number = new Number(randomUUID());
    await tell(number, sale, NOW + MINUTE);
    await tell(number, sale, NOW + MINUTE);
    expect(number.sent).toHaveLength(1);
    const later = aSale(sale.merchantId);
    number.lost = true;
    await tell(number, later, NOW + 2 * MINUTE);
    await delivered(former, sale, NOW + 2 * MINUTE + REACHED + 1);
    await tell(number, later, NOW + 12 * MINUTE);
    expect(await store.messages.get(idOf(later))).toMatchObject({ state: 'unknown', reason: 'no_report' });
    // Its fate is known none the less.
    expect(await store.messages.get(idOf(sale))).toMatchObject({ state: 'delivered' });
  });
});

/** A clock that shows these instants, one each time it is looked at, and then stands. */
function clockOf(...shown: number[]): { clock: () => number } {
  return { clock: () => (shown.length > 1 ? shown.shift()! : shown[0]!) };
}

describe('a WhatsApp message whose step was held up', () => {
  it('is marked with the time at which it leaves, so that no report of the time before is newer', async () => {
    const [number, sale] = [new Number(randomUUID()), aSale()];
    number.lost = true;
    const left = NOW + 50_000;
    await tell(number, sale, NOW, { clock: () => left });
    expect(await store.messages.get(idOf(sale))).toMatchObject({ sendingSince: new Date(left) });
    number.lost = false;
    const other = aSale(sale.merchantId);
    await tell(number, other, NOW);
    await delivered(number, other, left - 1);
    await tell(number, sale, left + MINUTE);
    expect(number.sent).toHaveLength(2);
    expect(await store.messages.get(idOf(sale))).toMatchObject({ state: 'unknown', reason: 'no_report' });
  });

  it.each([
    ['too long after its mark', clockOf(NOW, NOW + 10_001)],
    ['once its step is broken off', { isBrokenOff: () => true }],
  ])('does not leave %s, and is marked anew by the next', async (_when, held) => {
    const [number, sale] = [new Number(randomUUID()), aSale()];
    const { again, untold } = await tell(number, sale, NOW, held);
    expect([number.sent, untold]).toEqual([[], true]);
    expect(await store.messages.get(idOf(sale))).toMatchObject({
      ...{ state: 'queued', reason: 'delayed', attempts: 0, sendingSince: null, nextAttemptAt: again },
    });
    const later = again!.getTime();
    await tell(number, sale, later);
    expect(number.sent).toHaveLength(1);
    expect(await store.messages.get(idOf(sale))).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('stays one that may have gone, where it was sent once before', async () => {
    const { number, sale } = await inDoubt({ reportAt: NOW + REACHED + 1 });
    await tell(number, sale, NOW + MINUTE);
    const at = NOW + MINUTE;
    expect(await tell(number, sale, at, clockOf(at, at, at + 10_001))).toMatchObject({ untold: false });
    expect(number.sent).toEqual([]);
    expect(await store.messages.get(idOf(sale))).toMatchObject({
      state: 'queued',
      reason: null,
      attempts: 1,
    });
  });
});

describe('delivery reports', () => {
  it('are not newer than they came, whatever the provider’s clock shows', async () => {
    const [number, sale] = [new Number(randomUUID()), aSale()];
    await tell(number, sale, NOW);
    const report = { messageId: idOf(sale), providerId: 'wamid.x', reason: null, senderId: number.senderId };
    await store.messages.report([{ ...report, state: 'delivered', at: NOW + MINUTE }], new Date(NOW + 1));
    expect(await store.messages.get(idOf(sale))).toMatchObject({ reportedAt: new Date(NOW + 1) });
  });

  it('are taken in by the thousand, in their order, repeated and late ones too', async () => {
    const number = new Number(randomUUID());
    const sales = Array.from({ length: 3 }, () => aSale());
    for (const sale of sales) await tell(number, sale, NOW);
    const report = (sale: Sale, state: 'sent' | 'delivered' | 'read' | 'failed', at: number): object => ({
      ...{ messageId: idOf(sale), providerId: `wamid.${sale.saleId}` },
      ...{ state, at, reason: state === 'failed' ? 'unreachable' : null, senderId: number.senderId },
    });
    const unknown = Array.from({ length: 1_200 }, () => report(aSale(), 'read', NOW));
    const reports = [
      ...[
        report(sales[0]!, 'sent', NOW),
        report(sales[0]!, 'read', NOW + 2),
        report(sales[0]!, 'delivered', NOW + 1),
      ],
      ...unknown,
      ...[report(sales[1]!, 'failed', NOW), report(sales[1]!, 'failed', NOW)],
      { ...report(sales[2]!, 'delivered', NOW), messageId: idOf(sales[2]!) },
    ] as Parameters<Store['messages']['report']>[0];
    await store.messages.report(reports, new Date(NOW + 2));
    await store.messages.report(reports, new Date(NOW + 2));
    await store.messages.report([], new Date(NOW + 2));
    const [read, failed, delivered] = await Promise.all(sales.map((sale) => store.messages.get(idOf(sale))));
    expect(read).toMatchObject({ state: 'read', reportedAt: new Date(NOW + 2) });
    expect(failed).toMatchObject({ state: 'failed', reason: 'unreachable' });
    expect(delivered).toMatchObject({ state: 'delivered' });
    const byProvider = {
      messageId: null,
      providerId: `wamid.${sales[2]!.saleId}`,
      reason: null,
      senderId: null,
    };
    await store.messages.report([{ ...byProvider, state: 'read', at: NOW }], new Date(NOW));
    expect(await store.messages.get(idOf(sales[2]!))).toMatchObject({ state: 'read' });
  });

  it('cannot name a message of one merchant by the id of another', async () => {
    const number = new Number(randomUUID());
    const sale = aSale();
    await tell(number, sale, NOW);
    const messageId = idOf(sale).replace(sale.merchantId, 'mer_other');
    await store.messages.report(
      [{ messageId, providerId: 'x', state: 'read', reason: null, senderId: null, at: NOW }],
      new Date(NOW),
    );
    expect(await store.messages.get(idOf(sale))).toMatchObject({ state: 'sent' });
  });
});
