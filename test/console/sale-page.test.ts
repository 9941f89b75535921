import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import type { Locator, Page } from 'playwright-core';
import { aProgram } from '../e2e/builders';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBuyer, anOrder } from '../e2e/shop';
import { until } from '../e2e/until';
import { aBrowser, DESKTOP, describePages, expectSound, inBothWindows, windowNow } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

const RULES = [
  { id: 'cashback-5', grant: { type: 'cashback' as const, rateBps: 500 } },
  { id: 'grande', grant: { type: 'cashback' as const, rateBps: 100 }, when: { minSaleCents: 5_000 } },
];

interface SaleJson {
  id: string;
  status: string;
  customerId: string;
}

/** What a till's sale goes through at once, as its page names it. */
const OF_THE_TILL = ['received', 'calculated', 'EARN_PENDING', 'ACTIVATE'];

/** As long as a page may be behind what is tried. */
const FOLLOWED_WITHIN_MS = 5_000;

const aCustomer = (): { name: string; document: string } => ({
  name: 'Maria Exemplo',
  document: cpf.generate(),
});

async function eventsIn(story: Locator): Promise<string[]> {
  const shown = await story.locator('[data-event]').all();
  return Promise.all(shown.map(async (one) => (await one.getAttribute('data-event')) ?? ''));
}

describePages('the page of a sale', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    const program = aProgram({ earning: { combine: 'stack', rules: RULES } });
    house = await openHouse({ program, env: { TEMPORAL_UI_URL: 'https://temporal.example.com/' } });
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Each window has sales of its own. */
  const numbered = (number: string): string => (windowNow() === DESKTOP ? `1${number}` : number);
  const sold = async (as: string, totalCents: number, customer = aCustomer()): Promise<string> => {
    const { api } = house.tenant;
    const externalId = numbered(as);
    const posted = await api.post<SaleJson>('/v1/sales', {
      ...{ channel: 'pos', externalId, number: externalId, totalCents, status: 'completed', silent: true },
      soldAt: new Date().toISOString(),
      customer,
    });
    const { id } = posted.expect(201).body;
    await until('the sale to have earned', async () => {
      const { status } = (await api.get<SaleJson>(`/v1/sales/${id}`)).expect(200).body;
      return status === 'active';
    });
    return id;
  };
  const opened = async (id: string): Promise<Page> => {
    const page = await visit(browser, { house });
    await page.goto(`/vendas/${id}`);
    await page.getByRole('heading', { name: 'O que aconteceu' }).waitFor();
    return page;
  };
  const part = (page: Page, name: string): ReturnType<Page['locator']> => page.getByRole('region', { name });

  inBothWindows(() => {
    it('8, 12: says what happened, what comes next and when, and rule by rule why and why not', async () => {
      await sold('4990', 4_990);
      // Two clicks from where one begins.
      const page = await visit(browser, { house });
      await page.goto('/inicio');
      await page.getByRole('link', { name: 'Vendas', exact: true }).click();
      await page.getByRole('link', { name: numbered('4990'), exact: true }).click();
      await page.getByRole('heading', { name: 'O que aconteceu' }).waitFor();
      const why = part(page, 'Por que, regra por regra');
      await why.getByText('Programa Clube da Loja, versão 1', { exact: true }).waitFor();
      expect(
        await part(page, 'Dados da venda')
          .getByRole('row', { name: /^Programa/ })
          .innerText(),
      ).toContain('versão 1');
      await why.getByText(/Faltaram R\$\s0,10 para a venda mínima de R\$\s50,00/).waitFor();
      for (const { id } of RULES) expect(await why.getByText(`Regra ${id}`).count()).toBe(1);
      expect(await why.getByText('Pagou', { exact: true }).count()).toBe(1);
      const story = part(page, 'O que aconteceu');
      const events = await eventsIn(story);
      expect(events).toEqual([...new Set(events)]);
      expect(events.filter((event) => OF_THE_TILL.includes(event))).toEqual(OF_THE_TILL);
      expect(await story.locator('[data-next]').innerText()).toMatch(
        /A seguir: .+\s+\d\d\/\d\d\/\d{4} \d\d:\d\d/,
      );
      for (const event of events) {
        const one = story.locator(`[data-event="${event}"]`);
        await one.getByText('Detalhes').click();
        await one.getByText(`Evento: ${event}`).waitFor();
      }
      const link = part(page, 'Execuções no Temporal').getByRole('link').first();
      expect(await link.getAttribute('href')).toContain('https://temporal.example.com/');
      await expectSound(page);
      await page.context().close();
    });

    it('13: takes a return: what was taken back is beside what is left', async () => {
      const page = await opened(await sold('10000', 10_000));
      await page.getByRole('button', { name: 'Registrar devolução' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Registrar', exact: true }).click();
      await dialog.getByText('Digite um valor, como 49,90.').waitFor();
      await dialog.getByLabel('Valor das mercadorias devolvidas').fill('50');
      await dialog.getByLabel('Motivo').fill('Tamanho errado');
      await expectSound(page);
      await dialog.getByRole('button', { name: 'Registrar', exact: true }).click();
      const given = part(page, 'Devoluções').getByRole('listitem').filter({ hasText: 'Tamanho errado' });
      await given.waitFor();
      // What came back of the goods, and what of the benefit was taken back for it.
      expect(await given.innerText()).toMatch(/^R\$\s50,00 em \d\d\/\d\d\/\d{4}/);
      const benefit = part(page, 'Onde está o benefício');
      await benefit.getByText('Retirado por devolução').waitFor();
      expect(await benefit.getByRole('row', { name: /Soma/ }).innerText()).toMatch(/R\$\s3,00/);
      expect(await benefit.getByRole('row', { name: /Retirado/ }).innerText()).toMatch(/R\$\s3,00/);
      await page.context().close();
    });

    it('13: that brings everything back gives back what was paid with benefit, and says how much', async () => {
      const { api } = house.tenant;
      const customer = { name: 'Rui Exemplo', document: cpf.generate() };
      const sale = await sold('4000', 4_000, customer);
      const { customerId } = (await api.get<SaleJson>(`/v1/sales/${await sold('6000', 6_000, customer)}`))
        .body;
      const use = { customerId, type: 'cashback', amountCents: 150, saleTotalCents: 4_000, saleRef: sale };
      (await api.post('/v1/redemptions', { ...use, confirm: true })).expect(201);
      const page = await opened(sale);
      await page.getByRole('button', { name: 'Registrar devolução' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Valor das mercadorias devolvidas').fill('40');
      await dialog.getByRole('button', { name: 'Registrar', exact: true }).click();
      const facts = part(page, 'Dados da venda');
      expect(await facts.getByRole('row', { name: /^Benefício devolvido ao cliente/ }).innerText()).toMatch(
        /R\$\s1,50/,
      );
      expect(
        await part(page, 'Onde está o benefício')
          .getByRole('row', { name: /^Retirado/ })
          .innerText(),
      ).toMatch(/R\$\s2,00/);
      await page.locator('[data-event=ROLLBACK]').waitFor();
      await page.locator('[data-event=CLAWBACK]').first().waitFor();
      await page.context().close();
    });
  });

  inBothWindows(() => {
    it('9: shows a step that fails with its attempt, its error and its next try, and follows by itself', async () => {
      const { company, api } = house.tenant;
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.injectFault({
        kind: 'server-error',
        route: 'GET /pedidos/vendas/{id}',
        id: order.id,
        times: 6,
      });
      company.completeOrder(order.id);
      const { id } = await until('the sale to be opened', async () => {
        const found = await api.get<{ data?: SaleJson[] }>(`/v1/sales?channel=bling&externalId=${order.id}`);
        return found.status === 200 ? found.body.data![0]! : null;
      });
      const page = await opened(id);
      const step = page.locator('[data-step]');
      await step.getByText(/^\d+ª tentativa, próxima às \d\d:\d\d$/).waitFor();
      expect(await step.innerText()).toContain('Bling');
      expect(await page.locator('[data-event]').count()).toBeGreaterThan(0);
      await page.getByLabel('Só falhas').click();
      await until('all else to vanish', async () => (await page.locator('[data-event]').count()) === 0);
      expect(await page.locator('[data-next]').count()).toBe(0);
      await step.waitFor();
      await page.getByLabel('Só falhas').click();
      await page.locator('[data-event]').first().waitFor();
      await step.waitFor({ state: 'detached', timeout: 120_000 });
      await page.locator('[data-event=ACTIVATE]').first().waitFor({ timeout: 60_000 });
      await page.context().close();
    });

    it('9: says by itself which attempt failed and when the next is, by the store’s clock, and that it healed', async () => {
      const id = await sold('9000', 9_000);
      const page = await visit(browser, { house });
      let steps: object[] = [];
      await page.route(`**/v1/sales/${id}/run`, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), steps } });
      });
      await page.goto(`/vendas/${id}`);
      await page.getByRole('heading', { name: 'O que aconteceu' }).waitFor();
      const lastFailure = { code: 'Bling.unavailable', text: 'O Bling não respondeu.' };
      const step = { step: 'readSale', text: 'Ler a venda na origem', attempt: 3, lastFailure };
      steps = [{ ...step, nextTryAt: '2026-11-29T17:05:00.000Z' }];
      const shown = page.locator('[data-step]');
      const failing = shown.getByText('3ª tentativa, próxima às 14:05', { exact: true });
      await failing.waitFor({ timeout: FOLLOWED_WITHIN_MS });
      expect(await shown.innerText()).toContain('O Bling não respondeu.');
      steps = [];
      await shown.waitFor({ state: 'detached', timeout: FOLLOWED_WITHIN_MS });
      await page.context().close();
    });

    it('11: names the key that told of the sale, what Retorno did by itself, and who took goods back', async () => {
      const id = await sold('1100', 10_000);
      const { api, merchantId } = house.tenant;
      const [key] = await house.store.merchants.keys(merchantId);
      (await api.post(`/v1/sales/${id}/returns`, { amountCents: 1_000, operator: 'caio' })).expect(201);
      (await api.post(`/v1/sales/${id}/returns`, { amountCents: 2_000 })).expect(201);
      const page = await opened(id);
      const story = part(page, 'O que aconteceu');
      const of = (event: string): Locator => story.locator(`[data-event="${event}"]`).first();
      await of('completed').getByText(`· Chave ${key!.label}`).waitFor();
      await of('returned').getByText(`· caio · Chave ${key!.label}`).waitFor();
      await of('ACTIVATE').getByText('· Sistema').waitFor();
      const rows = await part(page, 'Devoluções').getByRole('listitem').allInnerTexts();
      expect(rows).toEqual([
        expect.stringContaining(`por caio · Chave ${key!.label}`),
        expect.stringContaining(`por Chave ${key!.label}`),
      ]);
      expect(await story.getByRole('textbox').count()).toBe(0);

      const { company } = house.tenant;
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      const query = `/v1/sales?channel=bling&externalId=${order.id}`;
      const told = await until('the order of Bling to be paid', async () => {
        const [sale] = (await api.get<{ data?: SaleJson[] }>(query)).body.data ?? [];
        return sale?.status === 'active' && sale;
      });
      await page.goto(`/vendas/${told.id}`);
      await of('completed').getByText('· Bling').waitFor();
      await of('EARN_PENDING').getByText('· Bling').waitFor();
      await of('ACTIVATE').getByText('· Sistema').waitFor();
      await page.goto(`/clientes/${told.customerId}`);
      const lines = part(page, 'Extrato').locator('tbody tr td:nth-child(3)');
      await lines.first().waitFor();
      expect((await lines.allInnerTexts()).some((text) => text.startsWith('Bling, '))).toBe(true);
      await page.context().close();
    });

    it('10: folds a long story, but no failure in it', async () => {
      const id = await sold('2000', 2_000);
      const page = await visit(browser, { house });
      let failing = false;
      const event = (place: number): object => ({
        at: new Date(Date.parse('2026-11-01T12:00:00Z') + place * 60_000).toISOString(),
        ...(failing && place === 30
          ? { source: 'message', event: 'earned_failed', text: 'Aviso não enviado' }
          : { source: 'sale', event: 'changed', text: `Mudança ${place}` }),
        ...{ operator: null, key: null },
      });
      await page.route(`**/v1/sales/${id}`, async (route) => {
        const answer = await route.fetch();
        const sale = (await answer.json()) as object;
        await route.fulfill({
          response: answer,
          json: { ...sale, timeline: Array.from({ length: 60 }, (_, n) => event(n)) },
        });
      });
      await page.goto(`/vendas/${id}`);
      const more = page.getByRole('button', { name: /^Mostrar \d+$/ });
      await more.first().waitFor();
      expect(await page.locator('[data-event]').count()).toBe(12);
      expect(await more.allInnerTexts()).toEqual(['Mostrar 48']);
      failing = true;
      await page.reload();
      await page.getByText('Aviso não enviado').waitFor();
      expect(await page.locator('[data-event]').count()).toBe(12);
      expect(await more.allInnerTexts()).toEqual(['Mostrar 28', 'Mostrar 20']);
      await more.first().click();
      await until('the whole story', async () => (await page.locator('[data-event]').count()) === 60);
      await page.context().close();
      expect(browser.errors).toEqual([]);
    });
  });
});
