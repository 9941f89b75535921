import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { MINE } from '../builders';
import { noReports } from '../fakes/reports';
import { expectContract } from '../http/contract';

const PATH = '/v1/reports/messages';
const reminded = { kind: 'expiring', channel: 'whatsapp' } as const;
const asked = { kind: 'repurchase', channel: 'email' } as const;

describe('GET /v1/reports/messages', () => {
  it('counts messages by occasion and channel, and says why some did not arrive', async () => {
    const reports = noReports();
    reports.messages = [
      { ...asked, state: 'skipped', reason: 'holdout', count: 3 },
      { ...asked, state: 'queued', reason: 'quiet_hours', count: 1 },
      { ...asked, state: 'sending', reason: 'quiet_hours', count: 1 },
      { ...reminded, state: 'read', reason: null, count: 5 },
      { ...reminded, state: 'failed', reason: 'unreachable', count: 2 },
      { ...reminded, state: 'failed', reason: '131999', count: 4 },
    ];
    const answer = await anApi({ reports }).get(PATH).expect(200);
    await expectContract(answer, 'get', PATH);
    const none = { sent: 0, delivered: 0, unknown: 0 };
    expect(answer.body).toMatchObject({
      rows: [
        { occasion: 'expiring', channel: 'whatsapp', planned: 11, waiting: 0, read: 5, failed: 6, ...none },
        { occasion: 'repurchase', channel: 'email', planned: 5, waiting: 2, skipped: 3, ...none },
      ],
      total: { planned: 16, waiting: 2, read: 5, failed: 6, skipped: 3, ...none },
      reasons: [
        { reason: '131999', text: 'motivo do provedor: 131999', count: 4 },
        { reason: 'unreachable', text: 'número não está no WhatsApp', count: 2 },
        { state: 'skipped', reason: 'holdout', count: 3 },
        { state: 'waiting', reason: 'quiet_hours', count: 2 },
      ],
    });
  });

  it('compares those invited with those left out, of invitations that are old enough', async () => {
    const reports = noReports();
    reports.invited = [
      { kind: 'repurchase', heldOut: false, customers: 70, cameBack: 56, totalCents: 560_000 },
      { kind: 'repurchase', heldOut: true, customers: 80, cameBack: 48, totalCents: 480_000 },
      { kind: 'winBack', heldOut: false, customers: 1, cameBack: 0, totalCents: 0 },
    ];
    const answer = await anApi({ reports }).get(`${PATH}?backWithin=7`).expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({
      invitations: {
        ...{ backWithin: 7, until: '2026-10-26' },
        occasions: [
          {
            occasion: 'repurchase',
            invited: { customers: 70, cameBack: 56, rateBps: 8_000, totalCents: 560_000 },
            heldOut: { customers: 80, cameBack: 48, rateBps: 6_000 },
            difference: { bps: 2_000, lowBps: 524, highBps: 3_339 },
          },
          { occasion: 'winBack', heldOut: { customers: 0, rateBps: null }, difference: null },
        ],
      },
    });
    expect(reports.asked.at(-1)).toMatchObject([
      ...['invited', MINE],
      {
        from: new Date('2025-11-04T03:00:00Z'),
        end: new Date('2026-10-27T03:00:00Z'),
        kinds: ['repurchase', 'winBack'],
        withinMs: 7 * 86_400_000,
      },
    ]);
  });

  it('compares nobody where no invitation of the period is old enough', async () => {
    const reports = noReports();
    const answer = await anApi({ reports }).get(`${PATH}?from=2026-10-20`).expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({ invitations: { backWithin: 30, until: null, occasions: [] } });
    expect(reports.asked.map(([what]) => what)).toEqual(['messages']);
  });

  it('is a table too, with a line for each reason', async () => {
    const reports = noReports();
    reports.messages = [
      { ...reminded, state: 'read', reason: null, count: 5 },
      { ...reminded, state: 'skipped', reason: 'opted_out', count: 2 },
    ];
    const answer = await anApi({ reports }).get(PATH).set('accept', 'text/csv').expect(200);
    const lines = answer.text.slice(1).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^de;até;ocasião;canal;situação;motivo;mensagens;dados até/);
    expect(lines.slice(1).map((line) => line.split(';').slice(2, 7))).toEqual([
      ['Aviso de vencimento próximo', 'WhatsApp', 'lida', '', '5'],
      [
        ...['Aviso de vencimento próximo', 'WhatsApp', 'não enviada'],
        ...['a pessoa não quer mais receber mensagens', '2'],
      ],
    ]);
  });

  it.each(['backWithin=0', 'backWithin=91', 'backWithin=x', 'by=source', 'until=2030-01-01'])(
    'refuses "%s"',
    async (query) => {
      expect(problemIn(await anApi().get(`${PATH}?${query}`).expect(422)).code).toBe('invalid_request');
    },
  );
});
