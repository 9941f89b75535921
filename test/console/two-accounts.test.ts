import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hashPassword } from '../../src/store';
import { openHouse } from '../e2e/house';
import type { House, Tenant } from '../e2e/house';
import { aBrowser, describePages } from './a-browser';
import type { ABrowser } from './a-browser';
import { signInAs } from './signed-in';
import type { APerson } from './signed-in';

const CNPJS = ['11.222.333/0001-81', '11.444.777/0001-61'];

describePages('a browser with pages of two accounts', () => {
  let house: House;
  let browser: ABrowser;
  let one: Tenant;
  let other: Tenant;

  beforeAll(async () => {
    house = await openHouse({ worker: false, companies: 2 });
    [one, other] = house.tenants as [Tenant, Tenant];
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** An owner of all of these. */
  const anOwnerOf = async (...tenants: Tenant[]): Promise<APerson> => {
    const said = { email: `${randomUUID()}@example.com`, password: 'uma senha bem longa', name: 'Bia Dona' };
    const now = new Date();
    const { people } = house.store;
    const password = await hashPassword(said.password);
    const { person } = await people.register({ ...said, password }, now);
    for (const { merchantId } of tenants)
      await people.join({ merchantId, personId: person.id, role: 'owner', storeIds: null }, now);
    return said;
  };
  const nameOf = async ({ merchantId }: Tenant): Promise<string> =>
    (await house.store.merchants.get(merchantId))!.name;
  const storesOf = async ({ merchantId }: Tenant): Promise<string[]> =>
    (await house.store.shops.list(merchantId)).map(({ name }) => name).sort();
  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name }).last().click();
  const isOpen = (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'Cadastrar loja' }).last().waitFor();
  const enters = async (page: Page, name: string, cnpj: string): Promise<void> => {
    await press(page, 'Cadastrar loja');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nome').fill(name);
    await dialog.getByLabel('CNPJ').fill(cnpj);
    await press(page, 'Salvar');
  };
  const rowOf = (page: Page, name: string): ReturnType<Page['locator']> =>
    page.locator('tbody tr').filter({ hasText: name });

  it('works in each for the account it shows, whatever was chosen in another meanwhile', async () => {
    const context = await browser.context({ baseURL: house.url, reducedMotion: 'reduce' });
    const [first, second] = [await context.newPage(), await context.newPage()];
    await signInAs(first, house, await anOwnerOf(one, other));
    await first.goto('/configuracoes/lojas');
    await press(first, await nameOf(one));
    await isOpen(first);
    await second.goto('/configuracoes/lojas');
    await second
      .getByRole('banner')
      .getByText(await nameOf(one))
      .waitFor();
    await press(second, 'Trocar de loja');
    await press(second, await nameOf(other));
    await second
      .getByRole('banner')
      .getByText(await nameOf(other))
      .waitFor();

    await enters(first, 'Desta', CNPJS[0]!);
    await rowOf(first, 'Desta').waitFor();
    await second.goto('/configuracoes/lojas');
    await enters(second, 'Da outra', CNPJS[1]!);
    await rowOf(second, 'Da outra').waitFor();
    expect([await storesOf(one), await storesOf(other)]).toEqual([['Desta'], ['Da outra']]);
    await context.close();
  });

  it('does nothing as somebody else who has signed in with it meanwhile', async () => {
    const context = await browser.context({ baseURL: house.url, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await signInAs(page, house, await anOwnerOf(one));
    await page.goto('/configuracoes/lojas');
    await isOpen(page);
    await context.clearCookies();
    await signInAs(page, house, await anOwnerOf(other));
    await enters(page, 'De ninguém', '45.997.418/0001-53');
    await page.getByRole('dialog').getByText('Código: forbidden').waitFor();
    expect([...(await storesOf(one)), ...(await storesOf(other))]).not.toContain('De ninguém');
    await page.reload();
    await page
      .getByRole('banner')
      .getByText(await nameOf(other))
      .waitFor();
    await context.close();
  });
});
