import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, inBothWindows, textOf } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, activeCents, askFor, card, confirm, find, openCounter, usesOf } from './at-the-counter';
import type { Buyer } from './at-the-counter';
import { CLUB } from './club';
import { aPerson, signInAs } from './signed-in';
import type { APerson } from './signed-in';

const UNKNOWN = 'Não sabemos se foi feito';
const ONCE = 'Já estava feito na primeira vez: nada foi feito duas vezes.';

/** Presses the first way back in the list, and says whether fingers cannot. */
const PRESSED_UNDO = `(() => {
  const undo = [...document.querySelectorAll('tbody button')].find(({ textContent }) => textContent === 'Desfazer');
  undo.click();
  return undo.closest('[inert]') !== null;
})()`;

describePages('what has no answer at the counter, and who may go on with it', () => {
  let house: House;
  let browser: ABrowser;
  let context: BrowserContext;
  let page: Page;
  let ana: APerson;
  let bia: APerson;
  let buyer: Buyer;
  let posts: string[];
  let turn = 0;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
    ana = await aPerson(house, house.tenant, 'staff', null, 'Ana do Caixa');
    bia = await aPerson(house, house.tenant, 'staff', null, 'Bia do Caixa');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  beforeEach(async () => {
    turn += 1;
    buyer = await aBuyer(house.tenant, `Clara Outra ${'ABCDEFGHIJKL'.charAt(turn)}`);
    context = await browser.context();
    page = await context.newPage();
    posts = [];
    context.on('request', (request) => {
      if (request.method() === 'POST' && /redemptions|vouchers/.test(request.url()))
        posts.push(request.url());
    });
    await signInAs(page, house, ana);
    await openCounter(page, house);
  });

  const asked = async (tab: Page, total = '100,00'): Promise<void> => {
    await find(tab, buyer.document);
    await card(tab, buyer.name).waitFor();
    await askFor(tab, total, '10,00');
    await tab.getByRole('dialog').waitFor();
  };
  /** The API does what it is asked, and the answer does not arrive. */
  const lostAnswer = async (): Promise<void> => {
    const lose = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route('**/v1/redemptions', lose, { times: 1 });
    await asked(page);
    await confirm(page);
    await page.getByText(UNKNOWN).waitFor();
  };
  const left = (): Promise<number> => activeCents(house.tenant, buyer.customerId);
  const press = (name: string): Promise<void> => page.getByRole('button', { name }).click();

  it('is shown to the next person in words, and sent again only by who began it', async () => {
    await lostAnswer();
    await context.clearCookies();
    await signInAs(page, house, bia);
    await page.reload();
    const notice = page.getByRole('alert').filter({ hasText: `${UNKNOWN}: pedido de Ana do Caixa` });
    await notice.waitFor();
    expect((await notice.innerText()).replaceAll('\u00a0', ' ')).toContain('Resgatar R$ 10,00 de Clara');
    expect(await notice.innerText()).toContain('Procure nos movimentos do dia');
    expect(await page.getByRole('button', { name: 'Tentar de novo' }).count()).toBe(0);
    await expectSound(page);

    // The same by somebody else is asked about before it is another.
    await asked(page);
    await confirm(page);
    await page.getByText('Ana do Caixa pediu o mesmo').waitFor();
    await expectSound(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(posts).toHaveLength(1);
    expect(await left()).toBe(1_500);

    await context.clearCookies();
    await signInAs(page, house, ana);
    await page.reload();
    await press('Tentar de novo');
    await page.getByText(ONCE).waitFor();
    expect(await left()).toBe(1_500);
  });

  it('is put away by whoever has found out', async () => {
    await lostAnswer();
    await context.clearCookies();
    await signInAs(page, house, bia);
    await page.reload();
    await press('Já conferimos');
    await page.getByText(UNKNOWN).waitFor({ state: 'detached' });
    await page.reload();
    await page
      .locator('tbody tr')
      .filter({ hasText: buyer.name.split(' ')[0]! })
      .first()
      .waitFor();
    expect(await textOf(page)).not.toContain(UNKNOWN);
    expect(posts).toHaveLength(1);
  });

  it('is not sent where another person has signed in with the browser meanwhile', async () => {
    await lostAnswer();
    await context.clearCookies();
    await signInAs(page, house, bia);
    await press('Tentar de novo');
    await page.getByRole('alert').filter({ hasText: 'Nada foi enviado' }).waitFor();
    await expectSound(page);
    expect(posts).toHaveLength(1);
    await press('Recarregar');
    await page.getByText('pedido de Ana do Caixa').waitFor();
    expect(await left()).toBe(1_500);
  });

  it('is not put aside by anything else on the page, nor by signing out without a word', async () => {
    await asked(page, '90,00');
    await confirm(page);
    await page.getByText('Resgatado').waitFor();
    await press('Próximo cliente (Esc)');
    await lostAnswer();
    // Also a press that no finger can make begins nothing.
    expect(await page.evaluate<boolean>(PRESSED_UNDO)).toBe(true);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByText(UNKNOWN).first().waitFor();

    await press('Sair');
    await page.getByRole('dialog').getByText(`${UNKNOWN}: Resgatar`).waitFor();
    await expectSound(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/balcao');
    await press('Sair');
    await press('Sair mesmo assim');
    await page.getByLabel('E-mail').waitFor();
    await signInAs(page, house, ana);
    await openCounter(page, house);
    await press('Tentar de novo');
    await page.getByText(ONCE).waitFor();
    expect(await left()).toBe(500);
  });

  inBothWindows(() => {
    it('5: is done once where two tabs confirm it, and the other is asked whether it is another', async () => {
      const other = await context.newPage();
      await openCounter(other, house);
      await asked(page);
      await asked(other);
      await context.route('**/v1/redemptions', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.continue();
      });
      await Promise.all([confirm(page), confirm(other)]);
      const again = (tab: Page): ReturnType<Page['getByText']> =>
        tab.getByText('Isto já foi feito agora há pouco');
      const ends = (tab: Page): ReturnType<Page['getByText']> =>
        again(tab).or(tab.getByText('Feito agora')).or(tab.getByText(ONCE)).first();
      await Promise.all([page, other].map((tab) => ends(tab).waitFor()));
      const isTold = async (tab: Page): Promise<boolean> =>
        (await again(tab).or(tab.getByText(ONCE)).count()) > 0;
      const [first, second] = (await isTold(page)) ? [other, page] : [page, other];
      expect(await first.getByText('Feito agora').count()).toBe(1);
      expect(await left()).toBe(1_500);
      expect(await usesOf(house, buyer.customerId)).toEqual([1_000]);
      // A tab that the browser has not told of it yet asks the API under the same key, which says so.
      if ((await again(second).count()) === 0) await second.getByText(ONCE).waitFor();
      else expect(posts).toHaveLength(1);
      await second.keyboard.press('Escape');
      await second.getByRole('dialog').waitFor({ state: 'detached' });
      await second.keyboard.press('Escape');

      // Who really wants another says so.
      posts.length = 0;
      await asked(second);
      await confirm(second);
      await again(second).waitFor();
      await expectSound(second);
      await second.keyboard.press('Enter');
      await second.getByRole('dialog').waitFor({ state: 'detached' });
      expect(posts).toEqual([]);
      await second.getByRole('button', { name: 'Resgatar (Enter)' }).click();
      await confirm(second);
      await again(second).waitFor();
      await second.getByRole('button', { name: 'Fazer outro' }).click();
      await second.getByText(/Resgatado.*Sobram R\$\s5,00/).waitFor();
      expect(posts).toHaveLength(1);
      expect(await left()).toBe(500);
    });

    it('5: is learned by a tab that waits for it from the one that goes on', async () => {
      await lostAnswer();
      const other = await context.newPage();
      await openCounter(other, house);
      await other.getByText(UNKNOWN).waitFor();
      await press('Tentar de novo');
      await page.getByText(ONCE).waitFor();
      await other.getByText(ONCE).waitFor();
      expect(posts).toHaveLength(2);
      expect(await left()).toBe(1_500);
      expect(browser.errors).toEqual([]);
    });
  });
});
