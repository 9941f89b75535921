import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { aConnection, COMPANY_ID, NOW } from '../builders';
import { expectContract } from '../http/contract';

describe('connections', () => {
  it('are listed with their state and settings, without tokens', async () => {
    const { get } = anApi({
      connections: [aConnection({ state: 'needs_authorization', completedSituations: [9] })],
    });
    const answer = await get('/v1/connections').expect(200);
    await expectContract(answer, 'get', '/v1/connections');
    expect(answer.body).toMatchObject({
      data: [{ id: 'con_1', state: 'needs_authorization', completedSituations: [9] }],
    });
    expect(answer.text).not.toMatch(/token/i);
  });

  it('say what Bling forbids the app to read, NFC-e only as long as they count', async () => {
    const since = new Date(NOW);
    const refusal = (asked: 'contact' | 'invoice') => ({ reason: 'forbidden' as const, asked, since });
    const contacts = aConnection({ state: 'needs_authorization', refused: refusal('contact') });
    const invoices = aConnection({ invoicesRefused: refusal('invoice'), consumerInvoicesSince: since });
    const tokens = { reason: 'unauthorized' as const, asked: 'order' as const, since };
    for (const [connection, forbidden] of [
      [contacts, 'contact'],
      [invoices, 'invoice'],
      [{ ...invoices, consumerInvoicesSince: null }, null],
      [aConnection({ state: 'needs_authorization', refused: tokens }), null],
    ] as const) {
      const answer = await anApi({ connections: [connection] })
        .get('/v1/connections')
        .expect(200);
      await expectContract(answer, 'get', '/v1/connections');
      expect(answer.body).toMatchObject({ data: [{ forbidden }] });
    }
  });

  it('say why Bling is not asked for them just now, since when, until when, and how many wait', async () => {
    const since = Date.parse('2026-11-03T14:58:00Z');
    const silence = { of: 'company', why: 'silence', since, until: since + 300_000, waiting: 41 } as const;
    const { get, holds } = anApi({ callStops: new Map([[COMPANY_ID, silence]]) });
    const answer = await get('/v1/connections').expect(200);
    await expectContract(answer, 'get', '/v1/connections');
    const { callsStopped } = (answer.body as { data: { callsStopped: object }[] }).data[0]!;
    expect(callsStopped).toEqual({
      ...{ scope: 'connection', reason: 'no_answer', waiting: 41 },
      ...{ since: '2026-11-03T14:58:00.000Z', until: '2026-11-03T15:03:00.000Z' },
      text: expect.stringMatching(/não responde .*desta loja desde 03\/11\/2026 às 11:58.*depois de .*12:03/),
    });
    holds.callStops.set(COMPANY_ID, { ...silence, of: 'all', why: 'address', until: null });
    expect((await get('/v1/connections')).body).toMatchObject({
      data: [
        {
          callsStopped: {
            ...{ scope: 'bling', reason: 'address_blocked', until: null },
            text: expect.stringMatching(/loja nenhuma .*próxima venda.*desbloqueio/),
          },
        },
      ],
    });
  });

  it('take the situations that complete and cancel a sale, and a zone', async () => {
    const { patch } = anApi();
    const change = { completedSituations: [9, 24], cancelledSituations: [12], timezone: 'America/Manaus' };
    const answer = await patch('/v1/connections/con_1', change).expect(200);
    await expectContract(answer, 'patch', '/v1/connections/{id}');
    expect(answer.body).toMatchObject(change);
  });

  it('keep what is not mentioned, and give the zone back to the program', async () => {
    const { patch } = anApi({
      connections: [aConnection({ zone: 'America/Manaus', completedSituations: [9] })],
    });
    const answer = await patch('/v1/connections/con_1', { timezone: null }).expect(200);
    expect(answer.body).toMatchObject({ timezone: null, completedSituations: [9] });
  });

  it('count NFC-e from when they are told to; told again, those from before are to be compared as well', async () => {
    const { patch, holds, clock, runs } = anApi();
    const count = async (consumerInvoices: boolean, at: number) => {
      clock.now = NOW + at;
      await patch('/v1/connections/con_1', { consumerInvoices }).expect(200);
      const { consumerInvoicesSince, invoicesCountedFrom = null, unappliedSince } = holds.connections[0]!;
      return [consumerInvoicesSince, invoicesCountedFrom, unappliedSince].map((date) => date && +date - NOW);
    };
    expect(await count(true, 1)).toEqual([1, null, undefined]);
    expect(await count(true, 2)).toEqual([1, null, undefined]);
    expect(await count(false, 3)).toEqual([null, 1, undefined]);
    expect(await count(false, 4)).toEqual([null, 1, undefined]);
    expect(runs.connections).toHaveLength(4);
    expect(await count(true, 5)).toEqual([5, 1, 5]);
    expect(runs.connections).toHaveLength(5);
    expect(await count(false, 6)).toEqual([null, 1, 5]);
    expect(await count(true, 7)).toEqual([7, 1, 7]);
  });

  it.each([
    [{ completedSituations: [9], cancelledSituations: [9] }, 'cancelledSituations'],
    [{ completedSituations: [12] }, 'completedSituations'],
    [{ completedSituations: [9, 9] }, 'completedSituations'],
    [{ completedSituations: [0] }, 'completedSituations[0]'],
    [{ timezone: 'Brasília' }, 'timezone'],
    [{ walkInContactId: '1' }, 'walkInContactId'],
    [{}, 'body'],
  ])('refuse %p', async (change, field) => {
    const { patch, asked } = anApi({ connections: [aConnection({ cancelledSituations: [12] })] });
    const answer = await patch('/v1/connections/con_1', change).expect(422);
    expect(problemIn(answer).errors?.[0]?.field).toBe(field);
    expect(asked).not.toContain('connections.configure');
  });

  it('that do not exist are not found', async () => {
    const { patch } = anApi();
    expect(problemIn(await patch('/v1/connections/con_9', { timezone: null }).expect(404)).code).toBe(
      'connection_not_found',
    );
  });
});
