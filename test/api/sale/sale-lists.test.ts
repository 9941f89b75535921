import { describe, expect, it } from '@jest/globals';
import { anApi } from '../an-api';
import { MINE } from '../builders';
import { aPostedSale } from './a-posted-sale';

const PATH = '/v1/sales';

describe('a list of sales', () => {
  it('is narrowed by number, status and the local days of the sale', async () => {
    const { post, get } = anApi({ sales: [] });
    const sales = [
      ['A', '2026-11-01T23:59:59-03:00', '42'],
      ['B', '2026-11-02T00:00:00-03:00', '42'],
      ['C', '2026-11-02T23:59:59-03:00', '43'],
      ['D', '2026-11-03T00:00:00-03:00', '44'],
    ];
    for (const [externalId, soldAt, number] of sales)
      await post(PATH, aPostedSale({ externalId, soldAt, number }), externalId).expect(201);
    const found = async (query: string): Promise<string> => {
      const answer = await get(`/v1/sales?${query}`).expect(200);
      return (answer.body as { data: { externalId: string }[] }).data
        .map(({ externalId }) => externalId)
        .sort()
        .join('');
    };
    expect(await found('from=2026-11-02&until=2026-11-02')).toBe('BC');
    expect(await found('from=2026-11-02')).toBe('BCD');
    expect(await found('until=2026-11-02&number=42')).toBe('AB');
    expect(await found('number=42&status=active')).toBe('');
    expect(await found('status=waiting')).toBe('ABCD');
    await get('/v1/sales?from=2026-02-30').expect(422);
  });

  it('is narrowed to one store, by whichever of its names the sales and the call know it', async () => {
    const shop = {
      ...{ id: 'str_1', merchantId: MINE, name: 'Centro', zone: 'America/Sao_Paulo' },
      ...{ channels: ['centro'], documents: [], createdAt: new Date(0) },
    };
    const { post, get } = anApi({ sales: [], shops: [shop] });
    for (const [externalId, storeId] of [
      ['A', 'centro'],
      ['B', 'str_1'],
      ['C', 'praia'],
      ['D', null],
    ] as const)
      await post(PATH, aPostedSale({ externalId, storeId }), externalId).expect(201);
    for (const [storeId, found] of [
      ['str_1', 'AB'],
      ['centro', 'AB'],
      ['praia', 'C'],
      ['norte', ''],
      ['none', 'D'],
    ] as const) {
      const answer = await get(`/v1/sales?storeId=${storeId}`).expect(200);
      const { data } = answer.body as { data: { externalId: string }[] };
      expect([
        storeId,
        data
          .map(({ externalId }) => externalId)
          .sort()
          .join(''),
      ]).toEqual([storeId, found]);
    }
  });

  it('of days are read on by when they were sold, whenever they came in', async () => {
    const { post, get } = anApi({ sales: [] });
    const sold = [
      ['A', '2026-11-01T12:00:00-03:00'],
      ['B', '2026-11-03T12:00:00-03:00'],
      ['C', '2026-11-02T12:00:00-03:00'],
      ['D', '2026-11-02T12:00:00-03:00'],
    ];
    for (const [externalId, soldAt] of sold)
      await post(PATH, aPostedSale({ externalId, soldAt }), externalId).expect(201);
    const pages: string[][] = [];
    for (let next: string | null = ''; next !== null;) {
      const query = `from=2026-11-01&limit=1${next === '' ? '' : `&before=${next}`}`;
      const answer = await get(`/v1/sales?${query}`).expect(200);
      const page = answer.body as { data: { externalId: string }[]; next: string | null };
      if (page.data.length > 0) pages.push(page.data.map(({ externalId }) => externalId));
      next = page.next;
    }
    expect([pages[0], pages.slice(1, 3).flat().toSorted(), pages[3]]).toEqual([['B'], ['C', 'D'], ['A']]);
    expect(pages).toHaveLength(4);
  });

  it('loses none of those that came in at the same instant', async () => {
    const { post, get } = anApi({ sales: [] });
    for (const externalId of ['A', 'B', 'C', 'D', 'E'])
      await post(PATH, aPostedSale({ externalId }), externalId).expect(201);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const before: string = next === '' ? '' : `&before=${encodeURIComponent(next)}`;
      const answer = await get(`/v1/sales?limit=2${before}`).expect(200);
      const page = answer.body as { data: { externalId: string }[]; next: string | null };
      seen.push(...page.data.map(({ externalId }) => externalId));
      next = page.next;
    }
    expect(seen.sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
  });
});
