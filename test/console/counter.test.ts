import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, inBothWindows, scan, textOf } from './a-browser';
import type { ABrowser } from './a-browser';
import { CLUB } from './club';
import {
  aBuyer,
  activeCents,
  aPhone,
  askFor,
  card,
  field,
  focused,
  staffAtCounter,
  typed,
} from './at-the-counter';
import type { Buyer } from './at-the-counter';

/** Notes every key and press on the page from now on. */
const COUNT_ACTIONS = `(() => {
  window.actions = [];
  window.addEventListener('keydown', ({ key }) => window.actions.push(key), { capture: true });
  window.addEventListener('pointerdown', () => window.actions.push('pointer'), { capture: true });
})()`;

describePages('the counter in a browser', () => {
  let house: House;
  let browser: ABrowser;
  let page: Page;
  let maria: Buyer;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
    maria = await aBuyer(house.tenant, 'Maria Balcão Silva');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  beforeEach(async () => {
    page = await staffAtCounter(browser, house);
  });

  inBothWindows(() => {
    it.each([
      ['a CPF with punctuation', () => maria.document],
      ['a CPF without', () => maria.document.replace(/\D/g, '')],
      ['a phone', () => maria.phone],
      ['a phone in another spelling', () => maria.phone.replace(/^(..)(.*)(....)$/, '($1) $2-$3')],
    ])('1: finds by %s what is typed without a click', async (_what, mark) => {
      await typed(page, mark());
      await page.keyboard.press('Enter');
      await card(page, maria.name).waitFor();
      expect(await focused(page)).toBe('Valor da compra');
    });

    it.each([
      ['with its dashes', (code: string) => code],
      ['without', (code: string) => code.replaceAll('-', '').toLowerCase()],
    ])('1: finds a voucher by its code %s', async (_what, written) => {
      const { code } = maria.sale.benefit.vouchers[0]!;
      await typed(page, written(code));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: `Vale ${code}` }).waitFor();
    });

    it('1: lists who has a phone with those four last digits', async () => {
      await typed(page, maria.phone.slice(-4));
      await page.getByRole('button', { name: new RegExp(`Maria.*final ${maria.phone.slice(-4)}`) }).waitFor();
      expect(await focused(page)).toBe('CPF, telefone ou código do vale');
    });

    it('1: lists who has the name that is typed, and opens whoever is chosen', async () => {
      await typed(page, 'maria balcao');
      await page.getByRole('button', { name: /^Maria Balcão Silva/ }).click();
      await card(page, maria.name).waitFor();
      expect(await focused(page)).toBe('Valor da compra');
    });

    it('1: is ready for the next customer after each', async () => {
      await typed(page, maria.phone);
      await page.keyboard.press('Enter');
      await card(page, maria.name).waitFor();
      await page.keyboard.press('Escape');
      await card(page, maria.name).waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('CPF, telefone ou código do vale');
      expect(await field(page).inputValue()).toBe('');
    });

    it.each([[true], [false]])(
      '2: hears a scanner wherever the focus is (Enter at its end: %s)',
      async (enter) => {
        const code = maria.sale.benefit.vouchers[0]!.code;
        await page.getByRole('button', { name: 'Atualizar' }).focus();
        await scan(page, code, { enter });
        await page.getByRole('heading', { name: `Vale ${code}` }).waitFor();
        await page.getByLabel('Nº da venda').fill('nota 7');
        await scan(page, maria.document.replace(/\D/g, ''), { enter });
        await card(page, maria.name).waitFor();
        expect(await field(page).inputValue()).toBe(maria.document.replace(/\D/g, ''));
      },
    );

    it('2: leaves a field as it was when a scanner spoke into it, and takes no person for one', async () => {
      await typed(page, maria.phone);
      await page.keyboard.press('Enter');
      await page.getByLabel('Nº da venda').fill('nota 7');
      const { code } = maria.sale.benefit.vouchers[0]!;
      await scan(page, code, { everyMs: 150 });
      expect(await page.getByLabel('Nº da venda').inputValue()).toBe(`nota 7${code}`);
      expect(await page.getByRole('heading', { name: `Vale ${code}` }).count()).toBe(0);
      expect(await field(page).inputValue()).toBe(maria.phone);
      await page.getByLabel('Nº da venda').fill('nota 7');
      // Looking for the code puts the form away: what it held to the last is what counts.
      const note = await page.getByLabel('Nº da venda').elementHandle();
      await page.route('**/v1/counter?*', (route) => route.abort());
      await scan(page, 'K7QM-3XRT-9WHP');
      await page.getByRole('alert').waitFor();
      await page.unroute('**/v1/counter?*');
      expect(await field(page).inputValue()).toBe('K7QM-3XRT-9WHP');
      expect(await (await note.getProperty('value')).jsonValue()).toBe('nota 7');
    });

    it('3: creates nobody until staff say so, and shows no whole document', async () => {
      const posts: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
      });
      await typed(page, aPhone());
      await page.keyboard.press('Enter');
      await page.getByLabel('Nome').fill('Nova Cliente Souza');
      await page.getByLabel('Aceito receber mensagens').check();
      expect(posts).toEqual([]);
      await expectSound(page);
      await page.getByRole('button', { name: 'Cadastrar' }).click();
      await card(page, 'Nova Cliente Souza').waitFor();
      expect(posts).toEqual(['/v1/customers']);
      await field(page).fill(maria.document);
      await page.keyboard.press('Enter');
      await card(page, maria.name).waitFor();
      expect(await textOf(page)).toMatch(/telefone final \d{4}/);
      expect((await textOf(page)).match(/\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2}/g)).toBeNull();
    });

    it('4: redeems by keyboard in three actions, asking how much, whose and what is left', async () => {
      const ana = await aBuyer(house.tenant, 'Ana Teclado Prado');
      await typed(page, ana.document);
      await page.keyboard.press('Enter');
      await card(page, ana.name).waitFor();
      await page.evaluate(COUNT_ACTIONS);
      await typed(page, '20,00');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect((await dialog.innerText()).replaceAll('\u00a0', ' ')).toContain(
        'Resgatar R$ 20,00 de Ana P.? Sobram R$ 5,00',
      );
      await expectSound(page);
      await page.keyboard.press('Enter');
      await page.getByText('Resgatado').waitFor();
      // The amount, Enter, and yes: not one key more, and no pointer.
      expect(await page.evaluate<string[]>('window.actions')).toEqual([...'20,00', 'Enter', 'Enter']);
      expect((await textOf(page)).replaceAll('\u00a0', ' ')).toContain('Sobram R$ 5,00');
      expect(await activeCents(house.tenant, ana.customerId)).toBe(500);
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('CPF, telefone ou código do vale');
    });

    it('24: leads staff to sales and to their own access too, and to nothing of those who lead the shop', async () => {
      await page.getByRole('banner').getByRole('link', { name: 'Menu' }).click();
      await page.getByRole('heading', { name: /^Olá/ }).waitFor();
      const entries = await page.getByRole('navigation').getByRole('link').allInnerTexts();
      expect(entries).toEqual(['Início', 'Balcão', 'Vendas', 'Clientes', 'Meu acesso']);
      await page.getByRole('link', { name: 'Vendas' }).click();
      await page.getByRole('heading', { name: 'Vendas', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Balcão' }).click();
      await field(page).waitFor();
    });

    it('4: says what is left as it is after the use, whatever another till has used meanwhile', async () => {
      const { api } = house.tenant;
      const tom = await aBuyer(house.tenant, 'Tom Balcão Prado');
      await typed(page, tom.document);
      await page.keyboard.press('Enter');
      await card(page, tom.name).waitFor();
      await askFor(page, '50,00', '10,00');
      await page.getByText(/Resgatar R\$\s10,00 de Tom P\.\? Sobram R\$\s15,00/).waitFor();
      const { customerId } = tom;
      const other = { customerId, type: 'cashback', amountCents: 500, saleTotalCents: 5_000, confirm: true };
      const { body } = (await api.post<{ leftCents: number }>('/v1/redemptions', other)).expect(201);
      expect(body.leftCents).toBe(2_000);
      await page.keyboard.press('Enter');
      await page.getByText(/Resgatado R\$\s10,00 de Tom P\. Sobram R\$\s10,00/).waitFor();
      expect(await activeCents(house.tenant, customerId)).toBe(1_000);
    });
  });

  it('says of an amount that cannot be understood or is too much what to write', async () => {
    await typed(page, maria.phone);
    await page.keyboard.press('Enter');
    await card(page, maria.name).waitFor();
    await askFor(page, 'cem', '99999,00');
    await page.getByText('Não entendi o valor').waitFor();
    await page.getByText('O saldo é de').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectSound(page);
  });

  it('lets whoever has opened a voucher by mistake go back to the balance', async () => {
    await typed(page, maria.phone);
    await page.keyboard.press('Enter');
    await card(page, maria.name).waitFor();
    await page.getByRole('button', { name: 'Usar este vale' }).click();
    await page.getByRole('button', { name: 'Usar o vale (Enter)' }).waitFor();
    expect(await page.getByLabel('Quanto resgatar').count()).toBe(0);
    await expectSound(page);
    await page.getByRole('button', { name: 'Fechar o vale' }).click();
    await page.getByLabel('Quanto resgatar').waitFor();
    expect(await focused(page)).toBe('Valor da compra');
  });

  it('can be used by everybody, with targets for fingers', async () => {
    await expectSound(page);
    await typed(page, maria.phone);
    await page.keyboard.press('Enter');
    await card(page, maria.name).waitFor();
    await expectSound(page);
    expect(browser.errors).toEqual([]);
  });
});
