import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aCounterSale, sold } from '../e2e/counter';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, DESKTOP, describePages, inBothWindows, windowNow } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, activeCents, card, focused, staffAtCounter, typed } from './at-the-counter';
import { CLUB } from './club';

const FIELD = 'CPF, telefone ou código do vale';
/** More stops than any way through the page has. */
const MOST_STOPS = 60;

describePages('the whole counter by keyboard alone', () => {
  let house: House;
  let browser: ABrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({
      program: { ...CLUB, redemption: { maxShareBps: 5_000, rollbackWindow: 'P7D' } },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const press = (key: string): Promise<void> => page.keyboard.press(key);
  /** Goes with Tab to what is called so, which has to be somewhere on the way. */
  const goTo = async (name: string | RegExp, key = 'Tab'): Promise<void> => {
    const stops: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await press(key);
      const here = (await focused(page)).trim();
      if (typeof name === 'string' ? here.startsWith(name) : name.test(here)) return;
      stops.push(here);
    }
    throw new Error(`${String(name)} is on no way with ${key}: ${stops.join(', ')}`);
  };
  /** The focus is in the one field by itself, and somebody is looked for there. */
  const find = async (text: string, name: string): Promise<void> => {
    await until('the one field to be ready', async () => (await focused(page)) === FIELD);
    await typed(page, text);
    await press('Enter');
    await card(page, name).waitFor();
  };
  const said = async (text: string | RegExp): Promise<void> => {
    await page.getByText(text).first().waitFor();
  };
  /** Enter says yes to the question, and once more goes on to the next customer. */
  const yes = async (outcome: string | RegExp): Promise<void> => {
    await page.getByRole('dialog').waitFor();
    await press('Enter');
    await said(outcome);
  };

  inBothWindows(() => {
    beforeAll(async () => {
      page = await staffAtCounter(browser, house);
    });
    afterAll(() => page?.context().close());

    it('registers somebody, and gives them the sale they have just made', async () => {
      const number = randomUUID().slice(0, 8);
      const sale = aCounterSale('centro', { customer: undefined, number, totalCents: 50_000 });
      await sold(house.tenant, sale, ({ status }) => status === 'unidentified');
      expect(await focused(page)).toBe(FIELD);
      await typed(page, windowNow() === DESKTOP ? '11987650002' : '11987650001');
      await press('Enter');
      await page.getByRole('form', { name: 'Cadastrar cliente' }).waitFor();
      await goTo('Nome');
      await typed(page, 'Lia Teclado Reis');
      await goTo('Aceito receber mensagens');
      await press('Space');
      await goTo('Cadastrar');
      await press('Enter');
      await card(page, 'Lia Teclado Reis').waitFor();
      await goTo('Identificar uma venda sem cliente');
      await press('Enter');
      await until('its field', async () => (await focused(page)).startsWith('Nº da venda'));
      await typed(page, number);
      await press('Enter');
      await page.getByRole('button', { name: `Venda ${number}` }).waitFor();
      await goTo(`Venda ${number}`);
      await press('Enter');
      await yes(/agora é de Lia R\./);
      await press('Enter');
      expect(await focused(page)).toBe(FIELD);
    });

    it('is refused, goes on with what would fit, and undoes it', async () => {
      const ari = await aBuyer(house.tenant, 'Ari Teclado Prado');
      await find(ari.document, ari.name);
      await typed(page, '30,00');
      await goTo('Quanto resgatar');
      await press('Control+A');
      await typed(page, '20,00');
      await goTo('Resgatar (Enter)');
      await press('Enter');
      await yes('Acima do limite desta compra');
      await goTo(/^Resgatar R\$\s15,00/);
      await press('Enter');
      await yes('Resgatado');
      expect(await activeCents(house.tenant, ari.customerId)).toBe(1_000);
      await press('Enter');
      const newest = page.locator('tbody tr').first().filter({ hasText: 'Ari P.' });
      await newest.getByRole('button', { name: 'Desfazer' }).waitFor();
      await goTo('Desfazer');
      await press('Enter');
      await page.getByRole('dialog').waitFor();
      await press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Desfazer');
      await press('Enter');
      await yes('Desfeito o uso');
      expect(await activeCents(house.tenant, ari.customerId)).toBe(2_500);
      await press('Enter');
    });

    it('uses a voucher by its code, and another from the card of whose it is', async () => {
      const eva = await aBuyer(house.tenant, 'Eva Teclado Vale');
      const { code } = eva.sale.benefit.vouchers[0]!;
      const use = async (): Promise<void> => {
        await until('its field', async () => (await focused(page)).startsWith('Valor da compra'));
        await typed(page, '100,00');
        await press('Enter');
        await yes(/Vale usado: desconto de R\$\s20,00/);
        await press('Enter');
      };
      await until('the one field to be ready', async () => (await focused(page)) === FIELD);
      await typed(page, code);
      await press('Enter');
      await page.getByRole('heading', { name: `Vale ${code}` }).waitFor();
      await use();
      const leo = await aBuyer(house.tenant, 'Leo Teclado Vale');
      await find(leo.document, leo.name);
      await page.getByRole('button', { name: 'Usar este vale' }).waitFor();
      await goTo('Usar este vale', 'Shift+Tab');
      await press('Enter');
      await use();
      await until('the one field to be ready', async () => (await focused(page)) === FIELD);
      await typed(page, code);
      await press('Enter');
      await page.getByRole('alert').filter({ hasText: 'Vale já usado' }).waitFor();
      await press('Escape');
    });

    it('reserves, lets go, and uses what was reserved', async () => {
      const noa = await aBuyer(house.tenant, 'Noa Teclado Leal');
      for (const [way, outcome] of [
        ['Liberar', 'Liberada a reserva'],
        ['Usar', 'Usada a reserva'],
      ] as const) {
        await find(noa.document, noa.name);
        await typed(page, '40,00');
        await goTo('Quanto resgatar');
        await press('Control+A');
        await typed(page, '10,00');
        await goTo('Só reservar');
        await press('Enter');
        await yes('Reservado');
        await press('Enter');
        await page.locator('tbody').getByRole('button', { name: way }).waitFor();
        await goTo(way);
        await press('Enter');
        await yes(outcome);
        await press('Enter');
      }
      expect(await activeCents(house.tenant, noa.customerId)).toBe(1_500);
      await find(noa.document, noa.name);
      await press('Escape');
      await card(page, noa.name).waitFor({ state: 'detached' });
      expect(await focused(page)).toBe(FIELD);
      expect(browser.errors).toEqual([]);
    });
  });
});
