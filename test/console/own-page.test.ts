import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { linkTokens } from '../../src/store';
import { decodedQr } from '../decoded-qr';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSoundHere, scan, textOf } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, staffAtCounter } from './at-the-counter';
import type { Buyer } from './at-the-counter';
import { CLUB } from './club';

/** An old phone. */
const PHONE = { width: 360, height: 640 };
/** All that is loaded, as it comes when nothing packs it. */
const MOST_BYTES = 60_000;

describePages('the page of a customer', () => {
  let house: House;
  let browser: ABrowser;
  let buyer: Buyer;
  let pageUrl: string;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
    buyer = await aBuyer(house.tenant, 'Lia Página Própria');
    pageUrl = await linkOf(buyer.customerId);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  async function linkOf(customerId: string): Promise<string> {
    const link = await house.tenant.api.get<{ pageUrl: string }>(`/v1/customers/${customerId}/link`);
    return house.url + new URL(link.expect(200).body.pageUrl).pathname;
  }
  /** What its QR for the till says. */
  const tillToken = (): string => linkTokens(pageUrl.slice(-32)).till;
  /** Nothing runs in it. */
  const aPhone = async (): Promise<Page> => browser.page({ viewport: PHONE, javaScriptEnabled: false });
  /** What a reader reads off a drawing. */
  const readOff = async (page: Page, label: string): Promise<string | undefined> => {
    await page.getByRole('img', { name: label }).waitFor();
    const html = await (await page.request.get(pageUrl)).text();
    return decodedQr(new RegExp(`<svg[^>]*aria-label="${label}".*?</svg>`).exec(html)![0]);
  };

  it('is light, loads nothing else, and can be used by everybody on an old phone', async () => {
    const page = await browser.page({ viewport: PHONE });
    let bytes = 0;
    const loaded: string[] = [];
    page.on('response', async (response) => {
      loaded.push(new URL(response.url()).pathname);
      bytes += (await response.body()).length;
    });
    await page.goto(pageUrl);
    await expectSoundHere(page);
    await page.getByText(/^Mostrar o QR do vale/).click();
    await expectSoundHere(page);
    await page.getByRole('link', { name: 'Ler o regulamento' }).click();
    await page.getByRole('heading', { level: 1, name: 'Regulamento do programa Clube da Loja' }).waitFor();
    await expectSoundHere(page);
    expect(loaded.filter((path) => path !== new URL(pageUrl).pathname && path !== '/favicon.ico')).toEqual(
      [],
    );
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it('shows without scripts what there is, and has codes that readers read', async () => {
    const page = await aPhone();
    await page.goto(pageUrl);
    const text = await textOf(page);
    for (const words of ['Olá, Lia!', 'R$ 25,00', 'R$ 20,00 de desconto', 'Ganho na compra'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words);
    expect(text).not.toMatch(/Própria|\d{3}\.\d{3}/);
    expect(await readOff(page, 'QR que identifica você no caixa')).toBe(tillToken());
    const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}/.exec(text)![0];
    await page.getByText(`Mostrar o QR do vale ${code}`).click();
    expect(await readOff(page, `QR do vale ${code}`)).toBe(code);
    await page.context().close();
  });

  it('takes a channel back and agrees again by the keyboard alone', async () => {
    const page = await aPhone();
    await page.goto(pageUrl);
    const press = async (name: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await press('Não receber mais mensagens no WhatsApp');
    await page.getByRole('status').getByText('você não receberá mais mensagens no WhatsApp').waitFor();
    await press('Quero receber mensagens no WhatsApp');
    await page.getByRole('status').getByText('você voltará a receber').waitFor();
    const { body } = await house.tenant.api.get(`/v1/customers/${buyer.customerId}/consents`);
    expect(body).toMatchObject({
      data: [
        { channel: 'whatsapp', given: true, source: 'link' },
        { channel: 'whatsapp', given: false, source: 'link' },
      ],
    });
    await page.context().close();
  });

  it('is found by its code at the counter, by a scanner, until its link is replaced', async () => {
    const page = await staffAtCounter(browser, house);
    await scan(page, tillToken(), { enter: true });
    await page.getByRole('heading', { name: /^Lia/ }).waitFor();
    await page.keyboard.press('Escape');
    const path = `/v1/customers/${buyer.customerId}/link`;
    (await house.tenant.api.post(path)).expect(201);
    await scan(page, pageUrl.slice(-32), { enter: true });
    await page.getByText(/^Este QR não abre a página de nenhum cliente/).waitFor();
    expect((await fetch(pageUrl)).status).toBe(404);
    expect((await fetch(await linkOf(buyer.customerId))).status).toBe(200);
    await page.context().close();
  });

  it('is read by the camera where the browser reads codes, and no button says so elsewhere', async () => {
    const page = await staffAtCounter(browser, house);
    const button = page.getByRole('button', { name: 'Ler com a câmera' });
    expect(await button.count()).toBe(0);
    const token = (await linkOf(buyer.customerId)).slice(-32);
    await page.addInitScript(`
      navigator.mediaDevices.getUserMedia = async () => new MediaStream();
      HTMLMediaElement.prototype.play = async () => {};
      window.shown = [];
      window.BarcodeDetector = class { async detect() { return window.shown; } };
    `);
    await page.reload();
    await button.click();
    await page.locator('video').waitFor({ state: 'attached' });
    await expectSoundHere(page);
    await page.evaluate(`window.shown = [{ rawValue: '${token}' }]`);
    await page.getByRole('heading', { name: /^Lia/ }).waitFor();
    await page.keyboard.press('Escape');
    await button.waitFor();
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});
