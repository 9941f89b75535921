import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { Simulator } from '../../simulator';
import { violationsIn } from '../axe';
import { closeAll, simulate } from './harness';

/** Debian's browser, or one of the same family. */
const executablePath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  .flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)))
  .find((file) => existsSync(file));
/** Where nobody looks at what was skipped it has to be there. */
const wanted = executablePath !== undefined || process.env['CI'] === 'true';
const title = 'the page of the simulator in a browser';

(wanted ? describe : describe.skip)(
  executablePath === undefined ? `${title} (no Chromium on PATH)` : title,
  () => {
    let simulator: Simulator;
    let browser: Browser;
    let page: Page;
    let profile: string;
    const errors: string[] = [];

    beforeAll(async () => {
      if (executablePath === undefined) throw new Error('There is no Chromium on PATH.');
      simulator = await simulate({ history: 60 });
      profile = await mkdtemp(path.join(tmpdir(), 'retorno-browser-'));
      browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--disable-dev-shm-usage'],
        env: { ...process.env, HOME: profile },
      });
      page = await (
        await browser.newContext({ viewport: { width: 800, height: 1280 }, locale: 'pt-BR' })
      ).newPage();
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(simulator.url);
      await page.locator('#orders .order').first().waitFor();
    }, 180_000);
    afterAll(async () => {
      await browser?.close();
      await closeAll();
      await rm(profile, { recursive: true, force: true });
    });

    const numbers = (): Promise<string[]> => page.locator('#orders .number').allTextContents();
    const violations = (part = 'body'): Promise<string[]> => violationsIn(page, part);
    const orders = (): number => simulator.company().orders().length;
    const notice = (): ReturnType<Page['locator']> => page.locator('#notice.shown');

    it('shows the phones beside the orders at 800 px, and nothing wider than the window', async () => {
      const [sales, side] = [
        await page.locator('.sales').boundingBox(),
        await page.locator('.side').boundingBox(),
      ];
      expect(side!.x).toBeGreaterThanOrEqual(sales!.x + sales!.width);
      expect(side!.y).toBe(sales!.y);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });

    it('turns pages of orders, the newest first', async () => {
      const first = await numbers();
      expect(first).toHaveLength(25);
      await page.getByRole('button', { name: 'Mais antigos' }).click();
      await page.getByText('página 2 de 3').waitFor();
      const second = await numbers();
      expect(second.filter((number) => first.includes(number))).toEqual([]);
      await page.getByRole('button', { name: 'Mais antigos' }).click();
      await page.getByText('página 3 de 3').waitFor();
      expect([...first, ...second, ...(await numbers())]).toHaveLength(60);
      await page.getByRole('button', { name: 'Mais novos' }).click();
      await page.getByRole('button', { name: 'Mais novos' }).click();
      await page.getByText('página 1 de 3').waitFor();
      expect(await numbers()).toEqual(first);
    });

    it('passes axe', async () => {
      expect(await violations()).toEqual([]);
    }, 180_000);

    it.each(['mails', 'webhooks', 'faults'])(
      'passes axe with the panel of %s open',
      async (panel) => {
        await page.locator(`[data-tab=${panel}]`).click();
        expect(await violations('.side')).toEqual([]);
      },
      60_000,
    );

    it('passes axe with the form of a sale open', async () => {
      await page.getByRole('button', { name: 'Nova venda' }).click();
      expect(await violations()).toEqual([]);
    });

    it.each([
      ['[name=customer]', 'Fulano de Tal', 'Não conheço este cliente'],
      ['[name=price]', '12,5o', 'Não entendi o valor'],
      ['[name=price]', '1.23', ''],
      ['[name=price]', '1,234', 'Não entendi o valor'],
      ['[name=freight]', '-5', 'Não entendi o valor'],
      ['[name=discount]', 'dez', 'Não entendi o valor'],
      ['[name=freight]', 'R$ 1.234,50', ''],
      ['[name=customer]', '', ''],
    ])('takes %s %j or says why not', async (field, typed, why) => {
      const input = page.locator(`#sale-dialog ${field}`).first();
      const before = { value: await input.inputValue(), orders: orders() };
      await input.fill(typed);
      const said = await input.evaluate(
        (node) => (node as unknown as { validationMessage: string }).validationMessage,
      );
      expect(said).toContain(why);
      if (why === '') expect(said).toBe('');
      else {
        await page.getByRole('button', { name: 'Criar venda' }).click();
        expect(await page.locator('#sale-dialog').isVisible()).toBe(true);
        expect(orders()).toBe(before.orders);
      }
      await input.fill(before.value);
    });

    it('sells to nobody where no customer is named, and to the only one of a name', async () => {
      const { name, id } = simulator.company().contacts().at(-1)!;
      await page.locator('#sale-dialog [name=customer]').fill(name.toUpperCase());
      await page.getByRole('button', { name: 'Criar venda' }).click();
      await notice().waitFor();
      expect(simulator.company().orders().at(-1)!.contactId).toBe(id);
    });

    it('changes a total only to an amount that it understood', async () => {
      const { id, number, totalCents } = simulator.company().orders().at(-1)!;
      const row = page.locator('.order', { hasText: `nº ${number}` });
      const edit = async (typed: string): Promise<void> => {
        page.once('dialog', (dialog) => void dialog.accept(typed));
        await row.getByRole('button', { name: 'Editar total' }).click();
      };
      await edit('cem');
      await page.locator('#notice.shown', { hasText: 'Não entendi o valor' }).waitFor();
      expect(simulator.company().order(id).totalCents).toBe(totalCents);
      await edit('1.100,00');
      await row.getByText('1.100,00').waitFor();
      expect(simulator.company().order(id).totalCents).toBe(110_000);
    });

    it('has said of one fault that one will go wrong', async () => {
      await page.locator('[data-tab=faults]').click();
      await page.locator('#faults form').first().getByRole('button', { name: 'Armar' }).click();
      await page.locator('#notice.shown', { hasText: 'a próxima vai dar errado' }).waitFor();
      expect(errors).toEqual([]);
    });
  },
);
