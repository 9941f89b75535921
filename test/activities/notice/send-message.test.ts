import { describe, expect, it } from '@jest/globals';
import { patched, refund } from '../../../src/loyalty';
import type { Consent, Message } from '../../../src/store';
import { Scene } from '../../loyalty/notice/scene';
import { DAY, SOLD_AT } from '../../loyalty/sale/sales';
import { deskFor, LANDLINE, MOBILE } from './desk';
import type { Desk } from './desk';

describe('a message that is due', () => {
  it('goes out once, however often the step is repeated', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene);
    const key = scene.keys('earned')[0]!;
    await desk.send(key);
    expect(scene.sale.notices.given).toEqual([key]);
    await desk.send(key);
    expect(desk.sent.map(({ template }) => template)).toEqual(['retorno_beneficio_ganho']);
  });
});

describe('a notice while something is due that waits for its moment', () => {
  it('comes after what time has decided: value that has ended is not told as earned', async () => {
    const scene = new Scene().at(SOLD_AT).deserve({ cents: 500 });
    const [key = ''] = scene.keys('earned');
    const [lot] = scene.book.wallet.lots;
    scene.now = lot!.expiresAt!;
    const desk = deskFor(scene);
    await desk.send(key);
    expect(scene.book.entries.at(-1)).toMatchObject({ type: 'EXPIRE', at: lot!.expiresAt });
    expect(desk.sent).toEqual([]);
    expect(scene.sale).toMatchObject({ benefit: { status: 'expired' }, notices: { given: [] } });
  });
});

describe('a merchant whose customers are not written to yet', () => {
  const HOUR = 3_600_000;
  // Ahead of the clock, which the step does not go behind.
  const FROM = Date.now() + HOUR;
  const due = (): { scene: Scene; desk: Desk; key: string } => {
    const scene = new Scene().at(FROM).deserve({ cents: 500 });
    const desk = deskFor(scene);
    desk.liveAt = null;
    return { scene, desk, key: scene.keys('earned')[0]! };
  };
  const whatsapp = ({ outbox }: Desk): Message | undefined =>
    [...outbox.values()].find(({ channel }) => channel === 'whatsapp');

  it('lets messages wait, looks again every hour, and sends those of the last day once they are', async () => {
    const { scene, desk, key } = due();
    await desk.send(key);
    expect(whatsapp(desk)).toMatchObject({ state: 'queued', reason: 'not_live' });
    expect(scene.sale.notices.postponed).toEqual([{ key, at: FROM + HOUR, untold: true }]);
    scene.now = FROM + 22 * HOUR;
    await desk.send(key);
    expect(whatsapp(desk)).toMatchObject({ state: 'queued', reason: 'not_live' });
    expect(scene.sale.notices.postponed).toEqual([{ key, at: FROM + 23 * HOUR, untold: true }]);
    expect(desk.sent).toEqual([]);
    desk.liveAt = new Date(scene.now);
    scene.now = FROM + 23 * HOUR;
    await desk.send(key);
    expect(desk.sent).toHaveLength(1);
    expect(scene.sale.notices.given).toEqual([key]);
  });

  it('sends nothing that is a day old, and says why', async () => {
    const { scene, desk, key } = due();
    await desk.send(key);
    scene.now = FROM + DAY;
    await desk.send(key);
    expect(whatsapp(desk)).toMatchObject({ state: 'skipped', reason: 'not_live' });
    desk.liveAt = new Date(scene.now);
    await desk.send(key);
    expect(desk.sent).toEqual([]);
    expect(scene.sale.notices.given).toEqual([key]);
  });
});

describe('what nobody was told', () => {
  it('is not told to have been taken back', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene);
    desk.liveAt = null;
    const [earned = ''] = scene.keys('earned');
    await desk.send(earned);
    for (const [id, message] of desk.outbox) desk.outbox.set(id, { ...message, state: 'skipped' });
    scene.sale = patched(scene.sale, { notices: { ...scene.sale.notices, given: [earned], postponed: [] } });
    desk.liveAt = new Date(SOLD_AT);
    scene.deserve({ cents: 0 });
    const [returned] = scene.keys('returned');
    expect(returned).toBeDefined();
    await desk.send(returned!);
    expect(desk.sent).toEqual([]);
    expect(scene.sale.notices.given).toContain(returned);
  });

  it('does not count as told where it is no longer due, and waits no more', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene);
    desk.liveAt = null;
    const [earned = ''] = scene.keys('earned');
    await desk.send(earned);
    scene.deserve({ cents: 0 });
    await desk.send(earned);
    // Nobody was written to at all: that is why, and it may still begin anew.
    expect([...desk.outbox.values()]).toContainEqual(
      expect.objectContaining({
        ...{ channel: 'whatsapp', state: 'skipped', reason: 'not_live' },
        decision: expect.objectContaining({ because: 'no_longer_due' }),
      }),
    );
    expect(scene.sale.notices.given).not.toContain(earned);
  });
});

describe('a customer with a landline and a mobile (R49)', () => {
  it('is written to on the mobile, also where the landline was told later', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene, [LANDLINE, MOBILE]);
    await desk.send(scene.keys('earned')[0]!);
    expect(desk.sent.map(({ to }) => to)).toEqual(['5511987654321']);
  });
});

describe('a customer who is on the list of whom never to write to', () => {
  it('is not written to, whatever they have agreed to', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const agreed = [{ channel: 'whatsapp', given: true } as const];
    const desk = deskFor(scene, [MOBILE], agreed, new Set(['whatsapp']));
    await desk.send(scene.keys('earned')[0]!);
    expect(desk.sent).toEqual([]);
    expect([...desk.outbox.values()]).toContainEqual(
      expect.objectContaining({ channel: 'whatsapp', state: 'skipped', reason: 'suppressed' }),
    );
  });
});

describe('a customer at an address whose owner wants no more', () => {
  it('is not written to, though they have said nothing themselves', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene, [MOBILE], [], new Set(), ['whatsapp']);
    await desk.send(scene.keys('earned')[0]!);
    expect(desk.sent).toEqual([]);
    expect([...desk.outbox.values()]).toContainEqual(
      expect.objectContaining({ channel: 'whatsapp', state: 'skipped', reason: 'opted_out' }),
    );
  });
});

describe('a customer who has said what they want to be told', () => {
  const given = { channel: 'whatsapp', given: true } as const;
  const refused = { channel: 'whatsapp', given: false } as const;

  it.each([
    ['no more', [refused, given], 'opted_out'],
    ['again', [given, refused], null],
    ['no e-mail', [{ channel: 'email', given: false } as const], null],
  ] as const)('%s: the newest fact of the channel holds', async (_what, told, reason) => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene, [MOBILE], [...told]);
    await desk.send(scene.keys('earned')[0]!);
    expect(desk.sent).toHaveLength(reason === null ? 1 : 0);
    const message = [...desk.outbox.values()].find(({ channel }) => channel === 'whatsapp');
    expect(message).toMatchObject({ state: reason === null ? 'sent' : 'skipped', reason });
    expect(scene.sale.notices.given).toHaveLength(1);
  });

  it('is written to no more by what failed before they said so, and what was on its way stays in doubt', async () => {
    for (const [before, after] of [
      ['queued', 'skipped'],
      ['sending', 'unknown'],
    ] as const) {
      const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
      const told: Pick<Consent, 'channel' | 'given'>[] = [];
      const desk = deskFor(scene, [MOBILE], told);
      await desk.giveUp(scene.keys('earned')[0]!);
      for (const [id, message] of desk.outbox) desk.outbox.set(id, { ...message, state: before });
      scene.change({ notices: { given: [] } });
      told.push(refused);
      await desk.send(scene.keys('earned')[0]!);
      expect(desk.sent).toEqual([]);
      const message = [...desk.outbox.values()].find(({ channel }) => channel === 'whatsapp');
      expect(message).toMatchObject({ state: after });
    }
  });
});

describe('a sale that was cancelled before it was ever calculated', () => {
  it('still has it told that what was used on it came back', async () => {
    const scene = new Scene(undefined, { benefit: { programVersion: null } }).deserve(
      { cents: 700 },
      'sal_0',
    );
    const use = scene.spend('cashback', 400, 'sal_1');
    refund(scene.book, use, 'sal_1', scene.now);
    scene.change({ source: { status: 'cancelled' }, benefit: { refundedCents: 400 } });
    const desk = deskFor(scene);
    await desk.send(scene.keys('returned')[0]!);
    expect(desk.sent[0]?.parameters[3]).toContain('voltaram R$ 4,00');
  });
});

describe('a message that is no longer due when its turn comes', () => {
  it('is not sent, and does not count as told: the sale was cancelled meanwhile', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene);
    const key = scene.keys('earned')[0]!;
    scene.change({ source: { status: 'cancelled' } });
    await expect(desk.send(key)).resolves.toMatchObject({ status: expect.any(String) });
    expect(desk.sent).toEqual([]);
    expect(scene.sale.notices.given).toEqual([]);
    expect(scene.deserve({}).notices()).toEqual([]);
  });

  it('counts as told if an earlier attempt had sent it: then the cancellation is told as well', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene);
    const key = scene.keys('earned')[0]!;
    await desk.send(key);
    scene.sale = patched(scene.sale, { notices: { given: [] } });
    scene.change({ source: { status: 'cancelled' } });
    await desk.send(key);
    expect(desk.sent).toHaveLength(1);
    expect(scene.sale.notices.given).toEqual([key]);
    scene.deserve({});
    const [back = ''] = scene.keys('returned');
    scene.now += DAY;
    await desk.send(back);
    expect(desk.sent.map(({ template }) => template)).toEqual([
      'retorno_beneficio_ganho',
      'retorno_beneficio_estornado',
    ]);
  });
});

describe('a message that is given up', () => {
  const states = ({ outbox }: Desk): string[] => [...outbox.values()].map(({ state }) => state);

  it('has certainly not gone where nobody began to send it, and counts as told', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene);
    const key = scene.keys('earned')[0]!;
    await desk.giveUp(key);
    expect(new Set(states(desk))).toEqual(new Set(['skipped']));
    expect(scene.sale.notices.given).toEqual([key]);
  });

  it.each([
    ['is on its way', { state: 'sending', reason: null }, 'unknown'],
    ['was sent once, and nobody knows how that ended', { state: 'queued', reason: null }, 'unknown'],
    ['was refused for the time being', { state: 'queued', reason: 'rate_limited' }, 'skipped'],
    ['was delivered', { state: 'delivered', reason: null }, 'delivered'],
  ] as const)('is said to have gone, or not, as it %s', async (_how, known, state) => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene);
    const key = scene.keys('earned')[0]!;
    await desk.giveUp(key);
    for (const [id, message] of desk.outbox) desk.outbox.set(id, { ...message, ...known });
    scene.change({ notices: { given: [] } });
    await desk.giveUp(key);
    expect(new Set(states(desk))).toEqual(new Set([state]));
  });

  it('is not told of, nor said to be, where it is no longer due: the sale was cancelled meanwhile', async () => {
    const scene = new Scene().at(Date.now()).deserve({ cents: 500 });
    const desk = deskFor(scene);
    const key = scene.keys('earned')[0]!;
    scene.change({ source: { status: 'cancelled' } });
    await desk.giveUp(key);
    expect(states(desk)).toEqual([]);
    expect(scene.sale.notices.given).toEqual([]);
  });
});
