import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { aCounterSale, sold } from '../e2e/counter';
import type { CounterSale } from '../e2e/counter';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound, inBothWindows } from './a-browser';
import type { ABrowser } from './a-browser';
import { CLUB } from './club';
import { visit } from './visit';

const LONG_MS = 300_000;

interface Held {
  cashbackCents: number;
  points: number;
}

interface Simulated {
  result: {
    period: { from: string; until: string };
    sales: Record<'more' | 'less', { count: number }>;
    liability: { month: string; current: Held; draft: Held }[];
  } & Record<'current' | 'draft' | 'difference', { totalCents: number }>;
}

describePages('a draft of the program', () => {
  let house: House;
  let browser: ABrowser;
  let sales: CounterSale[];

  beforeAll(async () => {
    house = await openHouse({ program: CLUB });
    sales = [];
    for (const totalCents of [4_990, 10_000, 20_000])
      sales.push(await sold(house.tenant, aCounterSale('centro', { totalCents })));
    browser = await aBrowser();
  }, LONG_MS);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Opens the program and writes a draft: 7 % from R$ 50,00 on. */
  const drafted = async (): Promise<Page> => {
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/programa');
    const rule = page.getByRole('region', { name: 'Regra 1' });
    await rule.getByLabel('Porcentagem').fill('7');
    await rule.getByLabel('Compra mínima').fill('50,00');
    await rule.getByText(/compras a partir de R\$ 50,00/).waitFor();
    return page;
  };
  const press = (within: Page | Locator, name: string): Promise<void> =>
    within.getByRole('button', { name, exact: true }).click();
  /** All that moves with value. */
  const written = async (): Promise<unknown> => {
    const { store, tenant } = house;
    return Promise.all([
      ...sales.map(({ customerId }) =>
        store.ledger.statement(tenant.merchantId, customerId!, { limit: 100 }),
      ),
      store.programs.current(tenant.merchantId),
    ]);
  };

  inBothWindows(() => {
    it(
      '20: is tried on a past and on a typed sale, with reasons and the difference from the version in force',
      async () => {
        const before = await written();
        const page = await drafted();
        await page.getByRole('link', { name: 'Experimentar' }).click();
        await press(page, `Experimentar na venda ${sales[1]!.externalId}`);
        const draft = page.getByRole('region', { name: 'Com o rascunho' });
        const current = page.getByRole('region', { name: 'Com a versão 1, em vigor' });
        await draft.getByText(/^Ao todo: R\$\s7,00$/).waitFor();
        await current.getByText(/^Ao todo: R\$\s5,00$/).waitFor();
        await page.getByText(/^Diferença: \+R\$\s2,00$/).waitFor();
        await draft.getByText(/vale até \d\d\/\d\d\/\d{4}$/).waitFor();
        await expectSound(page);

        await press(page, `Experimentar na venda ${sales[0]!.externalId}`);
        await draft.getByText('Faltaram R$ 0,10 para a venda mínima de R$ 50,00').waitFor();
        await current.getByText(/^Ao todo: R\$\s2,49$/).waitFor();
        // What stands in the address is tried again, with the draft that was kept.
        await page.reload();
        await draft.getByText('Faltaram R$ 0,10 para a venda mínima de R$ 50,00').waitFor();

        await page.getByText('Uma venda digitada').click();
        await press(page, 'Experimentar');
        await page.getByText('Escreva o total em reais, por exemplo 150,00.').waitFor();
        await page.getByLabel('Total da venda').fill('250,00');
        await press(page, 'Mais um produto');
        await page.getByLabel('SKU do produto 1').fill('CAMISETA');
        await page.getByLabel('Valor do produto 1').fill('250');
        await page.getByLabel('Data').fill('2026-11-12');
        await press(page, 'Experimentar');
        await draft.getByText(/^Ao todo: R\$\s17,50, 1 vale$/).waitFor();
        await page.getByText(/^Venda de R\$\s250,00 em 12\/11\/2026/).waitFor();
        await page.getByText('O cálculo supõe um cliente novo.').waitFor();
        await expectSound(page);
        expect(await written()).toEqual(before);
        await page.context().close();
      },
      LONG_MS,
    );

    it(
      '20: is played over past sales: how many would change, what it costs, and nothing is written',
      async () => {
        const before = await written();
        const page = await drafted();
        await page.getByRole('link', { name: 'Simular' }).click();
        await page.getByText(/passam pelo rascunho e pela versão em vigor/).waitFor();
        await expectSound(page);
        await press(page, 'Simular');
        await page.waitForURL('**/programa/simular?simulacao=sim_*');
        await page.getByRole('heading', { name: 'Resultado da simulação' }).waitFor();
        const id = new URL(page.url()).searchParams.get('simulacao')!;
        const { result } = (await house.tenant.api.get<Simulated>(`/v1/program/simulations/${id}`)).expect(
          200,
        ).body;
        const changed = result.sales.more.count + result.sales.less.count;
        expect(changed).toBe(3);
        await page.getByText(`${changed} vendas renderiam outro valor.`).waitFor();
        const costs = page.getByRole('table', { name: 'Quanto custa' });
        const total = await costs.getByRole('row', { name: /^Custo total/ }).innerText();
        expect(cents(total)).toEqual([
          result.current.totalCents,
          result.draft.totalCents,
          result.difference.totalCents,
        ]);
        const months = page.getByRole('table', { name: 'Em aberto no fim de cada mês' }).locator('tbody tr');
        expect(await months.count()).toBe(result.liability.length);
        const bars = page.getByRole('group', { name: /^Gráfico do cashback em aberto/ }).getByRole('link');
        expect(await bars.count()).toBe(2 * result.liability.length);
        // What was simulated is in no list: bar and page say that the one that opens has another total.
        const simulated = result.liability.flatMap((both) => [both.current, both.draft]);
        for (const [at, bar] of (await bars.all()).entries()) {
          const name = await bar.getAttribute('aria-label');
          expect(cents(name!)).toEqual([simulated[at]!.cashbackCents]);
          expect(name).toContain('valor simulado. Ver as vendas do mês, que têm outro total');
        }
        await page.getByText(/Cada barra abre as vendas do mês .*, que têm outro total\.$/).waitFor();
        const { from } = result.period;
        expect(await bars.first().getAttribute('href')).toMatch(
          new RegExp(`^/vendas\\?de=${from}&ate=${from.slice(0, 7)}-\\d\\d$`),
        );
        await expectSound(page);

        const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Baixar CSV')]);
        const csv = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
        const last = result.liability.at(-1)!;
        const [asOf] = (await page.getByText(/Dados até/).innerText()).match(/\d\d\/\d\d\/\d{4} \d\d:\d\d/)!;
        expect(csv[0]).toMatch(/;dados até \(America\/Sao_Paulo\)$/);
        expect(csv.slice(1)).toEqual(
          result.liability.map(({ month, ...both }) =>
            [
              month.split('-').reverse().join('/'),
              ...[both.current, both.draft].flatMap((held) => [reais(held.cashbackCents), held.points]),
              asOf,
            ].join(';'),
          ),
        );
        const shown = await months.allInnerTexts();
        expect(shown.flatMap(cents)).toEqual(simulated.map(({ cashbackCents }) => cashbackCents));
        await oneClockOf(page.url(), result.liability);
        const dialog = page.getByRole('dialog', { name: 'Sair sem publicar?' });
        await bars.last().click();
        await press(dialog, 'Sair e guardar o rascunho');
        const sold = page.getByRole('table', { name: /^Vendas/ }).locator('tbody tr');
        await until('the sales of the month', async () => (await sold.count()) === sales.length);
        const search = new URL(page.url()).searchParams;
        expect([search.get('de'), search.get('ate')]).toEqual([`${last.month}-01`, result.period.until]);
        await page.getByRole('button', { name: /^Sair do período de/ }).waitFor();
        await page.goBack();
        await page.getByRole('link', { name: 'Abrir a 1ª venda' }).click();
        await press(dialog, 'Sair e guardar o rascunho');
        await page.getByRole('heading', { name: `Venda ${sales[2]!.externalId}`, level: 1 }).waitFor();
        expect(await written()).toEqual(before);
        await page.context().close();
      },
      LONG_MS,
    );
  });

  /** 17: the axis has the store's months and the page the store's time, wherever the browser is. */
  const oneClockOf = async (url: string, months: readonly { month: string }[]): Promise<void> => {
    const axis = months.map(({ month }) => month.split('-').reverse().join('/'));
    const texts: string[] = [];
    for (const timezoneId of ['UTC', 'America/Manaus']) {
      const page = await visit(browser, { house, options: { timezoneId } });
      await page.goto(url);
      const chart = page.getByRole('group', { name: /^Gráfico do cashback em aberto/ });
      await chart.waitFor();
      expect(await chart.locator('text').allTextContents()).toEqual(axis);
      const tips = await chart.locator('title').allTextContents();
      expect(tips.map((tip) => tip.split(',', 1)[0])).toEqual(axis.flatMap((month) => [month, month]));
      texts.push(await page.getByRole('main').innerText());
      await page.context().close();
    }
    expect(texts[1]).toEqual(texts[0]);
  };

  it('says how far a simulation is, why one has none to show, and that one is not there', async () => {
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    const running = {
      ...{ id: 'sim_1', state: 'running', against: 1, progress: { done: 30, total: 120 }, finishedAt: null },
      ...{ from: '2026-01-01T03:00:00.000Z', end: '2026-02-01T03:00:00.000Z' },
      createdAt: '2026-02-01T03:00:00.000Z',
    };
    let answer: object = running;
    await page.route('**/v1/program/simulations/sim_1', (route) => route.fulfill({ json: answer }));
    await page.goto('/programa/simular?simulacao=sim_1');
    await page.getByText('25%: 30 de 120 passos').waitFor();
    await expectSound(page);
    const failure = { code: 'cancelled', text: 'A simulação foi cancelada antes do fim.' };
    answer = { ...running, state: 'failed', failure };
    await page.getByText('A simulação foi cancelada antes do fim.').waitFor();
    await expectSound(page);
    await page.goto('/programa/simular?simulacao=sim_2');
    await page.getByText('Código: simulation_not_found').waitFor();
    await page.context().close();
    expect(browser.errors).toEqual([]);
  });
});

/** The amounts in a line of a table, in cents. */
function cents(line: string): number[] {
  return (line.match(/-?R\$\s[\d.]+,\d\d/g) ?? []).map((amount) => Number(amount.replace(/[^\d-]/g, '')));
}

function reais(amount: number): string {
  return (amount / 100).toFixed(2).replace('.', ',');
}
