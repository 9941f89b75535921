import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { aCounterSale, sold } from '../e2e/counter';
import type { CounterSale } from '../e2e/counter';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSoundEverywhere } from './a-browser';
import type { ABrowser } from './a-browser';
import { CLUB } from './club';
import { visit } from './visit';

const LONG_MS = 300_000;

describePages('a draft of the program', () => {
  let house: House;
  let browser: ABrowser;
  let sales: CounterSale[];

  beforeAll(async () => {
    house = await openHouse({ program: CLUB });
    sales = [];
    for (const totalCents of [4_990, 10_000, 20_000])
      sales.push(await sold(house.tenant, aCounterSale('centro', { totalCents })));
    browser = await aBrowser();
  }, LONG_MS);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Opens the program and writes a draft: 7 % from R$ 50,00 on. */
  const drafted = async (): Promise<Page> => {
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/programa');
    const rule = page.getByRole('region', { name: 'Regra 1' });
    await rule.getByLabel('Porcentagem').fill('7');
    await rule.getByLabel('Compra mínima').fill('50,00');
    await rule.getByText(/compras a partir de R\$ 50,00/).waitFor();
    return page;
  };
  const press = (within: Page | Locator, name: string): Promise<void> =>
    within.getByRole('button', { name, exact: true }).click();
  /** All that moves with value. */
  const written = async (): Promise<unknown> => {
    const { store, tenant } = house;
    return Promise.all([
      ...sales.map(({ customerId }) =>
        store.ledger.statement(tenant.merchantId, customerId!, { limit: 100 }),
      ),
      store.programs.current(tenant.merchantId),
    ]);
  };

  it(
    '20: is tried on a past and on a typed sale, with reasons and the difference from the version in force',
    async () => {
      const before = await written();
      const page = await drafted();
      await page.getByRole('link', { name: 'Experimentar' }).click();
      await press(page, `Experimentar na venda ${sales[1]!.externalId}`);
      const draft = page.getByRole('region', { name: 'Com o rascunho' });
      const current = page.getByRole('region', { name: 'Com a versão 1, em vigor' });
      await draft.getByText(/^Ao todo: R\$\s7,00$/).waitFor();
      await current.getByText(/^Ao todo: R\$\s5,00$/).waitFor();
      await page.getByText(/^Diferença: \+R\$\s2,00$/).waitFor();
      await draft.getByText(/vale até \d\d\/\d\d\/\d{4}$/).waitFor();
      await expectSoundEverywhere(page);

      await press(page, `Experimentar na venda ${sales[0]!.externalId}`);
      await draft.getByText('Faltaram R$ 0,10 para a venda mínima de R$ 50,00').waitFor();
      await current.getByText(/^Ao todo: R\$\s2,49$/).waitFor();
      // What stands in the address is tried again, with the draft that was kept.
      await page.reload();
      await draft.getByText('Faltaram R$ 0,10 para a venda mínima de R$ 50,00').waitFor();

      await page.getByText('Uma venda digitada').click();
      await press(page, 'Experimentar');
      await page.getByText('Escreva o total em reais, por exemplo 150,00.').waitFor();
      await page.getByLabel('Total da venda').fill('250,00');
      await press(page, 'Mais um produto');
      await page.getByLabel('SKU do produto 1').fill('CAMISETA');
      await page.getByLabel('Valor do produto 1').fill('250');
      await page.getByLabel('Data').fill('2026-11-12');
      await press(page, 'Experimentar');
      await draft.getByText(/^Ao todo: R\$\s17,50, 1 vale$/).waitFor();
      await page.getByText(/^Venda de R\$\s250,00 em 12\/11\/2026/).waitFor();
      await page.getByText('O cálculo supõe um cliente novo.').waitFor();
      await expectSoundEverywhere(page);
      expect(await written()).toEqual(before);
      await page.context().close();
    },
    LONG_MS,
  );
});
