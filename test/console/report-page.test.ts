import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { aCounterSale, sold } from '../e2e/counter';
import { aProgram } from '../e2e/builders';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound, inBothWindows } from './a-browser';
import type { ABrowser } from './a-browser';
import { activeCents } from './at-the-counter';
import { digits, download, expectBars, fileOf, lines, summed } from './report-figures';
import { visit } from './visit';

const OWED = 'O que os clientes têm a usar: Cashback';
const MOVED = 'Concedido e usado: Cashback';
const RETURNED = 'Retorno e resgate';

interface Flows {
  granted: number;
  used: number;
  net: number;
}

describePages('reports', () => {
  let house: House;
  let browser: ABrowser;
  /** Whose wallets there are. */
  let owners: string[];
  /** By what the stores go: one that was entered, and one that nobody has. */
  let shops: string[];

  beforeAll(async () => {
    house = await openHouse({ program: aProgram({ messages: {} }) });
    const { tenant, store } = house;
    const made = async (name: string, channels: string[]): Promise<{ id: string }> =>
      (await store.shops.create(
        tenant.merchantId,
        { name, zone: 'America/Sao_Paulo', channels, documents: [] },
        new Date(),
      ))!;
    const first = await sold(tenant, aCounterSale('centro', { totalCents: 10_000 }));
    const customer = { document: (await documentOf(first.customerId!)) ?? '' };
    await sold(tenant, aCounterSale('praia', { totalCents: 20_000, customer }));
    const third = await sold(tenant, aCounterSale('centro', { totalCents: 30_050 }));
    owners = [first.customerId!, third.customerId!];
    shops = [(await made('Centro', ['centro'])).id, 'praia'];
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
    await page.getByRole('table', { name: RETURNED, exact: true }).waitFor();
    await page.getByRole('table', { name: OWED }).waitFor();
    await page.getByRole('table', { name: MOVED }).waitFor();
    return page;
  };
  const api = async <T>(path: string): Promise<T> => (await house.tenant.api.get<T>(path)).expect(200).body;

  inBothWindows(() => {
    it('23: show the same in table, file and API, and say up to when the data runs', async () => {
      const page = await opened('/relatorios');
      expect(await page.getByText(/Dados até \d\d\/\d\d\/\d{4} \d\d:\d\d/).count()).toBe(4);
      await expectSound(page);

      const moved = await lines(page, MOVED);
      const movedFile = await fileOf(page, MOVED);
      expect(moved.map((line) => line.slice(1).map(digits))).toEqual(
        movedFile.map((line) => line.slice(3, 11).map(digits)),
      );
      const { total } = await api<{ total: { cashbackCents: Flows } }>('/v1/reports/activity');
      const { granted, used, net } = total.cashbackCents;
      expect([granted, used, net]).toEqual([3_002, 700, 2_302]);
      expect(moved.at(-1)!.map(digits)).toEqual([0, granted, 0, used, 0, 0, 0, 0, net]);
      expect(moved[0]![0]).toMatch(/^\d\d\/\d{4}$/);

      const owed = await lines(page, OWED);
      expect(owed.map((line) => line.slice(1).map(digits))).toEqual(
        (await fileOf(page, OWED)).map((line) => line.slice(3, 6).map(digits)),
      );
      const held = await Promise.all(owners.map((id) => activeCents(house.tenant, id)));
      expect(held.reduce((sum, cents) => sum + cents, 0)).toBe(2_302);
      expect(digits(owed.at(-1)![1]!)).toBe(2_302);

      const [returned] = await fileOf(page, RETURNED);
      const facts = new Map((await lines(page, RETURNED)).map(([name, value]) => [name, value!]));
      expect(facts.get('Taxa de retorno')).toBe('50%');
      expect([facts.get('Clientes que compraram'), facts.get('Compraram mais de uma vez')]).toEqual([
        '2',
        '1',
      ]);
      expect(returned!.slice(4, 9)).toEqual(['2', '1', '50,00', '3', '600,50']);
      expect(digits(facts.get('Valor das compras')!)).toBe(60_050);
      await page.context().close();
    });

    it('23: are drawn as table and file have them, and each bar opens its list with the same total', async () => {
      const page = await opened('/relatorios');
      await expectBars(page, { table: OWED, columns: [1, 2, 3], caption: /^Saldos/ });
      await expectBars(page, { table: MOVED, columns: [1, 3, 4], caption: /^Movimentos/ });
      await page.context().close();
    });

    it('15: keep period, benefit and division in the address: a reload and a shared link show the same', async () => {
      const page = await opened('/relatorios');
      await page.getByLabel('Dividir').selectOption('Por mês, loja e canal');
      await until('both stores', async () => (await lines(page, MOVED)).length === 3);
      const stores = (await lines(page, MOVED)).map(([, store, channel]) => [store, channel]);
      expect(stores).toEqual([
        ['Centro', 'Frente de caixa'],
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
      await page.getByRole('table', { name: RETURNED, exact: true }).waitFor();
      expect(await lines(page, RETURNED)).toEqual(before);
      expect(before[0]).toEqual(['Taxa de retorno', 'ninguém comprou']);
      await page.getByLabel('Até', { exact: true }).fill('2025-01-31');
      await page.getByText('O período começa depois do seu fim. Troque as datas.').first().waitFor();
      await expectSound(page);
      await page.context().close();
    });

    it('23: by store and channel are the same in table, file and API, each line with the list behind it', async () => {
      const page = await opened('/relatorios?por=origem');
      await until('both stores', async () => (await lines(page, OWED)).length === 3);
      const SOURCES = 'Retorno e resgate por loja e canal';
      const shown = await lines(page, SOURCES);
      expect(shown.map((line) => line.slice(0, 5))).toEqual([
        ['Centro', 'Frente de caixa', '2', '0', '0%'],
        ['praia', 'Frente de caixa', '1', '0', '0%'],
      ]);
      const file = await fileOf(page, RETURNED);
      const amounts = file.map((line) => [7, 8, 10, 11].map((place) => digits(line[place]!)));
      expect(shown.map((line) => [5, 6, 7, 8].map((place) => digits(line[place]!)))).toEqual(
        amounts.slice(0, 2),
      );
      type Row = {
        storeId: string;
        purchases: number;
        totalCents: number;
        grantedCents: number;
        usedCents: number;
      };
      const { rows } = await api<{ rows: Row[] }>('/v1/reports/returning?by=source');
      expect(rows.map((row) => [row.purchases, row.totalCents, row.grantedCents, row.usedCents])).toEqual(
        amounts.slice(0, 2),
      );
      for (const column of [0, 1, 2, 3])
        expect(amounts[0]![column]! + amounts[1]![column]!).toBe(amounts[2]![column]);
      expect(new Set(rows.map(({ storeId }) => storeId))).toEqual(new Set(shops));

      const owed = await lines(page, OWED);
      expect(owed.map((line) => line.slice(3).map(digits))).toEqual(
        (await fileOf(page, OWED)).map((line) => line.slice(3, 6).map(digits)),
      );
      expect(digits(owed[0]![3]!) + digits(owed[1]![3]!)).toBe(digits(owed[2]![3]!));
      await expectSound(page);

      for (const [table, caption] of [
        [OWED, /^Saldos/],
        [MOVED, /^Movimentos/],
      ] as const) {
        const line = page.getByRole('table', { name: table }).getByRole('row', { name: /Centro/ });
        const figure = line.getByRole('link').first();
        const sum = digits(await figure.innerText());
        await figure.click();
        await page.getByRole('table', { name: caption }).waitFor();
        expect(await summed(page, caption)).toBe(sum);
        await page.getByRole('button', { name: 'Sair de Centro, Frente de caixa' }).waitFor();
        await expectSound(page);
        await page.getByRole('button', { name: 'Sair de Centro, Frente de caixa' }).click();
        await until('those of the other store as well', async () => (await summed(page, caption)) > sum);
        await page.goto('/relatorios?por=origem');
        await until('both stores', async () => (await lines(page, OWED)).length === 3);
      }

      await page
        .getByRole('row', { name: /^Centro/ })
        .getByRole('link', { name: '2 (ver as vendas)' })
        .click();
      const rowsOf = page.getByRole('table', { name: /^Vendas/ }).locator('tbody tr');
      await rowsOf.first().waitFor();
      const totals = await rowsOf.locator('td:nth-child(3)').allInnerTexts();
      expect(totals.map(digits).reduce((sum, one) => sum + one, 0)).toBe(40_050);
      expect(new URL(page.url()).searchParams.get('loja')).toBe(shops[0]);
      expect(await page.getByLabel('Loja', { exact: true }).inputValue()).toBe(shops[0]);
      await page.getByLabel('Loja', { exact: true }).selectOption('Todas');
      await until('the other store’s as well', async () => (await rowsOf.count()) === 3);
      await page.context().close();
    });

    it('23: open the list behind a figure, with the same total', async () => {
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
      await expectSound(page);
      await page.getByRole('button', { name: /^Sair do período de/ }).click();
      await until('the period to be gone', () =>
        Promise.resolve(new URL(page.url()).search === '?contam=compras'),
      );
      await page.context().close();
    });

    it('23: open the movements and lots behind each figure, with the same total', async () => {
      const page = await opened('/relatorios');
      const ofTotal = (table: string, place: number): Locator =>
        page
          .getByRole('table', { name: table })
          .getByRole('row', { name: /^Total/ })
          .getByRole('link')
          .nth(place);
      await ofTotal(MOVED, 0).click();
      await page.getByRole('heading', { name: 'Concedido: Cashback' }).waitFor();
      expect(await summed(page, /^Movimentos/)).toBe(3_002);
      await expectSound(page);
      await page.getByLabel('Movimento', { exact: true }).selectOption('Usado');
      await page.getByRole('heading', { name: 'Usado: Cashback' }).waitFor();
      await until('what was used', async () => (await summed(page, /^Movimentos/)) === 700);
      await page.getByLabel('Movimento', { exact: true }).selectOption('Vencido');
      await page.getByText('Nenhum movimento assim').waitFor();
      await page.getByRole('link', { name: 'Todos os relatórios' }).click();
      await ofTotal(OWED, 0).click();
      await page.getByRole('heading', { name: 'Disponível: Cashback' }).waitFor();
      expect(await summed(page, /^Saldos/)).toBe(2_302);
      await expectSound(page);
      await page.goBack();
      const month = page
        .getByRole('table', { name: OWED })
        .locator('tbody tr')
        .first()
        .getByRole('link')
        .first();
      const amount = digits(await month.innerText());
      await month.click();
      await until('the same as the month has', async () => (await summed(page, /^Saldos/)) === amount);
      expect(new URL(page.url()).searchParams.get('mes')).toMatch(/^(\d{4}-\d\d|never)$/);
      await page.getByRole('button', { name: /^(Sair do mês|Ver também o que vence)/ }).click();
      await until('all of it', async () => (await summed(page, /^Saldos/)) === 2_302);
      await page.context().close();
    });
  });

  it('of today, as the first page has them, open their lists with the same total', async () => {
    const page = await visit(browser, { house });
    await page.goto('/inicio');
    await page.getByRole('link', { name: '3 vendas, R$ 600,50' }).click();
    const rows = page.getByRole('table', { name: /^Vendas/ }).locator('tbody tr');
    await until('three', async () => (await rows.count()) === 3);
    await page.getByRole('button', { name: 'Ver também as que não contam' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Concedido: R$ 30,02' }).click();
    const moved = page.getByRole('table', { name: /^Movimentos/ }).locator('tbody tr');
    await until('three', async () => (await moved.count()) === 3);
    expect((await moved.locator('td:last-child').allInnerTexts()).map(digits).sort()).toEqual([
      1000, 1502, 500,
    ]);
    await page.context().close();
  });

  inBothWindows(() => {
    it('17: list movements in the store’s time, wherever the browser is', async () => {
      const shown: string[][] = [];
      for (const timezoneId of ['UTC', 'America/Manaus']) {
        const page = await visit(browser, { house, options: { timezoneId } });
        await page.route('**/v1/reports/movements?*', async (route) => {
          const list = (await (await route.fetch()).json()) as { data: object[] };
          const data = list.data.map((one) => ({ ...one, at: '2026-11-20T02:30:00.000Z' }));
          await route.fulfill({ json: { ...list, data } });
        });
        await page.goto('/relatorios/movimentos?fluxo=granted&de=2026-01-01');
        const rows = page.getByRole('table', { name: /^Movimentos/ }).locator('tbody tr');
        await rows.first().getByText('19/11/2026 23:30').waitFor();
        shown.push(await rows.allInnerTexts());
        await page.context().close();
      }
      expect(shown[1]).toEqual(shown[0]);
    });

    it('17: show one clock, the store’s, wherever the browser is; staff are told that they are not for them', async () => {
      const drawn: string[][] = [];
      for (const timezoneId of ['UTC', 'America/Manaus']) {
        const page = await visit(browser, { house, options: { timezoneId } });
        await page.route('**/v1/reports/liability?*', async (route) => {
          const answer = await route.fetch();
          if (!answer.headers()['content-type']?.includes('json')) return route.fulfill({ response: answer });
          const json = { ...((await answer.json()) as object), asOf: '2026-11-20T02:30:00.000Z' };
          await route.fulfill({ response: answer, json });
        });
        await page.goto('/relatorios');
        await page.getByText('Dados até 19/11/2026 23:30').waitFor();
        expect(await page.getByText('Datas e horários de America/Sao_Paulo').count()).toBe(1);
        const charts = page.getByRole('group', { name: /^Gráfico: / });
        await until('both charts', async () => (await charts.count()) === 2);
        drawn.push(await charts.locator('text, title').allTextContents());
        const file = await download(page, OWED);
        expect(file).toContain('dados até (America/Sao_Paulo)');
        expect(file.trim()).toMatch(/;\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
        await page.context().close();
      }
      expect(drawn[1]).toEqual(drawn[0]);
      const staff = await visit(browser, { house, role: 'staff' });
      await staff.goto('/relatorios');
      await staff.getByRole('heading', { name: 'Você não tem acesso a esta página' }).waitFor();
      await staff.context().close();
      expect(browser.errors).toEqual([]);
    });
  });
});
