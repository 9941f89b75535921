import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Page } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, inBothWindows } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, activeCents, askFor, card, confirm, field, find } from './at-the-counter';
import { CLUB } from './club';
import { visit } from './visit';

/** An hour behind the program. */
const MANAUS = 'America/Manaus';

describePages('the store of a counter whose person is bound to none', () => {
  let house: House;
  let browser: ABrowser;
  let page: Page;
  let centro: string;
  let norte: string;

  beforeAll(async () => {
    browser = await aBrowser();
    const vouchers = { 'volta-20': { ...CLUB.vouchers!['volta-20']!, stores: ['centro'] } };
    house = await openHouse({ program: { ...CLUB, vouchers } });
    const { shops } = house.store;
    const shared = { zone: 'America/Sao_Paulo', documents: [] };
    const there = { zone: MANAUS, documents: [], name: 'Loja Norte', channels: ['norte'] };
    const { merchantId } = house.tenant;
    const made = await shops.create(
      merchantId,
      { ...shared, name: 'Loja Centro', channels: ['centro'] },
      new Date(),
    );
    centro = made!.id;
    norte = (await shops.create(merchantId, there, new Date()))!.id;
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const press = (name: string): Promise<void> => page.getByRole('button', { name }).click();

  inBothWindows(() => {
    beforeAll(async () => {
      page = await visit(browser, { house, role: 'owner' });
    });
    afterAll(() => page?.context().close());

    it('is asked for once, and what is limited to it can be used there', async () => {
      const vera = await aBuyer(house.tenant, 'Vera Limitada Nunes');
      await page.goto('/balcao');
      await page.getByRole('heading', { name: 'Em qual loja você está?' }).waitFor();
      await expectSound(page);
      await press('Loja Centro');
      await field(page).waitFor();
      await page.reload();
      await page.getByRole('banner').getByText('Loja Centro').waitFor();

      const { code } = vera.sale.benefit.vouchers[0]!;
      await find(page, code);
      await page.getByRole('heading', { name: `Vale ${code}` }).waitFor();
      await page.getByLabel('Valor da compra').fill('100');
      await page.keyboard.press('Enter');
      await confirm(page);
      await page.getByText('Vale usado').waitFor();
      await page.keyboard.press('Enter');
      await find(page, vera.document);
      await card(page, vera.name).waitFor();
      await askFor(page, '50,00', '10,00');
      await confirm(page);
      await page.getByText('Resgatado').waitFor();
      expect(await activeCents(house.tenant, vera.customerId)).toBe(1_500);
      const { body } = await house.tenant.api.get<{ data: { storeId: string }[] }>('/v1/attempts');
      expect(body.data.slice(0, 2).map(({ storeId }) => storeId)).toEqual([centro, centro]);
    });

    it('can be another: there it is refused in words', async () => {
      const vito = await aBuyer(house.tenant, 'Vito Limitado Nunes');
      await press('Próximo cliente (Esc)');
      await page.getByRole('button', { name: 'Loja', exact: true }).click();
      await press('Loja Norte');
      await find(page, vito.sale.benefit.vouchers[0]!.code);
      const refused = page.getByRole('alert').filter({ hasText: 'Código: wrong_store' });
      await refused.getByText('Este vale só é aceito em: Loja Centro.').waitFor();
      await expectSound(page);
    });

    it('17: shows days and times by the clock of the store one stands in', async () => {
      type Attempts = { day: string; timezone: string; data: { at: string }[] };
      const { body } = await house.tenant.api.get<Attempts>(`/v1/attempts?storeId=${norte}`);
      const [latest] = body.data;
      expect(body.timezone).toBe(MANAUS);
      await press('Atualizar');
      const at = DateTime.fromISO(latest!.at, { zone: MANAUS });
      await page.locator('tbody tr').first().getByText(at.toFormat('HH:mm')).waitFor();
      expect(await page.getByLabel('Outro dia').getAttribute('max')).toBe(body.day);
      expect(browser.errors).toEqual([]);
    });
  });
});
