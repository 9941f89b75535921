import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages } from './a-browser';
import type { ABrowser } from './a-browser';
import { find, staffAtCounter } from './at-the-counter';
import { CLUB } from './club';

describePages('registering somebody at the counter', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('goes on after a refusal once what it says is corrected, and is one call where the answer was lost', async () => {
    const page = await staffAtCounter(browser, house);
    const keys: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.push(request.headers()['idempotency-key'] ?? '');
    });
    const register = (): Promise<void> => page.getByRole('button', { name: 'Cadastrar' }).click();
    await find(page, '11987650777');
    await page.getByLabel('Nome').fill('Rita Corrigida Reis');
    await page.getByLabel('Telefone com DDD').fill('123');
    await register();
    await page.getByRole('alert').getByText('Código: invalid_request').waitFor();

    await page.getByLabel('Telefone com DDD').fill('11987650777');
    const lose = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route('**/v1/customers', lose, { times: 1 });
    await register();
    await page.getByText('Sem resposta do servidor').waitFor();
    await register();
    await page.getByRole('button', { name: /Rita Corrigida Reis/ }).waitFor();
    const [refused, lost, again] = keys;
    expect(lost).not.toBe(refused);
    expect(again).toBe(lost);
    expect(browser.errors).toEqual([]);
  });
});
