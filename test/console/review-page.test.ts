import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import type { Page } from 'playwright-core';
import { aContact, aProgram } from '../e2e/builders';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBuyer, anOrder } from '../e2e/shop';
import type { SaleJson } from '../e2e/shop';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

type Held = SaleJson & { heldFor: string | null };

/** So many records have 21 pairs among them: one more than a page holds. */
const RECORDS = 7;

describePages('pairs that only a person can tell apart', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ program: aProgram({ messages: {} }) });
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Asks whether two records are one person's, at an instant of long ago. */
  const asked = async (subjects: readonly [string, string], at: string): Promise<string> => {
    const pair = { merchantId: house.tenant.merchantId, kind: 'same_customer' as const, subjects };
    const facts = { reasons: ['Telefone, e-mail ou cadastro na origem em comum'] };
    return (await house.store.reviews.open(pair, facts, new Date(at))).id;
  };
  const aRecord = async (change: Parameters<typeof aContact>[0]): Promise<string> =>
    (await house.store.customers.identify(house.tenant.merchantId, aContact(change), new Date())).customerId;
  const opened = async (path: string): Promise<Page> => {
    const page = await visit(browser, { house });
    await page.goto(path);
    return page;
  };
  const sales = (query: string): Promise<Held[]> =>
    house.tenant.api.get<{ data: Held[] }>(`/v1/sales?${query}`).then(({ body }) => body.data);

  it('are listed while they are open, page by page, with what speaks for and against', async () => {
    const ids = await Promise.all(
      Array.from({ length: RECORDS }, (_, place) => aRecord({ name: `Lia Lista ${place}` })),
    );
    for (const [place, id] of ids.entries())
      for (const other of ids.slice(place + 1)) await asked([id, other], `2026-11-01T02:${10 + place}:00Z`);
    const page = await opened('/revisoes');
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(20);
    const first = await rows.first().innerText();
    expect(first).toContain('É a mesma pessoa?');
    expect(first).toContain('Telefone, e-mail ou cadastro na origem em comum');
    // The store's clock, in which it is the day before.
    expect(first).toContain('31/10/2026 23:15');
    await expectSound(page);
    await page.getByRole('button', { name: 'Próxima página' }).click();
    await until('the second page', async () => (await rows.count()) === 1);
    await page.getByLabel('Situação').selectOption('Decididas');
    await page.getByText('Nenhuma decisão ainda').waitFor();
    expect(new URL(page.url()).search).toBe('?situacao=resolved');
    await page.context().close();
  });

  it('of sales: both sides, what a decision does before it is made, and what was decided', async () => {
    const { company, api } = house.tenant;
    const contact = aBuyer(company);
    const order = anOrder(company, { contactId: contact.id, totalCents: 20_000, storeNumber: '' });
    company.completeOrder(order.id);
    const [erp] = await until('the order to be counted', async () => {
      const found = await sales(`channel=bling&externalId=${order.id}`);
      return found?.[0]?.status === 'active' ? found : null;
    });
    const posted = await api.post<Held>('/v1/sales', {
      ...{ channel: 'pos', externalId: 'PDV-1', totalCents: 20_000, status: 'completed' },
      soldAt: new Date().toISOString(),
      customer: { document: contact.document, email: contact.email },
    });
    const { id } = posted.expect(201).body;
    const held = (status: string): Promise<boolean> =>
      until(`the sale to be ${status}`, async () => {
        return (await api.get<Held>(`/v1/sales/${id}`)).expect(200).body.status === status;
      });
    await held('in_review');
    const page = await opened(`/vendas/${id}`);
    await page.getByRole('link', { name: 'Abrir a revisão' }).click();
    const sides = page.getByRole('table', { name: 'Os dois lados' });
    await sides.getByRole('link', { name: 'Venda PDV-1' }).waitFor();
    expect(await sides.getByText(/R\$\s200,00/).count()).toBe(2);
    await page.getByRole('button', { name: 'É a mesma compra' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A venda PDV-1 fica como repetida e não rende nada.').waitFor();
    await expectSound(page);
    expect((await api.get<Held>(`/v1/sales/${id}`)).body.status).toBe('in_review');
    await dialog.getByLabel('Motivo').fill('Conferido na nota');
    await dialog.getByRole('button', { name: 'Confirmar' }).click();
    const decision = page.getByRole('table', { name: 'Decisão' });
    await decision.getByText('Conferido na nota').waitFor();
    expect(await decision.innerText()).toContain('Bia Atendente');
    expect(await page.getByRole('button', { name: 'É a mesma compra' }).count()).toBe(0);
    await held('duplicate');
    expect((await sales(`channel=bling&externalId=${order.id}`))[0]!.id).toBe(erp!.id);
    await page.goto('/revisoes?situacao=resolved&tipo=same_sale');
    await page.getByRole('row', { name: /É a mesma compra\s+por Bia Atendente/ }).waitFor();
    await page.context().close();
  });

  it('of customers: what both come to as one is seen before anybody is merged', async () => {
    const document = cpf.generate();
    const known = await aRecord({ name: 'Rosa Lima', document });
    const other = await aRecord({ name: 'Rosa L.', document: null, emails: ['rosa@correio.com.br'] });
    const page = await opened(`/revisoes/${await asked([other, known], '2026-11-02T12:00:00Z')}`);
    await page.getByRole('button', { name: 'É a mesma pessoa' }).click();
    const dialog = page.getByRole('dialog');
    const outcome = dialog.getByRole('row', { name: /^E-mails/ });
    await outcome.waitFor();
    expect(await outcome.locator('td').allInnerTexts()).toEqual([
      '–',
      'rosa@correio.com.br',
      'rosa@correio.com.br',
    ]);
    await expectSound(page);
    const mergedInto = async (): Promise<string | null> =>
      (await house.tenant.api.get<{ mergedInto: string | null }>(`/v1/customers/${other}`)).expect(200).body
        .mergedInto;
    expect(await mergedInto()).toBeNull();
    await dialog.getByRole('button', { name: 'Confirmar' }).click();
    await page.getByText('Os dois já são um cadastro só:').waitFor();
    expect(await mergedInto()).toBe(known);
    await expectSound(page);
    await page.context().close();
  });

  it('that somebody else has decided meanwhile are refused in words; staff are told that it is not for them', async () => {
    const pair = [await aRecord({ name: 'Nina Um' }), await aRecord({ name: 'Nina Dois' })] as const;
    const id = await asked(pair, '2026-11-02T13:00:00Z');
    const page = await opened(`/revisoes/${id}`);
    await page.getByRole('button', { name: 'É a mesma pessoa' }).click();
    await page.getByRole('dialog').getByText('Os dois cadastros viram um').waitFor();
    const resolved = await house.tenant.api.post(`/v1/reviews/${id}/resolve`, { decision: 'distinct' });
    resolved.expect(200);
    await page.getByRole('dialog').getByRole('button', { name: 'Confirmar' }).click();
    await page.getByText('Código: review_resolved').waitFor();
    await page.context().close();
    const staff = await visit(browser, { house, role: 'staff' });
    await staff.goto('/revisoes');
    await staff.getByRole('heading', { name: 'Você não tem acesso a esta página' }).waitFor();
    await staff.context().close();
    expect(browser.errors).toEqual([]);
  });
});
