import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { MovedSum } from '../../../src/store';
import { anApi } from '../an-api';
import { aConnection, anAlert, MINE, NOW } from '../builders';
import { aKeyCaller } from '../callers';
import { expectContract } from '../http/contract';
import { noReports } from '../fakes/reports';

const PATH = '/v1/overview';

const moved = (change: Pick<MovedSum, 'type' | 'from' | 'to' | 'amount'> & Partial<MovedSum>): MovedSum => ({
  month: '2026-11',
  benefit: 'cashback',
  storeId: null,
  channel: null,
  ...change,
});

describe('GET /v1/overview', () => {
  it('is calm where nothing needs anybody', async () => {
    const answer = await anApi().get(PATH).expect(200);
    await expectContract(answer, 'get', PATH);
    const none = { count: 0, more: false };
    const nothing = { cents: 0, points: 0, voucherUses: 0 };
    expect(answer.body).toEqual({
      asOf: '2026-11-03T15:00:00.000Z',
      day: '2026-11-03',
      timezone: 'America/Sao_Paulo',
      live: true,
      programVersion: null,
      needs: {
        reviews: { ...none, href: '/v1/reviews' },
        alerts: { ...none, href: '/v1/alerts' },
        connections: [],
        unidentifiedSales: { ...none, href: '/v1/sales?status=unidentified' },
        refusedSales: { ...none, href: '/v1/sales?status=refused' },
        parkedSales: { ...none, href: '/v1/connections' },
        lateSales: { ...none, href: '/v1/alerts', first: [] },
      },
      today: {
        sales: { count: 0, totalCents: 0, waiting: 0, cancelled: 0 },
        ...{ granted: nothing, used: nothing, takenBack: nothing, expired: nothing },
      },
      ending: [],
    });
  });

  it('tells a key that may read reports alone nothing of alerts and connections', async () => {
    const api = anApi({ alerts: [anAlert()], connections: [aConnection({ state: 'needs_authorization' })] });
    api.holds.keys.set('rk_read', aKeyCaller(MINE, 'read', 'read'));
    const answer = await request(api.app).get(PATH).set('authorization', 'Bearer rk_read').expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({
      needs: { alerts: null, connections: null, reviews: { count: 0 } },
      today: { sales: { count: 0 } },
    });
  });

  it('counts what needs somebody, and says which connections do and what to do', async () => {
    const reports = noReports();
    const dueAt = new Date(NOW - 3_600_000);
    reports.troubles = {
      ...{ unidentified: { count: 1_000, more: true }, refused: { count: 2, more: false } },
      parked: { count: 3, more: false },
      late: { count: 1, more: false, first: [{ id: 'sal_9', number: '77', externalId: 'x', dueAt }] },
    };
    const alerts = [
      anAlert(),
      anAlert({ id: 'alt_2', kind: 'step_stuck' }),
      anAlert({ id: 'alt_3', resolvedAt: dueAt }),
    ];
    const connections = [
      aConnection(),
      aConnection({ id: 'con_2', companyId: 'other', state: 'needs_authorization' }),
    ];
    const callStops = new Map([
      [
        aConnection().companyId,
        { of: 'company' as const, why: 'silence' as const, since: NOW, until: null, waiting: 3 },
      ],
    ]);
    const answer = await anApi({ reports, alerts, connections, callStops }).get(PATH).expect(200);
    await expectContract(answer, 'get', PATH);
    expect((answer.body as { needs: object }).needs).toMatchObject({
      alerts: { count: 2 },
      connections: [
        { id: 'con_1', state: 'calls_stopped', detail: expect.stringMatching(/O Bling não responde/) },
        { id: 'con_2', state: 'needs_authorization', detail: expect.stringMatching(/autorize de novo/) },
      ],
      unidentifiedSales: { count: 1_000, more: true },
      lateSales: { first: [{ id: 'sal_9', dueAt: '2026-11-03T14:00:00.000Z' }] },
    });
    expect(reports.asked).toContainEqual(['troubles', MINE, new Date(NOW - 15 * 60_000)]);
  });

  it('sums the day in the zone of the program', async () => {
    const reports = noReports();
    reports.sold = [
      { status: 'active', count: 3, totalCents: 30_000 },
      { status: 'unidentified', count: 1, totalCents: 500 },
      { status: 'waiting', count: 2, totalCents: 9_000 },
      { status: 'cancelled', count: 1, totalCents: 7_000 },
      { status: 'duplicate', count: 1, totalCents: 7_000 },
    ];
    reports.activity.moved = [
      moved({ type: 'EARN_PENDING', from: 'issued', to: 'pending', amount: 900 }),
      moved({ type: 'EARN_PENDING', from: 'issued', to: 'pending', amount: 2, benefit: 'voucher' }),
      moved({ type: 'ADJUST_CREDIT', from: 'issued', to: 'active', amount: 50 }),
      moved({ type: 'SPEND', from: 'reserved', to: 'spent', amount: 300 }),
      moved({ type: 'ROLLBACK', from: 'spent', to: 'active', amount: 100 }),
      moved({ type: 'EXPIRE', from: 'active', to: 'expired', amount: 40, benefit: 'points' }),
      moved({ type: 'CLAWBACK', from: 'active', to: 'reversed', amount: 60 }),
      moved({ type: 'CLAWBACK', from: 'expired', to: 'reversed', amount: 5, benefit: 'points' }),
      moved({ type: 'ADJUST_DEBIT', from: 'active', to: 'reversed', amount: 10 }),
    ];
    reports.ending = [
      { date: '2026-11-04', type: 'cashback', amount: 900 },
      { date: '2026-11-04', type: 'points', amount: 7 },
      { date: '2026-11-05', type: 'points', amount: 1 },
    ];
    const answer = await anApi({ reports }).get(`${PATH}?storeId=centro`).expect(200);
    await expectContract(answer, 'get', PATH);
    expect(answer.body).toMatchObject({
      today: {
        sales: { count: 4, totalCents: 30_500, waiting: 2, cancelled: 1 },
        granted: { cents: 900, points: 0, voucherUses: 2 },
        used: { cents: 200, points: 0, voucherUses: 0 },
        takenBack: { cents: 60, points: 5, voucherUses: 0 },
        expired: { cents: 0, points: 35, voucherUses: 0 },
      },
      ending: [
        { date: '2026-11-04', cents: 900, points: 7 },
        { date: '2026-11-05', cents: 0, points: 1 },
      ],
    });
    const day = { from: new Date('2026-11-03T03:00:00Z'), end: new Date('2026-11-04T03:00:00Z') };
    expect(reports.asked).toContainEqual(['sold', MINE, day, 'centro']);
    expect(reports.asked).toContainEqual(['activity', MINE, { ...day, zone: 'America/Sao_Paulo' }, null]);
  });
});
