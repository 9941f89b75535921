import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGate, pauseIn, readGate, usedPauses } from '../../src/activities/notice/gate';
import type { AppDeps } from '../../src/api/http';
import { heedArrivals } from '../../src/api/notice/heed-arrivals';
import { heedFailures } from '../../src/api/notice/heed-failures';
import type { WhatsAppStatus } from '../../src/messaging';
import { closeForsaken, messageIdOf } from '../../src/store';
import type { Alert, SendPause, Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const NOW = Date.UTC(2026, 10, 3, 15);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const PHONE = '5511987654321';

let store: Store;
beforeAll(async () => {
  store = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
});
afterAll(() => store.close());

/** A sending number, what it sends for one merchant, and what Meta reports of it. */
class Sender {
  readonly id = randomUUID();
  private sales = 0;

  constructor(readonly merchantId = `mer_${randomUUID()}`) {}

  /** A message that Meta takes, whatever becomes of it. @returns its id */
  async takes(at: number): Promise<string> {
    const gate = await readGate({ store, whatsapp: null }, this.path);
    const now = new Date(at);
    for (const pause of gate!.pauses) expect(await store.sendPauses.tryNow(pause, now)).toBeNull();
    this.sales += 1;
    const { merchantId, id: senderId } = this;
    const identity = {
      merchantId,
      saleId: `sal_${this.sales}`,
      key: 'earned/1',
      channel: 'whatsapp',
    } as const;
    const about = { customerId: 'cus_1', kind: 'earned' } as const;
    await store.messages.open([{ identity, about, beginning: { state: 'sending', senderId } }], now);
    await store.messages.finish(messageIdOf(identity), { state: 'sent' }, now);
    await openGate({ store, whatsapp: null }, gate, now);
    return messageIdOf(identity);
  }

  async failed(message: string, at: number, code = 131042, heardAt = at + SECOND): Promise<void> {
    await heedFailures(this.deps(heardAt), [this.report(message, at, { status: 'failed', errorCode: code })]);
  }

  async delivered(message: string, at: number, heardAt = at + SECOND): Promise<void> {
    await heedArrivals(this.deps(heardAt), [this.report(message, at, { status: 'delivered' })]);
  }

  /** What is held up, and whether messages wait for it then. */
  async held(at: number): Promise<(Pick<SendPause, 'tries' | 'code'> & { waitsMs: number }) | null> {
    const gate = await readGate({ store, whatsapp: null }, this.path);
    const [pause] = gate!.pauses;
    if (!pause) return null;
    const { tries, code } = pause;
    return { tries, code, waitsMs: (pauseIn(gate, new Date(at)).pause?.until ?? at) - at };
  }

  async alerts(): Promise<Alert[]> {
    return store.alerts.list(this.merchantId, { state: 'open', limit: 9 });
  }

  get path(): { sender: string; template: string; to: string } {
    return { sender: `whatsapp/${this.id}`, template: 'retorno_beneficio_ganho', to: `+${PHONE}` };
  }

  private deps(at: number): AppDeps {
    return { store, now: () => at } as unknown as AppDeps;
  }

  private report(reference: string, at: number, change: Partial<WhatsAppStatus>): WhatsAppStatus {
    return {
      ...{ reference, at, senderId: this.id, providerId: `wamid.${reference}`, recipient: PHONE },
      ...{ status: 'sent' as const, errorCode: null, user: null },
      ...change,
    };
  }
}

describe('a number that Meta’s reports have paused', () => {
  it('is held up longer each time, although Meta takes what tries, until a message arrives', async () => {
    const sender = new Sender();
    const first = await sender.takes(NOW);
    const told = NOW + 2 * SECOND;
    await sender.failed(first, NOW + SECOND);
    expect(await sender.held(told)).toEqual({ tries: 1, code: '131042', waitsMs: 15 * MINUTE });

    const again = NOW + 16 * MINUTE;
    const second = await sender.takes(again);
    expect(await sender.held(again)).toEqual({ tries: 1, code: '131042', waitsMs: 10 * MINUTE });
    expect(await sender.alerts()).toHaveLength(1);
    await sender.failed(second, again + SECOND);
    await sender.failed(second, again + SECOND, 131042, again + MINUTE);
    expect(await sender.held(again + 2 * SECOND)).toMatchObject({ tries: 2, waitsMs: 30 * MINUTE });

    const mended = again + 31 * MINUTE;
    const third = await sender.takes(mended);
    await sender.delivered(third, mended + SECOND);
    expect([await sender.held(mended), await sender.alerts()]).toEqual([null, []]);
    await sender.failed(first, NOW + SECOND, 131042, mended + 2 * SECOND);
    expect([await sender.held(mended), await sender.alerts()]).toEqual([null, []]);
  });

  it('counts once what tried and failed, also where the report overtakes Meta’s answer', async () => {
    const sender = new Sender();
    await sender.failed(await sender.takes(NOW), NOW + SECOND);
    const at = NOW + 16 * MINUTE;
    const gate = await readGate({ store, whatsapp: null }, sender.path);
    expect(await store.sendPauses.tryNow(gate!.pauses[0]!, new Date(at))).toBeNull();
    const tried = messageIdOf({
      ...{ merchantId: sender.merchantId, saleId: 'sal_1', key: 'earned/1', channel: 'whatsapp' },
    });
    await Promise.all([1, 2, 3].map(() => sender.failed(tried, at + SECOND)));
    await openGate({ store, whatsapp: null }, gate, new Date(at + 2 * SECOND));
    expect(await sender.held(at + 2 * SECOND)).toMatchObject({ tries: 2, waitsMs: 30 * MINUTE });
  });

  it('is not held up again by what is told once more after it was over, and is by what failed since', async () => {
    const sender = new Sender();
    const first = await sender.takes(NOW);
    await sender.failed(first, NOW + SECOND, 130429);
    const second = await sender.takes(NOW + 5 * SECOND);
    await sender.delivered(second, NOW + 6 * SECOND);
    expect(await sender.held(NOW + 7 * SECOND)).toBeNull();
    await sender.failed(first, NOW + SECOND, 130429, NOW + 8 * SECOND);
    await sender.failed(second, NOW + 6 * SECOND, 130429, NOW + 8 * SECOND);
    expect(await sender.held(NOW + 8 * SECOND)).toBeNull();
    await sender.failed(await sender.takes(NOW + 9 * SECOND), NOW + 9 * SECOND, 130429);
    expect(await sender.held(NOW + 10 * SECOND)).toMatchObject({ tries: 1, waitsMs: 2 * SECOND });
  });

  it('is not shown to send by what left before it was refused, or arrived before', async () => {
    const sender = new Sender();
    const former = await sender.takes(NOW - MINUTE);
    await sender.failed(await sender.takes(NOW), NOW + SECOND);
    await sender.delivered(former, NOW + 5 * SECOND);
    expect(await sender.held(NOW)).toMatchObject({ tries: 1 });
    const tried = await sender.takes(NOW + 16 * MINUTE);
    await sender.delivered(tried, NOW + SECOND, NOW + 17 * MINUTE);
    expect(await sender.held(NOW)).toMatchObject({ tries: 1 });
  });

  it('is over as well where no report says for ten minutes that what tried has failed', async () => {
    const sender = new Sender();
    await sender.failed(await sender.takes(NOW), NOW + SECOND);
    await sender.takes(NOW + 16 * MINUTE);
    expect(await sender.held(NOW + 25 * MINUTE)).toMatchObject({ waitsMs: MINUTE });
    await sender.takes(NOW + 26 * MINUTE);
    expect([await sender.held(NOW), await sender.alerts()]).toEqual([null, []]);
  });
});

describe('the alert of a pause', () => {
  it('says by each refusal that it lasts, and why by now, to every merchant that has it', async () => {
    const sender = new Sender();
    await sender.failed(await sender.takes(NOW), NOW + SECOND);
    const theirs = `mer_${randomUUID()}`;
    const [pause] = await store.sendPauses.on(sender.path);
    const about = { kind: 'sender_paused', subject: pause!.id } as const;
    await store.alerts.raise({ merchantId: theirs, ...about }, { text: '', facts: {} }, new Date(NOW));
    await store.sendPauses.tell(pause!.id, theirs);
    const at = NOW + 16 * MINUTE;
    await sender.failed(await sender.takes(at), at + SECOND, 190);
    const [mine] = await sender.alerts();
    const [other] = await store.alerts.list(theirs, { state: 'open', limit: 9 });
    for (const alert of [mine, other])
      expect(alert).toMatchObject({ lastSeenAt: new Date(at + 2 * SECOND), facts: { code: '190' } });
  });

  it('closes, and the pause with it, once its number sends no more, and stays while it does', async () => {
    const sender = new Sender();
    await sender.failed(await sender.takes(NOW), NOW + SECOND);
    const used = (senderId: string): ReadonlySet<string> =>
      usedPauses({ whatsapp: { senderId } as never, mailer: null });
    const later = new Date(NOW + 60 * MINUTE);
    await closeForsaken(store, sender.merchantId, used(sender.id), later);
    expect(await sender.alerts()).toHaveLength(1);
    await closeForsaken(store, sender.merchantId, used('another'), later);
    expect([await sender.alerts(), await sender.held(NOW)]).toEqual([[], null]);
  });

  it('closes where the pause ended and nobody could write down that it has', async () => {
    const sender = new Sender();
    await sender.failed(await sender.takes(NOW), NOW + SECOND);
    const [pause] = await store.sendPauses.on(sender.path);
    const later = new Date(NOW + 60 * MINUTE);
    await store.sendPauses.end(pause!, later, later);
    expect(await sender.alerts()).toHaveLength(1);
    await closeForsaken(store, sender.merchantId, usedPauses({ whatsapp: null, mailer: null }), later);
    expect(await sender.alerts()).toEqual([]);
  });
});
