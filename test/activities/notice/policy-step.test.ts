import { describe, expect, it } from '@jest/globals';
import { DEFAULT_MESSAGE_RULES, stepAfter } from '../../../src/loyalty';
import { holdingsIn } from '../../../src/loyalty/sale';
import type { Message } from '../../../src/store';
import { Scene } from '../../loyalty/notice/scene';
import { deskFor, MOBILE } from './desk';
import type { Desk } from './desk';

const RULES = { ...DEFAULT_MESSAGE_RULES, holdout: 0 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// Ahead of the clock, which the step does not go behind: Tuesdays in São Paulo.
const MORNING = Date.parse('2030-11-26T11:00:00-03:00');
const NIGHT = Date.parse('2030-11-26T22:00:00-03:00');
const OPENS = Date.parse('2030-11-27T08:00:00-03:00');

const whatsapp = ({ outbox }: Desk, key?: string): Message | undefined =>
  [...outbox.values()].find(
    ({ id, channel }) => channel === 'whatsapp' && (key === undefined || id.includes(key)),
  );

/** Earned at night; the first step has been taken. */
async function atNight(cents = 500): Promise<{ scene: Scene; desk: Desk; key: string }> {
  const scene = new Scene().at(NIGHT).deserve({ cents });
  const desk = deskFor(scene, [MOBILE]);
  desk.rules = RULES;
  const [key = ''] = scene.keys('earned');
  await desk.send(key);
  return { scene, desk, key };
}

/** A reminder that is due in the morning. */
function aReminder(): { scene: Scene; desk: Desk; key: string } {
  const scene = new Scene().at(MORNING - 83 * DAY).deserve({ cents: 500 });
  scene.give('earned');
  const [reminder] = scene.due('expiring');
  scene.now = reminder!.at;
  const desk = deskFor(scene);
  desk.rules = RULES;
  return { scene, desk, key: reminder!.key };
}

describe('a message that certainly did not go before the night', () => {
  it('has told nobody, so that only what there is in the morning is said', async () => {
    const scene = new Scene().at(NIGHT - 3 * HOUR).deserve({ cents: 500 });
    const desk = deskFor(scene, [MOBILE]);
    desk.rules = RULES;
    const [key = ''] = scene.keys('earned');
    desk.failing = true;
    await desk.send(key);
    expect(scene.sale.notices.postponed).toMatchObject([{ key, untold: true }]);
    scene.now = NIGHT;
    await desk.send(key);
    expect(scene.sale.notices.postponed).toMatchObject([{ key, untold: true }]);
    expect(whatsapp(desk)).toMatchObject({ state: 'queued', reason: 'quiet_hours' });
  });
});

describe('a message at night', () => {
  it('waits until the morning, says so, and goes then, once', async () => {
    const { scene, desk, key } = await atNight();
    expect(desk.sent).toEqual([]);
    const [postponed] = scene.sale.notices.postponed;
    expect(postponed).toMatchObject({ key, untold: true });
    expect(postponed!.at).toBeGreaterThanOrEqual(OPENS);
    expect(postponed!.at).toBeLessThan(OPENS + HOUR);
    expect(whatsapp(desk)).toMatchObject({
      ...{ state: 'queued', reason: 'quiet_hours' },
      decision: { do: 'wait', because: 'quiet_hours', until: new Date(postponed!.at) },
    });
    await desk.send(key);
    expect(desk.sent).toEqual([]);
    scene.now = postponed!.at;
    await desk.send(key);
    await desk.send(key);
    expect(desk.sent).toHaveLength(1);
    expect(scene.sale.notices).toMatchObject({ given: [key], postponed: [] });
  });

  it('that was never begun is ended with its reason when the sale is cancelled meanwhile', async () => {
    const { scene, desk, key } = await atNight();
    scene.change({ source: { status: 'cancelled' } }).deserve({ cents: 0 });
    const holdings = holdingsIn(scene.book.wallet, scene.sale.id);
    expect(stepAfter(scene.sale, holdings, scene.program, scene.now)).toMatchObject({ do: 'tell', key });
    await desk.send(key);
    expect(whatsapp(desk)).toMatchObject({
      ...{ state: 'skipped', reason: 'no_longer_due' },
      decision: { do: 'skip', because: 'no_longer_due' },
    });
    expect(scene.sale.notices).toMatchObject({ given: [], postponed: [] });
    const after = stepAfter(scene.sale, holdings, scene.program, scene.now);
    expect(after).toBeNull();
    expect(scene.keys('returned')).toEqual([]);
  });

  it('begins anew where the cancellation is taken back: the customer is told after all', async () => {
    const { scene, desk, key } = await atNight();
    scene.change({ source: { status: 'cancelled' } }).deserve({ cents: 0 });
    await desk.send(key);
    scene.change({ source: { status: 'completed' } }).deserve({ cents: 500 });
    expect(scene.keys('earned')).toEqual([key]);
    await desk.send(key);
    expect(whatsapp(desk)).toMatchObject({ state: 'queued', reason: 'quiet_hours' });
    scene.now = scene.sale.notices.postponed[0]!.at;
    await desk.send(key);
    expect(desk.sent).toHaveLength(1);
  });

  it('is not begun anew for who wants none any more: that is written down, for good', async () => {
    const { scene, desk, key } = await atNight();
    scene.change({ source: { status: 'cancelled' } }).deserve({ cents: 0 });
    await desk.send(key);
    scene.change({ source: { status: 'completed' } }).deserve({ cents: 500 });
    const later = deskFor(scene, [MOBILE], [{ channel: 'whatsapp', given: false }]);
    later.rules = RULES;
    for (const [id, message] of desk.outbox) later.outbox.set(id, message);
    await later.send(key);
    expect(whatsapp(later)).toMatchObject({
      ...{ state: 'skipped', reason: 'opted_out' },
      decision: { do: 'skip', because: 'opted_out' },
    });
    expect(later.sent).toEqual([]);
  });

  it('speaks of what there is in the morning, and nothing is told to have been taken back that nobody was told of', async () => {
    const { scene, desk, key } = await atNight(500);
    scene.change({}).deserve({ cents: 200 });
    const [instead = ''] = scene.keys('earned');
    expect(instead).not.toBe(key);
    await desk.send(key);
    await desk.send(instead);
    expect(whatsapp(desk, key)).toMatchObject({ state: 'skipped', reason: 'no_longer_due' });
    scene.now = scene.sale.notices.postponed[0]!.at;
    await desk.send(instead);
    expect(desk.sent).toHaveLength(1);
    expect(desk.sent[0]!.parameters.join(' ')).toContain('R$ 2,00');
    expect(scene.notices().filter(({ key }) => key.startsWith('returned'))).toEqual([]);
  });

  it('may still be tried for a day from when it may go: a passing failure in the morning does not end it', async () => {
    const { scene, desk, key } = await atNight();
    scene.now = OPENS + 5 * DAY;
    for (const [id, message] of desk.outbox)
      desk.outbox.set(id, { ...message, heldUntil: new Date(scene.now) });
    desk.failing = true;
    await desk.send(key);
    expect(whatsapp(desk)).toMatchObject({ state: 'queued', reason: 'busy' });
    expect(scene.sale.notices.postponed).toEqual([{ key, at: expect.any(Number), untold: true }]);
  });

  it('comes back for its place among all that its number sends for a day from then on, however long it has waited', async () => {
    const { scene, desk, key } = await atNight();
    const morning = OPENS + 5 * DAY;
    scene.now = morning;
    for (const [id, message] of desk.outbox)
      desk.outbox.set(id, { ...message, heldUntil: new Date(morning) });
    desk.place = { because: 'busy', afterMs: 20 };
    const again = async (): Promise<Message | undefined> => {
      await desk.send(key);
      return whatsapp(desk);
    };
    for (let time = 0; time < 3; time += 1) {
      const waits = await again();
      expect(waits).toMatchObject({ state: 'queued', reason: 'busy' });
      scene.now = waits!.nextAttemptAt!.getTime();
    }
    expect(scene.sale.notices.postponed).toMatchObject([{ key, untold: true }]);
    desk.place = { waitMs: 0 };
    expect(await again()).toMatchObject({ state: 'sent' });
    expect(desk.sent).toHaveLength(1);
  });

  it('is given up where it has come back for its place for a day', async () => {
    const { scene, desk, key } = await atNight();
    for (const [id, message] of desk.outbox) desk.outbox.set(id, { ...message, heldUntil: new Date(OPENS) });
    desk.place = { because: 'busy', afterMs: 20 };
    scene.now = OPENS + DAY;
    await desk.send(key);
    scene.now = whatsapp(desk)!.nextAttemptAt!.getTime();
    await desk.send(key);
    expect(whatsapp(desk)).toMatchObject({ state: 'skipped', reason: 'busy' });
  });
});

describe('caps', () => {
  const another = (at: number, underway = false): Desk['given'][number] => ({
    ...{ notice: 'mer_1/sal_2/expiring/x', at, underway },
  });

  it('hold a reminder for the next day, and let it go then', async () => {
    const { scene, desk, key } = aReminder();
    desk.given = [another(scene.now - HOUR)];
    await desk.send(key);
    expect(desk.sent).toEqual([]);
    expect(whatsapp(desk)).toMatchObject({ state: 'queued', reason: 'frequency_cap' });
    scene.now += DAY;
    await desk.send(key);
    expect(desk.sent).toHaveLength(1);
  });

  it('are looked at once more when it is about to go: of two at once, one steps back for a moment', async () => {
    const { scene, desk, key } = aReminder();
    const rival = another(scene.now, true);
    desk.meanwhile = () => void (desk.given = [rival]);
    await desk.send(key);
    expect(desk.sent).toEqual([]);
    expect(whatsapp(desk)).toMatchObject({ state: 'queued', reason: 'frequency_cap' });
    const [{ at } = { at: 0 }] = scene.sale.notices.postponed;
    expect(at - scene.now).toBeLessThanOrEqual(61_000);
    desk.meanwhile = () => undefined;
    desk.given = [{ ...rival, underway: false }];
    scene.now = at;
    await desk.send(key);
    expect(whatsapp(desk)?.nextAttemptAt?.getTime()).toBeGreaterThan(scene.now + 12 * HOUR);
    expect(desk.sent).toEqual([]);
  });

  it('do not count the same notice by another channel, nor hold a receipt', async () => {
    const { scene, desk, key } = aReminder();
    desk.given = [{ notice: `mer_1/sal_1/${key}`, at: scene.now, underway: true }];
    await desk.send(key);
    expect(desk.sent).toHaveLength(1);
    const earned = new Scene().at(MORNING).deserve({ cents: 500 });
    const other = deskFor(earned);
    Object.assign(other, { rules: RULES, given: [another(MORNING - HOUR)] });
    await other.send(earned.keys('earned')[0]!);
    expect(other.sent).toHaveLength(1);
  });
});

describe('what is not sent', () => {
  it.each([
    ['no_consent', { ...RULES, basis: 'opt_in' }, []],
    [null, { ...RULES, basis: 'opt_in' }, [{ channel: 'whatsapp', given: true }]],
    ['opted_out', RULES, [{ channel: 'whatsapp', given: false }]],
  ] as const)('says why: %s', async (reason, rules, told) => {
    const scene = new Scene().at(MORNING).deserve({ cents: 500 });
    const desk = deskFor(scene, [MOBILE], [...told]);
    desk.rules = rules;
    await desk.send(scene.keys('earned')[0]!);
    expect(whatsapp(desk)).toMatchObject({ state: reason === null ? 'sent' : 'skipped', reason });
  });

  it('says so where its customer has bought again', async () => {
    const scene = new Scene().at(MORNING - 45 * DAY).deserve({ cents: 500 });
    scene.give('earned');
    const [invitation] = scene.due('repurchase');
    scene.now = invitation!.at;
    const desk = deskFor(scene);
    desk.rules = RULES;
    desk.latestSaleId = 'sal_9';
    await desk.send(invitation!.key);
    expect(whatsapp(desk)).toMatchObject({ state: 'skipped', reason: 'bought_since' });
    expect(desk.sent).toEqual([]);
    expect(scene.sale.notices.given).toContain(invitation!.key);
  });
});
