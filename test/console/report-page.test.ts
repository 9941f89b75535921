import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aCounterSale, sold } from '../e2e/counter';
import { aProgram } from '../e2e/builders';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSoundEverywhere } from './a-browser';
import type { ABrowser } from './a-browser';
import { activeCents } from './at-the-counter';
import { visit } from './visit';

const OWED = 'O que os clientes têm a usar: Cashback';
const MOVED = 'Concedido e usado: Cashback';
const RETURNED = 'Retorno e resgate';

interface Flows {
  granted: number;
  used: number;
  net: number;
}

/** Every digit of an amount: reais and cents alike. */
function digits(text: string): number {
  return Number(text.replace(/[^\d-]/g, ''));
}

describePages('reports', () => {
  let house: House;
  let browser: ABrowser;
  /** Whose wallets there are. */
  let owners: string[];

  beforeAll(async () => {
    house = await openHouse({ program: aProgram({ messages: {} }) });
    const { tenant } = house;
    const first = await sold(tenant, aCounterSale('centro', { totalCents: 10_000 }));
    const customer = { document: (await documentOf(first.customerId!)) ?? '' };
    await sold(tenant, aCounterSale('praia', { totalCents: 20_000, customer }));
    const third = await sold(tenant, aCounterSale('centro', { totalCents: 30_050 }));
    owners = [first.customerId!, third.customerId!];
    const use = { customerId: first.customerId, type: 'cashback', amountCents: 700, saleTotalCents: 50_000 };
    (await tenant.api.post('/v1/redemptions', { ...use, confirm: true })).expect(201);
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const documentOf = async (id: string): Promise<string | undefined> =>
    (await house.tenant.api.get<{ document: { value: string } | null }>(`/v1/customers/${id}`)).expect(200)
      .body.document?.value;
  const opened = async (path: string, options = {}): Promise<Page> => {
    const page = await visit(browser, { house, options });
    await page.goto(path);
    await page.getByRole('table', { name: RETURNED }).waitFor();
    await page.getByRole('table', { name: OWED }).waitFor();
    await page.getByRole('table', { name: MOVED }).waitFor();
    return page;
  };
  /** The lines of a table, each with its texts. */
  const lines = async (page: Page, name: string): Promise<string[][]> => {
    const rows = await page.getByRole('table', { name }).locator('tbody tr').all();
    return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  };
  /** The same of the file. */
  const fileOf = async (page: Page, name: string): Promise<string[][]> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Baixar CSV: ${name}` }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    return text
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';'));
  };
  const api = async <T>(path: string): Promise<T> => (await house.tenant.api.get<T>(path)).expect(200).body;

  it('show the same in table, file and API, and say up to when the data runs', async () => {
    const page = await opened('/relatorios');
    expect(await page.getByText(/Dados até \d\d\/\d\d\/\d{4} \d\d:\d\d/).count()).toBe(3);
    await expectSoundEverywhere(page);

    const moved = await lines(page, MOVED);
    const movedFile = await fileOf(page, MOVED);
    expect(moved.map((line) => line.slice(1).map(digits))).toEqual(
      movedFile.map((line) => line.slice(3, 10).map(Number)),
    );
    const { total } = await api<{ total: { cashbackCents: Flows } }>('/v1/reports/activity');
    const { granted, used, net } = total.cashbackCents;
    expect([granted, used, net]).toEqual([3_002, 700, 2_302]);
    expect(moved.at(-1)!.map(digits)).toEqual([0, granted, 0, used, 0, 0, 0, net]);
    expect(moved[0]![0]).toMatch(/^\d\d\/\d{4}$/);

    const owed = await lines(page, OWED);
    expect(owed.map((line) => line.slice(1).map(digits))).toEqual(
      (await fileOf(page, OWED)).map((line) => line.slice(1, 4).map(Number)),
    );
    const held = await Promise.all(owners.map((id) => activeCents(house.tenant, id)));
    expect(held.reduce((sum, cents) => sum + cents, 0)).toBe(2_302);
    expect(digits(owed.at(-1)![1]!)).toBe(2_302);

    const [returned] = await fileOf(page, RETURNED);
    const facts = new Map((await lines(page, RETURNED)).map(([name, value]) => [name, value!]));
    expect(facts.get('Taxa de retorno')).toBe('50%');
    expect([facts.get('Clientes que compraram'), facts.get('Compraram mais de uma vez')]).toEqual(['2', '1']);
    expect(returned!.slice(2, 7)).toEqual(['2', '1', '5000', '3', '60050']);
    expect(digits(facts.get('Valor das compras')!)).toBe(60_050);
    await page.context().close();
  });

  it('keep period, benefit and division in the address: a reload and a shared link show the same', async () => {
    const page = await opened('/relatorios');
    await page.getByLabel('Movimento').selectOption('Por mês, loja e canal');
    await until('both stores', async () => (await lines(page, MOVED)).length === 3);
    const stores = (await lines(page, MOVED)).map(([, store, channel]) => [store, channel]);
    expect(stores).toEqual([
      ['centro', 'Frente de caixa'],
      ['praia', 'Frente de caixa'],
      ['', ''],
    ]);
    await page.getByLabel('De', { exact: true }).fill('2026-01-01');
    await page.getByLabel('Até', { exact: true }).fill('2026-01-31');
    await page
      .getByText(/De 01\/01\/2026 a 31\/01\/2026/)
      .first()
      .waitFor();
    await until('no movement', async () => (await lines(page, MOVED)).length === 1);
    await page.getByLabel('Benefício').selectOption('Vales');
    await page.getByRole('table', { name: 'Concedido e usado: Vales' }).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      ...{ por: 'origem', de: '2026-01-01', ate: '2026-01-31', beneficio: 'vales' },
    });
    const before = await lines(page, RETURNED);
    await page.reload();
    await page.getByRole('table', { name: 'Concedido e usado: Vales' }).waitFor();
    await page.getByRole('table', { name: RETURNED }).waitFor();
    expect(await lines(page, RETURNED)).toEqual(before);
    expect(before[0]).toEqual(['Taxa de retorno', 'ninguém comprou']);
    await page.getByLabel('Até', { exact: true }).fill('2025-01-31');
    await page.getByText('O período começa depois do seu fim. Troque as datas.').first().waitFor();
    await expectSoundEverywhere(page);
    await page.context().close();
  });

  it('open the list behind a figure, with the same total', async () => {
    const page = await opened('/relatorios');
    await page.getByRole('link', { name: '3 (ver as vendas)' }).click();
    const rows = page.getByRole('table', { name: /^Vendas/ }).locator('tbody tr');
    await rows.first().waitFor();
    const totals = await rows.locator('td:nth-child(3)').allInnerTexts();
    expect(totals).toHaveLength(3);
    expect(totals.map(digits).reduce((sum, one) => sum + one, 0)).toBe(60_050);
    const search = new URL(page.url()).searchParams;
    expect([search.get('de'), search.get('ate')]).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    ]);
    await expectSoundEverywhere(page);
    await page.getByRole('button', { name: /^Sair do período de/ }).click();
    await until('the period to be gone', () => Promise.resolve(new URL(page.url()).search === ''));
    await page.context().close();
  });

  it('show one clock, the store’s, wherever the browser is; staff are told that they are not for them', async () => {
    for (const timezoneId of ['UTC', 'America/Manaus']) {
      const page = await visit(browser, { house, options: { timezoneId } });
      await page.route('**/v1/reports/liability', async (route) => {
        const answer = await route.fetch();
        const json = { ...((await answer.json()) as object), asOf: '2026-11-20T02:30:00.000Z' };
        await route.fulfill({ response: answer, json });
      });
      await page.goto('/relatorios');
      await page.getByText('Dados até 19/11/2026 23:30').waitFor();
      expect(await page.getByText('Datas e horários de America/Sao_Paulo').count()).toBe(1);
      await page.context().close();
    }
    const staff = await visit(browser, { house, role: 'staff' });
    await staff.goto('/relatorios');
    await staff.getByRole('heading', { name: 'Você não tem acesso a esta página' }).waitFor();
    await staff.context().close();
    expect(browser.errors).toEqual([]);
  });
});
