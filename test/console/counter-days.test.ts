import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, inBothWindows, textOf, windowNow } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, activeCents, confirm, openCounter } from './at-the-counter';
import type { Buyer } from './at-the-counter';
import { CLUB } from './club';
import { visit } from './visit';

const DAY_MS = 86_400_000;

describePages('moves of another day at the counter', () => {
  let house: House;
  let browser: ABrowser;
  let page: Page;
  let nina: Buyer;
  let storeId: string;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
    const { merchantId, api } = house.tenant;
    const centro = { name: 'Loja Centro', zone: 'America/Sao_Paulo', channels: ['centro'], documents: [] };
    const shop = (await house.store.shops.create(merchantId, centro, new Date()))!;
    storeId = shop.id;
    nina = await aBuyer(house.tenant, 'Nina Ontem Dias');
    const use = { customerId: nina.customerId, type: 'cashback', amountCents: 1_000, saleTotalCents: 10_000 };
    const made = await api.post<{ id: string }>('/v1/redemptions', {
      ...use,
      ...{ confirm: true, storeId: shop.id },
    });
    const { id: redemptionId } = made.expect(201).body;
    const [key] = await house.store.merchants.keys(merchantId);
    // As if it had been done the day before, after many others that were refused.
    const tried = {
      ...{ merchantId, facts: {}, repeated: false, customerId: nina.customerId, type: 'cashback' as const },
      ...{ saleTotalCents: 10_000, saleRef: null, operator: null, storeId: shop.id, caller: key!.id },
    };
    const yesterday = Date.now() - DAY_MS;
    const refused = { outcome: 'insufficient_balance', action: 'use' as const, amount: 9_900 };
    for (let back = 1; back <= 43; back += 1)
      await house.store.counterAttempts.recordBalance({
        ...{ ...tried, ...refused, redemptionId: null, at: new Date(yesterday + back) },
      });
    await house.store.counterAttempts.recordBalance({
      ...{ ...tried, outcome: 'ok', action: 'use', amount: 1_000, redemptionId, at: new Date(yesterday) },
    });
    page = await visit(browser, { house, role: 'staff', storeIds: [shop.id] });
    await openCounter(page, house);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const rows = (): ReturnType<Page['locator']> => page.locator('tbody tr');
  const press = (name: string): Promise<void> => page.getByRole('button', { name }).click();

  it('are all reached, page by page, and a use of theirs is undone', async () => {
    await page.getByRole('heading', { name: 'Movimentos de hoje' }).waitFor();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(1);
    await expectSound(page);
    await press('Ontem');
    await page.getByRole('heading', { name: 'Movimentos de ontem' }).waitFor();
    for (const count of [20, 40, 44]) {
      await rows()
        .nth(count - 1)
        .waitFor();
      expect(await rows().count()).toBe(count);
      if (count < 44) await press('Mostrar mais');
    }
    expect(await page.getByRole('button', { name: 'Mostrar mais' }).count()).toBe(0);
    await expectSound(page);
    await rows().last().getByRole('button', { name: 'Desfazer' }).click();
    await confirm(page);
    await page.getByText('Desfeito o uso').waitFor();
    await rows().nth(43).getByText('Desfeito').waitFor();
    expect(await activeCents(house.tenant, nina.customerId)).toBe(2_500);
  });

  it('say who and where by name, whoever called', async () => {
    const [key] = await house.store.merchants.keys(house.tenant.merchantId);
    expect(await rows().first().innerText()).toContain(`${key!.label} · Loja Centro`);
    expect(await textOf(page)).not.toMatch(/\b(?:str|per)_/);
  });

  it('are of the new day once it has begun, where the counter stays open over night', async () => {
    const late = await visit(browser, { house, role: 'staff' });
    await late.clock.install({ time: new Date('2026-11-20T02:59:50.000Z') });
    let asked = 0;
    late.on('request', (request) => {
      if (new URL(request.url()).pathname === '/v1/attempts') asked += 1;
    });
    await openCounter(late, house);
    const field = late.getByLabel('Outro dia');
    await field.waitFor();
    expect(await field.getAttribute('max')).toBe('2026-11-19');
    const before = asked;
    await late.clock.fastForward(60_000);
    await late.locator('input[type=date][max="2026-11-20"]').waitFor();
    expect(asked).toBeGreaterThan(before);
    await late.context().close();
  });

  inBothWindows(() => {
    it('7: can be undone from their row while the window lasts, until when it says, and not after', async () => {
      const amountCents = 100 + windowNow().width;
      const use = { customerId: nina.customerId, type: 'cashback', amountCents, saleTotalCents: 10_000 };
      (await house.tenant.api.post('/v1/redemptions', { ...use, confirm: true, storeId })).expect(201);
      const open = await visit(browser, { house, role: 'staff', storeIds: [storeId] });
      await openCounter(open, house);
      const written = (amountCents / 100).toFixed(2).replace('.', ',');
      const row = open.locator('tbody tr').filter({ hasText: written });
      const until = row.getByTitle(/^Pode ser desfeito até \d\d\/\d\d\/\d{4} \d\d:\d\d$/);
      const undo = row.getByRole('button', { name: 'Desfazer' });
      await undo.waitFor();
      await until.waitFor();
      // As the API answers from the end of the window on.
      await open.route('**/v1/attempts?*', async (route) => {
        const list = (await (await route.fetch()).json()) as { data: { redemption: object | null }[] };
        const data = list.data.map(({ redemption, ...one }) => ({
          ...one,
          redemption: redemption && { ...redemption, undoableUntil: null },
        }));
        await route.fulfill({ json: { ...list, data } });
      });
      await open.getByRole('button', { name: 'Atualizar' }).click();
      await undo.waitFor({ state: 'detached' });
      await row.getByText('Feito', { exact: true }).waitFor();
      expect(await until.count()).toBe(0);
      await open.context().close();
    });
  });

  it('are of the day that is chosen', async () => {
    await page.getByLabel('Outro dia').fill('2020-01-15');
    await page.getByRole('heading', { name: 'Movimentos de 15/01/2020' }).waitFor();
    await page.getByText('Nenhum resgate ou vale neste dia.').waitFor();
    await press('Hoje');
    await rows().filter({ hasText: 'Bia Atendente · Loja Centro' }).first().waitFor();
    expect(browser.errors).toEqual([]);
  });
});
