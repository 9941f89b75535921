/**
 * `npm run console:pictures`: photographs the pages of the console for `docs/console.md`, signed in at the demo shop of an
 * `npm start` that is up. Run it again after a page has changed, and look at what it made.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { PICTURES, demoRecords, openDemoConsole } from './demo-console';
import { PROJECT_ROOT } from './local-settings';
import { runTool } from './processes';

const FOLDER = join(PROJECT_ROOT, 'docs', 'pictures');
const COMPUTER = { width: 1280, height: 800 };

const USAGE = `npm run console:pictures -- [--url http://localhost:3000]

Photographs each page of the console into docs/pictures. An npm start has to be up, with the pretend world and some sales.`;

const TOOL = 'console_pictures';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { url: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  await openDemoConsole(TOOL, values.url ?? 'http://localhost:3000', async (demo) => {
    const page = await demo.page({ viewport: COMPUTER });
    await mkdir(FOLDER, { recursive: true });
    await page.goto('entrar');
    await demo.signIn(page);
    const customer = await demo.aCustomer(page);
    const shown = { ...customer, ...(await demoRecords(TOOL, page, customer)) };
    for (const picture of PICTURES) {
      const { name, route, size = COMPUTER, outside = false } = picture;
      const seen = outside ? await demo.page() : page;
      await seen.setViewportSize(size);
      await seen.goto(picture.address?.(shown) ?? (route ?? '/').slice(1));
      await picture.arrange?.(seen, shown);
      await photograph(seen, name);
      if (outside) await seen.context().close();
    }
  });
  return 0;
}

/** When nothing is loading any more: of what moves by itself, pictures would differ each time. */
async function photograph(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  console.log(`docs/pictures/${name}.png`);
}

runTool(main);
