import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, activeCents } from './at-the-counter';
import type { Buyer } from './at-the-counter';
import { CLUB } from './club';
import { visit } from './visit';

const UNKNOWN = 'Não sabemos se foi feito';

describePages('what is sent from a dialog and has no answer', () => {
  let house: House;
  let browser: ABrowser;
  let buyer: Buyer;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
    buyer = await aBuyer(house.tenant, 'Lea Sem Resposta');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** A page on which the next call of that address is done, and its answer does not arrive. */
  const opened = async (path: string, lost: string): Promise<Page> => {
    const page = await visit(browser, { house });
    const lose = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route(lost, lose, { times: 1 });
    await page.goto(path);
    return page;
  };
  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();

  it('is one adjustment, after the dialog was closed and the page loaded again', async () => {
    const { customerId } = buyer;
    const page = await opened(`/clientes/${customerId}`, '**/adjustments');
    const before = await activeCents(house.tenant, customerId);
    const dialog = page.getByRole('dialog');
    await press(page, 'Ajustar o saldo');
    await dialog.getByLabel('Valor em reais').fill('7,50');
    await dialog.getByLabel('Motivo').fill('Brinde');
    await press(page, 'Ajustar');
    await dialog.getByText('Sem resposta do servidor').waitFor();
    await press(page, 'Cancelar');
    await page.reload();
    await press(page, 'Ajustar o saldo');
    await dialog.getByText(UNKNOWN).waitFor();
    expect(await dialog.getByLabel('Motivo').inputValue()).toBe('Brinde');
    await expectSound(page);
    await press(page, 'Ajustar');
    await dialog.waitFor({ state: 'detached' });
    expect(await activeCents(house.tenant, customerId)).toBe(before + 750);

    // What has its answer is over: the same once more is another.
    await press(page, 'Ajustar o saldo');
    await dialog.getByLabel('Valor em reais').fill('7,50');
    expect(await dialog.getByText(UNKNOWN).count()).toBe(0);
    await dialog.getByLabel('Motivo').fill('Brinde');
    await press(page, 'Ajustar');
    await dialog.waitFor({ state: 'detached' });
    expect(await activeCents(house.tenant, customerId)).toBe(before + 1_500);
    await page.context().close();
  });

  it('is one return, after the dialog was closed', async () => {
    const { sale } = buyer;
    const page = await opened(`/vendas/${sale.id}`, '**/returns');
    const dialog = page.getByRole('dialog');
    await press(page, 'Registrar devolução');
    await dialog.getByLabel('Valor das mercadorias devolvidas').fill('50');
    await press(page, 'Registrar');
    await dialog.getByText('Sem resposta do servidor').waitFor();
    await press(page, 'Cancelar');
    await press(page, 'Registrar devolução');
    await dialog.getByText(UNKNOWN).waitFor();
    // Refused at the door, it is as unknown as before.
    const { merchants } = house.store;
    const { merchantId } = house.tenant;
    await merchants.suspend(merchantId, new Date());
    await press(page, 'Registrar');
    await dialog.getByText('Código: merchant_suspended').waitFor();
    await merchants.suspend(merchantId, null);
    await press(page, 'Registrar');
    await dialog.waitFor({ state: 'detached' });
    type Sale = { returns: { amountCents: number }[] };
    const { body } = await house.tenant.api.get<Sale>(`/v1/sales/${sale.id}`);
    expect(body.returns.map(({ amountCents }) => amountCents)).toEqual([5_000]);
    await page.context().close();
    expect(browser.errors).toEqual([]);
  });
});
