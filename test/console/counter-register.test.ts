import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, inBothWindows, textOf } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, aPhone, card, field, find, staffAtCounter } from './at-the-counter';
import { CLUB } from './club';

describePages('registering somebody at the counter', () => {
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

  const register = (): Promise<void> => page.getByRole('button', { name: 'Cadastrar' }).click();

  inBothWindows(() => {
    it('goes on after a refusal once what it says is corrected, and is one call where the answer was lost', async () => {
      const keys: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') keys.push(request.headers()['idempotency-key'] ?? '');
      });
      const phone = aPhone();
      await find(page, phone);
      await page.getByLabel('Nome').fill('Rita Corrigida Reis');
      await page.getByLabel('Telefone com DDD').fill('123');
      await register();
      await page.getByRole('alert').getByText('Código: invalid_request').waitFor();

      await page.getByLabel('Telefone com DDD').fill(phone);
      const lose = async (route: Route): Promise<void> => {
        await route.fetch();
        await route.abort('connectionreset');
      };
      await page.route('**/v1/customers', lose, { times: 1 });
      await register();
      await page.getByText('Sem resposta do servidor').waitFor();
      await register();
      await card(page, 'Rita Corrigida Reis').waitFor();
      const [refused, lost, again] = keys;
      expect(lost).not.toBe(refused);
      expect(again).toBe(lost);
    });

    it('opens whoever was registered, also by a phone that was corrected after the search', async () => {
      await find(page, aPhone());
      await page.getByLabel('Nome').fill('Caio Corrigido Reis');
      await page.getByLabel('Telefone com DDD').fill(aPhone());
      await register();
      await card(page, 'Caio Corrigido Reis').waitFor();
      await page.getByRole('status').filter({ hasText: 'Cliente cadastrado.' }).waitFor();
      expect(await field(page).inputValue()).toBe('Caio Corrigido Reis');
      expect(await textOf(page)).not.toContain('Nenhum cliente tem');
      await expectSound(page);
      await page.getByRole('button', { name: 'Próximo cliente (Esc)' }).click();
      await page.getByText('Cliente cadastrado.').waitFor({ state: 'detached' });
    });

    it('says that somebody was registered also where reading them fails, and opens them at the next try', async () => {
      await find(page, aPhone());
      await page.getByLabel('Nome').fill('Gil Relido Reis');
      await page.route('**/v1/counter?*', (route) => route.abort('connectionreset'), { times: 1 });
      await register();
      await page.getByText('Sem resposta do servidor').waitFor();
      await page.getByRole('status').filter({ hasText: 'Cliente cadastrado.' }).waitFor();
      await expectSound(page);
      await page.getByRole('button', { name: 'Tentar de novo' }).click();
      await card(page, 'Gil Relido Reis').waitFor();
      await page.getByRole('status').filter({ hasText: 'Cliente cadastrado.' }).waitFor();
    });

    it('says of somebody known that it is nobody new, and what of the form was not used', async () => {
      const bia = await aBuyer(house.tenant, 'Bia Conhecida Reis');
      await find(page, aPhone());
      await page.getByLabel('Nome').fill(bia.name);
      await page.getByLabel('CPF ou CNPJ').fill('111.111.111-11');
      await page.getByLabel('Telefone com DDD').fill(bia.phone);
      await register();
      await card(page, bia.name)
        .getByText(/Saldo: R\$\s25,00/)
        .waitFor();
      const said = page.getByRole('status').filter({ hasText: 'já tinha cadastro' });
      await said.getByText(/^O CPF ou CNPJ .* não foi usado\./).waitFor();
      await expectSound(page);
      expect(browser.errors).toEqual([]);
    });
  });
});
