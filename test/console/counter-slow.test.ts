import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, activeCents, card, field, find, staffAtCounter, typed } from './at-the-counter';
import type { Buyer } from './at-the-counter';
import { CLUB } from './club';

describePages('the counter where answers are slow and keys are held', () => {
  let house: House;
  let browser: ABrowser;
  let page: Page;
  let ada: Buyer;
  let bel: Buyer;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
    ada = await aBuyer(house.tenant, 'Ada Primeira Reis');
    bel = await aBuyer(house.tenant, 'Bel Segunda Reis');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  beforeEach(async () => {
    page = await staffAtCounter(browser, house);
  });

  /** Looks for the first buyer; the answer is held back until it is let go. */
  const slowLook = async (): Promise<() => Promise<void>> => {
    let letGo: () => void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const digits = ada.document.replace(/\D/g, '');
    const isFirst = (url: URL): boolean => url.searchParams.get('query')?.replace(/\D/g, '') === digits;
    await page.route(isFirst, async (route: Route) => {
      const answer = await route.fetch();
      await held;
      await route.fulfill({ response: answer });
    });
    const asked = page.waitForRequest((request) => isFirst(new URL(request.url())));
    const answered = page.waitForResponse((response) => isFirst(new URL(response.url())));
    await find(page, ada.document);
    await asked;
    return async () => {
      letGo();
      await (await answered).finished();
    };
  };

  it('shows nobody’s card under the number of another that was typed meanwhile', async () => {
    const letGo = await slowLook();
    await field(page).fill(bel.document);
    await letGo();
    await page.getByRole('button', { name: new RegExp(bel.name) }).waitFor();
    expect(await card(page, ada.name).count()).toBe(0);
  });

  it('keeps the card of whom was asked for last, whatever comes late', async () => {
    const letGo = await slowLook();
    await find(page, bel.document);
    await card(page, bel.name).waitFor();
    await letGo();
    await page.waitForTimeout(500);
    expect(await card(page, bel.name).count()).toBe(1);
    expect(await card(page, ada.name).count()).toBe(0);
  });

  it('takes a held Enter for one: it confirms nothing, and puts nothing away', async () => {
    const hold = async (): Promise<void> => {
      for (let times = 0; times < 5; times += 1) {
        await page.keyboard.down('Enter');
        await page.waitForTimeout(100);
      }
    };
    await find(page, ada.document);
    await card(page, ada.name).waitFor();
    await typed(page, '20,00');
    await hold();
    await page.getByRole('dialog').waitFor();
    expect(await activeCents(house.tenant, ada.customerId)).toBe(2_500);
    await page.keyboard.up('Enter');
    await hold();
    await page.getByText('Resgatado').waitFor();
    await hold();
    expect(await page.getByText('Resgatado').count()).toBe(1);
    await page.keyboard.up('Enter');
    expect(await activeCents(house.tenant, ada.customerId)).toBe(500);
    expect(browser.errors).toEqual([]);
  });
});
