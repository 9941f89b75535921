import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, inBothWindows, textOf } from './a-browser';
import type { ABrowser } from './a-browser';
import {
  aBuyer,
  activeCents,
  askFor,
  card,
  confirm,
  field,
  find,
  staffAtCounter,
  typed,
  usesOf,
} from './at-the-counter';
import type { Buyer } from './at-the-counter';
import { CLUB } from './club';

const ONCE = 'Já estava feito na primeira vez: nada foi feito duas vezes.';

describePages('a use at the counter whose answer is lost', () => {
  let house: House;
  let browser: ABrowser;
  let page: Page;
  let buyer: Buyer;
  let turn = 0;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  beforeEach(async () => {
    turn += 1;
    buyer = await aBuyer(house.tenant, `Clara Resposta ${'ABCDEFGHIJKLMNOP'.charAt(turn)}`);
    page = await staffAtCounter(browser, house);
    await typed(page, buyer.document);
    await page.keyboard.press('Enter');
    await card(page, buyer.name).waitFor();
    await askFor(page, '100,00', '10,00');
  });

  /** The API does what it is asked, and the answer does not arrive. */
  const loseAnswers = async (times: number): Promise<void> => {
    const lose = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route('**/v1/redemptions', lose, { times });
  };

  inBothWindows(() => {
    it('5: is done once when it is sent again, and the page says which it was', async () => {
      await loseAnswers(1);
      await confirm(page);
      await page.getByText('Não sabemos se foi feito').waitFor();
      await expectSound(page);
      await page.getByRole('button', { name: 'Tentar de novo' }).click();
      await page.getByText(ONCE).waitFor();
      expect(await activeCents(house.tenant, buyer.customerId)).toBe(1_500);
      expect(await usesOf(house, buyer.customerId)).toEqual([1_000]);
    });

    it('5: is remembered by a page that is loaded again, and by a tab that was opened from it', async () => {
      await loseAnswers(1);
      await confirm(page);
      await page.getByText('Não sabemos se foi feito').waitFor();
      await page.reload();
      await page.getByText('Não sabemos se foi feito').waitFor();
      await page.getByRole('button', { name: 'Tentar de novo' }).click();
      await page.getByText(ONCE).waitFor();
      const opened = page.context().waitForEvent('page');
      await page.evaluate('void window.open(location.href)');
      const tab = await opened;
      await tab.getByText('Resgatado').waitFor();
      expect(await textOf(tab)).toContain(ONCE);
      expect(await activeCents(house.tenant, buyer.customerId)).toBe(1_500);
      expect(await usesOf(house, buyer.customerId)).toEqual([1_000]);
    });

    it('5: stays unknown where the next try is refused before anybody looks at it, and is found done after that', async () => {
      const { merchants } = house.store;
      const { merchantId } = house.tenant;
      const again = page.getByRole('button', { name: 'Tentar de novo' });
      await loseAnswers(1);
      await confirm(page);
      await page.getByText('Não sabemos se foi feito').waitFor();
      await merchants.suspend(merchantId, new Date());
      await again.click();
      await page.getByText('Código: merchant_suspended').waitFor();
      await page.getByText('Não sabemos se foi feito').waitFor();
      await expectSound(page);
      await merchants.suspend(merchantId, null);
      await again.click();
      await page.getByText(ONCE).waitFor();
      expect(await activeCents(house.tenant, buyer.customerId)).toBe(1_500);
      expect(await usesOf(house, buyer.customerId)).toEqual([1_000]);
    });

    it('5: is put away by whoever has looked what became of it, where it may not be tried again', async () => {
      const { merchants } = house.store;
      const { merchantId } = house.tenant;
      await loseAnswers(1);
      await confirm(page);
      await page.getByText('Não sabemos se foi feito').waitFor();
      expect(await page.getByRole('button', { name: 'Já conferimos' }).count()).toBe(0);
      await merchants.suspend(merchantId, new Date());
      await page.getByRole('button', { name: 'Tentar de novo' }).click();
      await page.getByText('procure nos movimentos do dia').waitFor();
      await merchants.suspend(merchantId, null);
      await page.getByRole('button', { name: 'Já conferimos' }).click();
      await page.getByText('Não sabemos se foi feito').waitFor({ state: 'detached' });
      await page.reload();
      await field(page).waitFor();
      expect(await textOf(page)).not.toContain('Não sabemos se foi feito');
      expect(await activeCents(house.tenant, buyer.customerId)).toBe(1_500);
    });

    it('5: can wait where the API cannot say, while others are served, and is found done after that', async () => {
      const other = await aBuyer(house.tenant, `Outra Pessoa ${'ABCDEFGHIJKLMNOP'.charAt(turn)}`);
      await loseAnswers(1);
      await confirm(page);
      await page.getByText('Não sabemos se foi feito').waitFor();
      const later = page.getByRole('button', { name: 'Deixar para depois' });
      expect(await later.count()).toBe(0);
      const json = { code: 'outcome_unknown', status: 503 };
      await page.route('**/v1/redemptions', (route) => route.fulfill({ status: 503, json }), { times: 1 });
      await page.getByRole('button', { name: 'Tentar de novo' }).click();
      await page.getByText('Código: outcome_unknown').waitFor();
      await expectSound(page);
      await later.click();
      const waits = page.getByRole('alert').filter({ hasText: 'Não sabemos se foi feito' });
      await waits.getByText('Resgatar').waitFor();

      await find(page, other.document);
      await card(page, other.name).waitFor();
      await askFor(page, '100,00', '5,00');
      await confirm(page);
      await page.getByText('Feito agora').waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Próximo cliente (Esc)' }).click();
      await expectSound(page);
      await waits.getByRole('button', { name: 'Tentar de novo' }).click();
      await page.getByText(ONCE).waitFor();
      await waits.waitFor({ state: 'detached' });
      const held = [buyer, other].map(({ customerId }) => activeCents(house.tenant, customerId));
      expect(await Promise.all(held)).toEqual([1_500, 2_000]);
    });

    it('5: is sent once however often the button is pressed', async () => {
      const posts: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(request.headers()['idempotency-key'] ?? '');
      });
      await page.evaluate(
        `(() => { const yes = document.querySelector('dialog button:last-of-type'); yes.click(); yes.click(); yes.click(); })()`,
      );
      await page.getByText('Feito agora').waitFor();
      expect(posts).toHaveLength(1);
      expect(await activeCents(house.tenant, buyer.customerId)).toBe(1_500);
      expect(await usesOf(house, buyer.customerId)).toEqual([1_000]);
    });

    it('5: is not done behind anybody’s back: going back from the question sends nothing', async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.getByLabel('Quanto resgatar').inputValue()).toBe('10,00');
      expect(await activeCents(house.tenant, buyer.customerId)).toBe(2_500);
      expect(browser.errors).toEqual([]);
    });
  });
});
