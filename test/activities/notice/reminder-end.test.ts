import { describe, expect, it } from '@jest/globals';
import { DEFAULT_MESSAGE_RULES } from '../../../src/loyalty';
import type { SendPause } from '../../../src/store';
import { rollback } from '../../../src/loyalty/redemption';
import { aProgram, Scene } from '../../loyalty/notice/scene';
import type { Earning } from '../../loyalty/notice/scene';
import { deskFor, MOBILE } from './desk';
import type { Desk } from './desk';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// Ahead of the clock, which the step does not go behind: a Tuesday in São Paulo.
const MORNING = Date.parse('2030-11-26T11:00:00-03:00');

interface Owed {
  scene: Scene;
  desk: Desk;
  /** Of the reminders, the one that comes first. */
  keys: string[];
  end: number;
}

/** R$ 5,00, or what else was earned, of which reminders are owed, at the moment of the first. */
function owed(before = ['P7D'], phones = [MOBILE], earned: Earning = { cents: 500 }): Owed {
  const messages = { earned: {}, expiring: { before }, expired: {} };
  const scene = new Scene(aProgram({ messages })).at(MORNING - 83 * DAY).deserve(earned);
  scene.give('earned');
  const end = scene.book.wallet.lots[0]!.expiresAt!;
  for (const lot of scene.book.wallet.lots) lot.fairUntil = end + 7 * DAY;
  const due = scene.due('expiring').toSorted((one, other) => one.at - other.at);
  scene.now = due[0]!.at;
  return { scene, desk: deskFor(scene, phones), keys: due.map(({ key }) => key), end };
}

/** All that the number sends is held up from now on, for days. */
function aPause(now: number, alert: boolean): SendPause {
  const [since, until] = [new Date(now), new Date(now + 5 * DAY)];
  return {
    what: 'sender',
    ...{ id: 'whatsapp/1098', sender: 'whatsapp/1098', template: null, code: '131048', reason: 'spam_rate' },
    ...{ alert, since, until, refusedAt: since, tries: 1, merchants: ['mer_1'] },
  };
}

/** Entries about ends, each with its reason. */
const decided = ({ scene }: Owed): (string | undefined)[][] =>
  scene.book.entries
    .filter(({ type }) => ['REMIND', 'EXTEND', 'EXPIRE'].includes(type))
    .map(({ type, cause }) => [type, cause.reason]);

const ACCEPTED = ['REMIND', 'Aviso de vencimento aceito por um canal'];
const NO_CHANNEL = ['REMIND', 'Nenhum canal para avisar do vencimento'];
const UNREMINDED = ['EXTEND', 'Nenhum canal aceitou o aviso de vencimento a tempo'];

describe('a reminder that is owed', () => {
  it('is owed no more once a channel has accepted it, and the end stands', async () => {
    const one = owed();
    await one.desk.send(one.keys[0]!);
    expect(decided(one)).toEqual([ACCEPTED]);
    expect(one.scene.sale.notices.given).toContain(one.keys[0]);
    expect(one.scene.sale.benefit).toMatchObject({ turnsAt: one.end, turnsTo: 'expired' });
    await one.desk.send(one.keys[0]!);
    one.scene.at(one.end + DAY);
    expect(decided(one)).toEqual([ACCEPTED, ['EXPIRE', undefined]]);
  });

  it('is found given over where the step that did so was cut off', async () => {
    const one = owed();
    const { sale } = one.scene;
    await one.desk.send(one.keys[0]!);
    const lot = one.scene.book.wallet.lots[0]!;
    one.scene.sale = sale;
    lot.fairUntil = one.end + 7 * DAY;
    one.scene.book.entries.pop();
    await one.desk.send(one.keys[0]!);
    expect(decided(one)).toEqual([ACCEPTED]);
    expect(one.desk.sent).toHaveLength(1);
  });

  it('is owed no more where no channel reaches the customer', async () => {
    const one = owed(['P7D'], []);
    await one.desk.send(one.keys[0]!);
    expect(decided(one)).toEqual([NO_CHANNEL]);
  });

  it('is owed no more where it was given up', async () => {
    const one = owed();
    await one.desk.giveUp(one.keys[0]!);
    expect(decided(one)).toEqual([NO_CHANNEL]);
  });

  it('is still owed while another reminder of the same end is to come', async () => {
    const one = owed(['P7D', 'P1D']);
    await one.desk.giveUp(one.keys[0]!);
    expect(decided(one)).toEqual([]);
    one.scene.now = one.end - DAY;
    await one.desk.giveUp(one.keys[1]!);
    expect(decided(one)).toEqual([NO_CHANNEL]);
  });

  it('is not owed by a merchant that writes to nobody', async () => {
    const one = owed();
    one.desk.liveAt = null;
    await one.desk.send(one.keys[0]!);
    expect(decided(one)).toEqual([['REMIND', 'A loja não escreve aos clientes']]);
    expect(one.scene.sale.notices.postponed).toMatchObject([{ key: one.keys[0] }]);
  });

  it('is owed while it waits or is tried again, and at the end the lot goes on', async () => {
    const waiting = owed();
    waiting.desk.rules = { ...DEFAULT_MESSAGE_RULES, quietHours: { from: '00:00', to: '23:59', days: [] } };
    const failing = owed();
    failing.desk.failing = true;
    for (const one of [waiting, failing]) {
      await one.desk.send(one.keys[0]!);
      expect(decided(one)).toEqual([]);
      one.scene.at(one.end);
      expect(decided(one)).toEqual([UNREMINDED]);
      expect(one.scene.keys('expiring')).toHaveLength(1);
      expect(one.scene.keys('expiring')).not.toContain(one.keys[0]);
    }
  });

  it.each([true, false])(
    'is owed where a pause lasted until it was given up: nobody has tried (somebody has to act: %s)',
    async (alert) => {
      const one = owed();
      one.desk.pauses = [aPause(one.scene.now, alert)];
      await one.desk.send(one.keys[0]!);
      one.scene.now += DAY + HOUR;
      await one.desk.send(one.keys[0]!);
      expect([...one.desk.outbox.values()]).toContainEqual(
        expect.objectContaining({
          ...{ channel: 'whatsapp', state: 'skipped', reason: alert ? 'sender_paused' : 'busy' },
        }),
      );
      expect(one.scene.sale.notices.given).toContain(one.keys[0]);
      expect(decided(one)).toEqual([]);
      one.scene.at(one.end);
      expect(decided(one)).toEqual([UNREMINDED]);
    },
  );

  it('is owed of what came back while another went out: that has not spoken of it', async () => {
    const one = owed(['P7D'], [MOBILE], { cents: 500, points: 100 });
    const { scene, desk, end } = one;
    const use = scene.spend('points', 100);
    desk.meanwhile = () => void rollback(scene.book, use, { kind: 'redemption' }, scene.now);
    await desk.send(one.keys[0]!);
    expect(decided(one)).toEqual([ACCEPTED]);
    scene.at(end);
    const ended = scene.book.entries.slice(-2).map(({ type, benefit }) => `${type} ${benefit}`);
    expect(ended.sort()).toEqual(['EXPIRE cashback', 'EXTEND points']);
  });

  it('that comes after the end is of the new one, and moves nothing more', async () => {
    const one = owed();
    one.scene.at(one.end);
    const [late] = one.scene.keys('expiring');
    await one.desk.send(late!);
    expect(one.desk.sent).toHaveLength(1);
    one.scene.at(one.end + 7 * DAY);
    expect(decided(one)).toEqual([UNREMINDED, ['EXPIRE', undefined]]);
  });
});
