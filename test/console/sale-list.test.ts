import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aCounterSale, sold } from '../e2e/counter';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound, inBothWindows, windowNow } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';
import type { Visitor } from './visit';

const SALES = 45;

describePages('the list of sales', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ companies: 2 });
    for (let place = 1; place <= SALES; place += 1)
      await house.tenant.api
        .post('/v1/sales', {
          channel: place % 9 === 0 ? 'ecommerce' : 'pos',
          externalId: `PDV-${place}`,
          number: String(1_000 + place),
          // Before midnight in the store, and past it in UTC.
          soldAt: new Date(Date.parse('2026-11-20T02:00:00Z') + place * 60_000).toISOString(),
          totalCents: 10_000 + place,
          status: 'completed',
          silent: true,
        })
        .then((answer) => answer.expect(201));
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const opened = (change: Partial<Visitor> = {}): Promise<Page> => visit(browser, { house, ...change });
  const numbers = (page: Page): Promise<string[]> => page.locator('tbody tr a').allTextContents();
  const rows = async (page: Page): Promise<string[]> => {
    await page.locator('tbody tr').first().waitFor();
    return page.locator('tbody tr').allInnerTexts();
  };
  const shows = (page: Page, ...wanted: string[]): Promise<boolean> =>
    until(`sales ${wanted.join(', ')}`, async () => (await numbers(page)).join() === wanted.join());
  const asked = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

  inBothWindows(() => {
    it('15: keeps filters and page in the address: back, reload and a shared link show the same', async () => {
      const page = await opened({ options: { viewport: { ...windowNow(), height: 600 } } });
      await page.goto('/vendas?canal=pos');
      const first = await rows(page);
      expect(first).toHaveLength(20);
      await page.getByRole('button', { name: 'Próxima página' }).click();
      await page.getByRole('button', { name: 'Primeira página' }).waitFor();
      await until('the second page', async () => !(await numbers(page)).includes('1044'));
      const second = await rows(page);
      expect(second).toHaveLength(20);
      expect(asked(page, 'canal')).toBe('pos');
      await page.getByRole('button', { name: 'Primeira página' }).scrollIntoViewIfNeeded();
      const scrolled = await page.evaluate<number>('scrollY');
      expect(scrolled).toBeGreaterThan(100);
      const shared = page.url();
      await page.locator('tbody tr a').last().click();
      await page.getByRole('heading', { name: /^Venda \d+$/ }).waitFor();
      await page.goBack();
      expect(await rows(page)).toEqual(second);
      await until('the place in the list', async () => (await page.evaluate<number>('scrollY')) === scrolled);
      await page.reload();
      expect(await rows(page)).toEqual(second);
      await page.context().close();

      const other = await opened();
      await other.goto(shared);
      expect(await rows(other)).toEqual(second);
      await other.getByRole('button', { name: 'Primeira página' }).click();
      await until('the first page', async () => (await rows(other)).join() === first.join());
      await other.context().close();
    });
  });

  it('finds a sale by its number and by its day in the store', async () => {
    const page = await opened();
    await page.goto('/vendas');
    await page.getByLabel('Número').pressSequentially('1007');
    await shows(page, '1007');
    expect(new URL(page.url()).search).toBe('?numero=1007');
    await page.getByLabel('Dia da venda').fill('2026-11-19');
    await until('the day', () => Promise.resolve(asked(page, 'dia') === '2026-11-19'));
    await shows(page, '1007');
    await page.getByLabel('Dia da venda').fill('2026-11-20');
    await page.getByText('Nenhuma venda com estes filtros').waitFor();
    await page.getByRole('button', { name: 'Limpar filtros' }).click();
    await until('all sales', async () => (await numbers(page)).length === 20);
    expect(await page.getByLabel('Número').inputValue()).toBe('');
    await page.context().close();
  });

  inBothWindows(() => {
    it('16: says in four ways that it loads, is empty, has no match, or failed; what is typed meanwhile stays', async () => {
      const slow = await opened();
      await slow.route('**/v1/sales?*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        await route.continue();
      });
      await slow.goto('/vendas');
      await slow.getByText('Carregando vendas…').waitFor();
      await slow.getByLabel('Número').pressSequentially('1009', { delay: 120 });
      await slow.locator('tbody tr').first().waitFor();
      expect(await slow.getByLabel('Número').inputValue()).toBe('1009');
      await shows(slow, '1009');
      await slow.context().close();

      const empty = await opened({ tenant: house.tenants[1]! });
      await empty.goto('/vendas');
      await empty.getByText('Nenhuma venda ainda').waitFor();
      await empty.getByText('Confira a conexão com o Bling').waitFor();
      await expectSound(empty);
      await empty.context().close();

      const nothing = await opened();
      await nothing.goto('/vendas?numero=999999');
      await nothing.getByText('Nenhuma venda com estes filtros').waitFor();
      expect(await nothing.getByText('Nenhuma venda ainda').count()).toBe(0);
      await expectSound(nothing);
      await nothing.context().close();

      const failing = await opened();
      let broken = true;
      await failing.route('**/v1/sales?*', (route) =>
        broken
          ? route.fulfill({ status: 500, json: { code: 'internal_error', status: 500 } })
          : route.continue(),
      );
      await failing.goto('/vendas');
      await failing.getByText('Código: internal_error').waitFor();
      await expectSound(failing);
      broken = false;
      await failing.getByRole('button', { name: 'Tentar de novo' }).click();
      await until('all sales', async () => (await numbers(failing)).length === 20);
      await failing.context().close();
    });

    it('17: shows one clock, the store’s, wherever the browser is', async () => {
      const texts = [];
      for (const timezoneId of ['UTC', 'America/Manaus']) {
        const page = await opened({ options: { timezoneId } });
        await page.goto('/vendas?numero=1001');
        const list = await rows(page);
        await page.getByText('Datas e horários de America/Sao_Paulo').waitFor();
        await page.locator('tbody tr a').first().click();
        const facts = page.getByRole('table', { name: 'Dados da venda' });
        const said = await facts.innerText();
        // A day of the filter is the store's: in UTC these were sold on the next.
        await page.goto('/vendas?dia=2026-11-19&numero=1001');
        expect(await rows(page)).toEqual(list);
        const day = await page.getByLabel('Dia da venda').inputValue();
        await page.goto('/vendas?dia=2026-11-20&numero=1001');
        await page.getByText('Nenhuma venda com estes filtros').waitFor();
        texts.push({ list, day, facts: said });
        await page.context().close();
      }
      expect(texts[0]!.list[0]).toContain('19/11/2026 23:01');
      expect(texts[0]!.facts).toContain('19/11/2026 23:01');
      expect(texts[0]!.day).toBe('2026-11-19');
      expect(texts[1]).toEqual(texts[0]);
    });
  });

  it('says whose each is, and leads there', async () => {
    const tenant = house.tenants[1]!;
    const customer = { name: 'Maria Exemplo', document: '529.982.247-25' };
    await sold(tenant, aCounterSale('centro', { totalCents: 12_000, customer }));
    const page = await opened({ tenant });
    await page.goto('/vendas');
    await page.getByText(`Frente de caixa · ${customer.name}`).waitFor();
    await expectSound(page);
    await page.locator('tbody tr a').click();
    await page.getByRole('link', { name: customer.name }).click();
    await page.getByRole('heading', { name: customer.name, level: 1 }).waitFor();
    await page.context().close();
  });

  it('can be used by everybody, fits a tablet, and raises no error', async () => {
    const page = await opened();
    await page.goto('/vendas');
    await rows(page);
    await expectSound(page);
    await page.locator('tbody tr a').first().click();
    await page.getByRole('heading', { name: /^Venda \d+$/ }).waitFor();
    await expectSound(page);
    expect(browser.errors).toEqual([]);
  });
});
