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
