import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hashPassword } from '../../src/store';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, expectSoundHere } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

const PASSWORD = 'uma senha bem longa';
const PHONE = { width: 400, height: 800 };

describePages('pages that no other test looks at', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ worker: false, companies: 2 });
    for (const name of ['Centro', 'Norte']) {
      const fields = { name, zone: 'America/Sao_Paulo', channels: [], documents: [] };
      await house.store.shops.create(house.tenant.merchantId, fields, new Date());
    }
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Somebody who works for both merchants, signed in. */
  const ofBoth = async (): Promise<Page> => {
    const now = new Date();
    const said = { email: `${randomUUID()}@example.com`, name: 'Bia Duas Lojas' };
    const { person } = await house.store.people.register(
      { ...said, password: await hashPassword(PASSWORD) },
      now,
    );
    for (const { merchantId } of house.tenants)
      await house.store.people.join({ merchantId, personId: person.id, role: 'owner', storeIds: null }, now);
    const page = await browser.page({ baseURL: house.url });
    const answer = await page.request.post('/v1/session', {
      data: { email: said.email, password: PASSWORD },
      headers: { origin: house.url },
    });
    expect(answer.status()).toBe(201);
    return page;
  };

  it('the choice of an account', async () => {
    const page = await ofBoth();
    for (const path of ['/inicio', '/balcao']) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'Em qual loja você vai trabalhar?' }).waitFor();
      await expectSound(page);
    }
    await page.context().close();
  });

  it('the choice of a store at the counter, by somebody who works in two', async () => {
    const storeIds = (await house.store.shops.list(house.tenant.merchantId)).map(({ id }) => id);
    const page = await visit(browser, { house, role: 'staff', storeIds });
    await page.goto('/balcao');
    await page.getByRole('heading', { name: 'Em qual loja você está?' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Norte' }).click();
    await page.getByText(/ · Norte$/).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Loja', exact: true }).click();
    await page.getByRole('heading', { name: 'Em qual loja você está?' }).waitFor();
    await page.context().close();
  });

  it('an invitation that waits for somebody, and the second step of signing in', async () => {
    const owner = await visit(browser, { house });
    const invited = await owner.request.post('/v1/people', {
      data: { email: 'nova@loja.com.br', name: 'Nova Gerente', role: 'manager' },
      headers: { origin: house.url },
    });
    const { link } = (await invited.json()) as { link: string };
    await owner.context().close();
    const page = await browser.page({ baseURL: house.url });
    await page.goto(`/convite${new URL(link).hash}`);
    await page.getByRole('button', { name: 'Aceitar e entrar' }).waitFor();
    await expectSound(page);
    await page.route('**/v1/session', (route) =>
      route.fulfill({ status: 401, json: { code: 'second_factor_required', status: 401 } }),
    );
    await page.goto('/entrar');
    await page.getByLabel('E-mail').fill('nova@loja.com.br');
    await page.getByLabel(/^Senha/).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Segunda etapa' }).waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('the menu of a small window, opened', async () => {
    const page = await visit(browser, { house, options: { viewport: PHONE, reducedMotion: 'reduce' } });
    await page.goto('/inicio');
    await page.getByRole('button', { name: 'Abrir o menu' }).click();
    await page.getByRole('link', { name: 'Clientes' }).waitFor();
    await expectSoundHere(page);
    await page.getByRole('link', { name: 'Clientes' }).click();
    await page.getByRole('heading', { name: 'Clientes', level: 1 }).waitFor();
    await expectSoundHere(page);
    await page.context().close();
    expect(browser.errors).toEqual([]);
  });

  it('a page that fails, which says so in words', async () => {
    const page = await visit(browser, { house });
    await page.route('**/v1/sales?*', (route) => route.fulfill({ json: { data: [{}], next: null } }));
    await page.goto('/vendas');
    await page.getByRole('heading', { name: 'Algo deu errado nesta página' }).waitFor();
    await expectSound(page);
    await page.context().close();
    expect(browser.errors.splice(0)).not.toEqual([]);
  });
});
