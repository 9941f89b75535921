import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

describePages('the first page', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse();
    const { api } = house.tenant;
    await api
      .post('/v1/sales', {
        ...{ channel: 'pos', externalId: 'S-1', number: '77', totalCents: 12_345, status: 'completed' },
        soldAt: new Date().toISOString(),
      })
      .then((answer) => answer.expect(201));
    await until('the sale to be without a customer', async () => {
      const { body } = await api.get<{ data: unknown[] }>('/v1/sales?status=unidentified');
      return body.data.length === 1;
    });
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('says what needs a person and how the day goes, each number with the list behind it', async () => {
    const page = await visit(browser, { house });
    await page.goto('/');
    const today = page.getByRole('region', { name: 'Hoje' });
    await today.getByText(/^1 venda, R\$\s123,45$/).waitFor();
    await expectSound(page);
    await page
      .getByRole('region', { name: 'Precisa de você' })
      .getByRole('link', { name: 'Vendas sem cliente' })
      .click();
    await page.getByRole('link', { name: '77' }).waitFor();
    expect(new URL(page.url()).search).toBe('?situacao=unidentified');
    await page.context().close();
  });

  it('leads from a connection in trouble to the sales that are parked for it, and to no others', async () => {
    const { api, connectionId: id, merchantId } = house.tenant;
    const posted = {
      ...{ channel: 'pos', externalId: 'S-2', number: '78', totalCents: 5_000, status: 'open' },
      soldAt: new Date().toISOString(),
    };
    const { id: saleId } = (await api.post<{ id: string }>('/v1/sales', posted)).expect(201).body;
    const sale = await until('the sale to wait', async () => {
      const found = await house.store.sales.get(merchantId, saleId);
      return found?.benefit.status === 'waiting' ? found : null;
    });
    const since = Date.now();
    const parked = { reason: 'unauthorized', asked: 'order', connectionId: id, since } as const;
    await house.store.sales.change({ sale, patch: { source: { parked } } });
    const page = await visit(browser, { house });
    await page.route('**/v1/overview', async (route) => {
      const answer = await route.fetch();
      const { needs, ...rest } = (await answer.json()) as { needs: object };
      const trouble = {
        id,
        companyName: 'Loja do Bling',
        state: 'revoked',
        detail: 'O acesso foi retirado.',
      };
      await route.fulfill({
        response: answer,
        json: { ...rest, needs: { ...needs, connections: [trouble] } },
      });
    });
    await page.goto('/inicio');
    await page.getByRole('link', { name: 'Ver as vendas paradas por ela' }).click();
    await page.getByRole('link', { name: '78' }).waitFor();
    expect(new URL(page.url()).search).toBe(`?parada=${id}`);
    expect(await page.getByRole('link', { name: '77', exact: true }).count()).toBe(0);
    await expectSound(page);
    await page.getByRole('button', { name: 'Ver também as que não estão paradas' }).click();
    await page.getByRole('link', { name: '77', exact: true }).waitFor();
    await page.context().close();
  });

  it('leads staff to the counter, without asking for what they may not see', async () => {
    const page = await visit(browser, { house, role: 'staff' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/inicio');
    await page.getByRole('link', { name: 'Abrir o balcão' }).waitFor();
    await expectSound(page);
    expect(asked).not.toContain('/v1/overview');
    await page.context().close();
    expect(browser.errors).toEqual([]);
  });
});
