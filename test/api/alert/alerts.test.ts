import { describe, expect, it } from '@jest/globals';
import { saleIdOf } from '../../../src/ids';
import { anApi } from '../an-api';
import { anAlert, MINE, NOW, THEIRS } from '../builders';
import { expectContract } from '../http/contract';

const resolved = anAlert({ id: 'alt_0', raisedAt: new Date(NOW - 1_000), resolvedAt: new Date(NOW) });

describe('alerts', () => {
  it('are those that are open, unless all are asked for', async () => {
    const { get } = anApi({
      alerts: [resolved, anAlert(), anAlert({ id: 'alt_theirs', merchantId: THEIRS })],
    });
    const open = await get('/v1/alerts').expect(200);
    await expectContract(open, 'get', '/v1/alerts');
    expect(open.body).toEqual({
      data: [
        {
          id: 'alt_1',
          kind: 'ledger_misfit',
          subject: 'ledger',
          text: 'A conferência encontrou 1 divergência.',
          facts: { problems: 1 },
          about: null,
          raisedAt: '2026-11-03T15:00:00.000Z',
          lastSeenAt: '2026-11-04T15:00:00.000Z',
          resolvedAt: null,
        },
      ],
      next: null,
    });
    const all = await get('/v1/alerts?state=all').expect(200);
    expect((all.body as { data: { id: string }[] }).data.map(({ id }) => id)).toEqual(['alt_1', 'alt_0']);
  });

  it.each([
    [
      { connectionId: 'con_1', reason: 'gone' },
      { kind: 'connection', id: 'con_1' },
    ],
    [
      { step: 'readSale', workflowId: `sale/${MINE}/pos/a/b` },
      { kind: 'sale', id: saleIdOf({ merchantId: MINE, channel: 'pos', externalId: 'a/b' }) },
    ],
    [{ workflowId: `file-import/${MINE}/imp_1` }, { kind: 'import', id: 'imp_1' }],
    [{ workflowId: `parked-sales/${MINE}/con_2/2026` }, { kind: 'connection', id: 'con_2' }],
    [{ workflowId: `simulation/${MINE}/sim_1` }, { kind: 'simulation', id: 'sim_1' }],
    [{ workflowId: 'ledger-proof/main-2026' }, null],
    [
      { workflowId: null, firstMisfit: { customerId: 'cus_1', seq: 7 } },
      { kind: 'customer', id: 'cus_1' },
    ],
    [{ queue: 'sales' }, null],
  ])('with facts %j are about %j', async (facts, about) => {
    const answer = await anApi({ alerts: [anAlert({ facts })] })
      .get('/v1/alerts')
      .expect(200);
    expect(answer.body).toMatchObject({ data: [{ about }] });
  });

  it('come in pages', async () => {
    const { get } = anApi({ alerts: [resolved, anAlert()] });
    const first = await get('/v1/alerts?state=all&limit=1').expect(200);
    const { next } = first.body as { next: string };
    const second = await get(`/v1/alerts?state=all&limit=1&before=${next}`).expect(200);
    expect(second.body).toMatchObject({ data: [{ id: 'alt_0' }] });
  });
});
