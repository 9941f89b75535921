import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { aCounterSale, sold } from '../e2e/counter';
import type { CounterSale, UseJson } from '../e2e/counter';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, textOf } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, activeCents, card, confirm, find, staffAtCounter } from './at-the-counter';
import type { Buyer } from './at-the-counter';
import { CLUB } from './club';

describePages('what is kept aside at the counter, and sales that nobody said whose they are', () => {
  let house: House;
  let browser: ABrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  beforeEach(async () => {
    page = await staffAtCounter(browser, house);
  });

  const opened = async (name: string): Promise<Buyer> => {
    const buyer = await aBuyer(house.tenant, name);
    await find(page, buyer.document);
    await card(page, buyer.name).waitFor();
    return buyer;
  };
  const question = async (): Promise<string> =>
    (await page.getByRole('dialog').innerText()).replaceAll('\u00a0', ' ');
  const press = (name: string): Promise<void> => page.getByRole('button', { name }).click();
  const row = (name: string, action: string): ReturnType<Page['locator']> =>
    page.locator('tbody tr').filter({ hasText: name }).filter({ hasText: action });
  const reserve = async (amount: string): Promise<void> => {
    await page.getByLabel('Valor da compra').fill('100,00');
    await page.getByLabel('Quanto resgatar').fill(amount);
    await press('Só reservar');
  };
  /** A sale without a customer. */
  const unidentified = (): Promise<CounterSale> =>
    sold(
      house.tenant,
      aCounterSale('centro', { customer: undefined, number: randomUUID().slice(0, 8), totalCents: 12_000 }),
      ({ status }) => status === 'unidentified',
    );
  const ownerOf = async ({ id }: CounterSale): Promise<string | null> =>
    (await house.tenant.api.get<CounterSale>(`/v1/sales/${id}`)).expect(200).body.customerId;

  it('a balance is reserved, and let go or used from its row', async () => {
    const rute = await opened('Rute Reserva Dias');
    await reserve('10,00');
    expect(await question()).toContain('Reservar R$ 10,00 de Rute D.? Ficam livres R$ 15,00');
    await expectSound(page);
    await confirm(page);
    await page.getByText(/Reservado R\$\s10,00 de Rute D\. até \d\d\/\d\d\/\d{4} \d\d:\d\d/).waitFor();
    expect(await activeCents(house.tenant, rute.customerId)).toBe(1_500);
    await row('Rute D.', 'Reservado').getByRole('button', { name: 'Liberar' }).click();
    expect(await question()).toContain('Liberar a reserva de R$ 10,00 de Rute D.?');
    await confirm(page);
    await page.getByText('Liberada a reserva').waitFor();
    await row('Rute D.', 'Liberado').waitFor();
    expect(await activeCents(house.tenant, rute.customerId)).toBe(2_500);
    await press('Próximo cliente (Esc)');

    await find(page, rute.document);
    await card(page, rute.name).waitFor();
    await reserve('5,00');
    await confirm(page);
    await page.getByText('Reservado').first().waitFor();
    await row('Rute D.', 'Reservado').getByRole('button', { name: 'Usar' }).click();
    expect(await question()).toContain('Usar a reserva de R$ 5,00 de Rute D.?');
    await confirm(page);
    await page.getByText('Usada a reserva').waitFor();
    expect(await activeCents(house.tenant, rute.customerId)).toBe(2_000);
    await row('Rute D.', 'Confirmação').getByRole('button', { name: 'Desfazer' }).waitFor();
    expect(await page.getByRole('button', { name: 'Liberar' }).count()).toBe(0);
    await expectSound(page);
  });

  it('a voucher is reserved for a sale, and used for it', async () => {
    const vitor = await opened('Vitor Vale Reis');
    const { code } = vitor.sale.benefit.vouchers[0]!;
    await find(page, code);
    await page.getByRole('heading', { name: `Vale ${code}` }).waitFor();
    await page.getByLabel('Valor da compra').fill('80,00');
    await page.getByLabel('Nº da venda').fill('N-80');
    await press('Só reservar');
    expect(await question()).toContain(`Reservar o vale ${code} de Vitor R. para uma compra de R$ 80,00?`);
    await confirm(page);
    await page.getByText(`Reservado vale ${code}`).waitFor();
    await row('Vitor R.', 'Reservado').getByRole('button', { name: 'Usar' }).click();
    await confirm(page);
    await page.getByText(/Vale usado: desconto de R\$\s20,00 para Vitor R\./).waitFor();
    await find(page, code);
    await page.getByRole('alert').filter({ hasText: 'Vale já usado' }).waitFor();
  });

  it('a row that is over lets no reservation go that somebody has made since', async () => {
    const { api } = house.tenant;
    const vania = await opened('Vânia Vale Reis');
    const { code } = vania.sale.benefit.vouchers[0]!;
    await find(page, code);
    await page.getByRole('heading', { name: `Vale ${code}` }).waitFor();
    await page.getByLabel('Valor da compra').fill('80,00');
    await press('Só reservar');
    await confirm(page);
    await page.getByText(`Reservado vale ${code}`).waitFor();
    (await api.post(`/v1/vouchers/${code}/release`, {})).expect(200);
    const again = await api.post<UseJson>(`/v1/vouchers/${code}/reserve`, { saleTotalCents: 9_000 });
    const { id } = again.expect(201).body;
    await row('Vânia R.', 'Reservado').getByRole('button', { name: 'Liberar' }).click();
    await confirm(page);
    await page.getByRole('alert').filter({ hasText: 'O resgate está liberado.' }).waitFor();
    expect((await api.get<UseJson>(`/v1/redemptions/${id}`)).expect(200).body.state).toBe('reserved');
  });

  it('a sale without a customer becomes the customer’s, found among the newest or by its number', async () => {
    const sales = [await unidentified(), await unidentified()];
    const clara = await opened('Clara Venda Melo');
    await press('Identificar uma venda sem cliente');
    const part = page.getByRole('region', { name: 'Vendas sem cliente' });
    await part
      .getByRole('button', { name: /^Venda / })
      .nth(1)
      .waitFor();
    await expectSound(page);
    await part.getByLabel('Nº da venda').fill('nenhum');
    await press('Procurar (Enter)');
    await part.getByText('Nenhuma venda sem cliente com o número nenhum').waitFor();
    const { body } = await house.tenant.api.get<{ number: string }>(`/v1/sales/${sales[0]!.id}`);
    await part.getByLabel('Nº da venda').fill(body.number);
    await press('Procurar (Enter)');
    await part.getByRole('button', { name: `Venda ${body.number} de` }).click();
    expect(await question()).toMatch(
      new RegExp(`Venda ${body.number} de .*, R\\$ 120,00 é de Clara M\\.\\?`),
    );
    await expectSound(page);
    expect(await ownerOf(sales[0]!)).toBeNull();
    await confirm(page);
    await page.getByText(/agora é de Clara M\. Benefício desta venda: R\$\s6,00 de cashback\./).waitFor();
    expect(await ownerOf(sales[0]!)).toBe(clara.customerId);
    expect(await ownerOf(sales[1]!)).toBeNull();
  });

  it('a claim whose answer is lost is made once, and one of a sale that has a customer by now is refused in words', async () => {
    const sale = await unidentified();
    await opened('Davi Perdido Luz');
    await press('Identificar uma venda sem cliente');
    const lose = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route('**/v1/sales/*/customer', lose, { times: 1 });
    const choices = page.getByRole('region', { name: 'Vendas sem cliente' }).getByRole('button');
    const first = choices.filter({ hasText: /^Venda / }).first();
    await first.click();
    await confirm(page);
    await page.getByText('Não sabemos se foi feito').waitFor();
    await press('Tentar de novo');
    await page.getByText('Já estava feito na primeira vez').waitFor();
    await press('Próximo cliente (Esc)');

    const other = await unidentified();
    await opened('Eva Tarde Luz');
    await press('Identificar uma venda sem cliente');
    await first.waitFor();
    const posted = { document: '529.982.247-25', name: 'Outra Pessoa' };
    (await house.tenant.api.post(`/v1/sales/${other.id}/customer`, posted)).expect(200);
    await first.click();
    await confirm(page);
    await page.getByRole('alert').filter({ hasText: 'Esta venda já tem um cliente' }).waitFor();
    expect(await textOf(page)).toContain('Código: invalid_request');
    expect(await ownerOf(sale)).not.toBeNull();
    expect(browser.errors).toEqual([]);
  });
});
