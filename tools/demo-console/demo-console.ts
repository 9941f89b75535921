import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { obtainChromium } from '../engines';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../local';
import { RetornoToolError } from '../processes';
import { runSteps } from '../progress';
import type { Reporter } from '../progress';

const PATIENCE_MS = 60_000;
/** So much that some of it can be used. */
const ENOUGH_CENTS = 500;

/** A customer of the demo shop who has something to use, and the sale it is from. */
export interface DemoCustomer {
  readonly saleId: string;
  readonly customerId: string;
  readonly phone: string;
}

/** A Chromium over the console of an `npm start` that is up with the pretend world. */
export interface DemoConsole {
  readonly browser: Browser;
  /** A page of a browser with nothing in it, at the console's address. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** Signs the demo shop's owner in. @throws RetornoToolError where the demo's people are not let in */
  signIn(page: Page): Promise<void>;
  /** @param page of somebody who has signed in. @throws RetornoToolError where nothing has earned yet */
  aCustomer(page: Page): Promise<DemoCustomer>;
}

/**
 * Opens one, and closes it after the work.
 * @param tool by which name what goes wrong is told
 * @param url where the API is reached
 */
export async function openDemoConsole<T>(
  tool: string,
  url: string,
  work: (demo: DemoConsole) => Promise<T>,
): Promise<T> {
  const base = new URL(url);
  const browser = await chromium.launch({
    executablePath: await browserOf(),
    // The browser's own fields for days are written in its language, not in the page's.
    args: ['--no-sandbox', '--lang=pt-BR'],
    env: { ...process.env, LANGUAGE: 'pt_BR' },
  });
  try {
    return await work({
      browser,
      async page(options = {}) {
        const context = await browser.newContext({ baseURL: base.href, locale: 'pt-BR', ...options });
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
      },
      signIn: (page) => signIn(tool, page, base),
      aCustomer: (page) => aCustomer(tool, page),
    });
  } finally {
    await browser.close();
  }
}

async function browserOf(): Promise<string> {
  let executable = '';
  const run = async (report: Reporter): Promise<string> => {
    const { value, way } = await obtainChromium(process.env, report);
    executable = value.executable;
    return way;
  };
  await runSteps([{ title: 'Chromium', run }]);
  return executable;
}

async function signIn(tool: string, page: Page, { origin }: URL): Promise<void> {
  const [{ email }] = DEMO_PEOPLE as [(typeof DEMO_PEOPLE)[number]];
  const data = { email, password: DEMO_PASSWORD };
  const answer = await page.request.post('v1/session', { data, headers: { origin } });
  if (!answer.ok())
    throw new RetornoToolError(
      tool,
      `Nobody could sign in as ${email} (${answer.status()}). This is done with an npm start with the pretend world, on data of its own.`,
    );
}

async function aCustomer(tool: string, page: Page): Promise<DemoCustomer> {
  const sales = await answered<{ data: { id: string; customerId: string | null }[] }>(
    page,
    'v1/sales?status=active',
  );
  for (const { id: saleId, customerId } of sales.data) {
    if (customerId === null) continue;
    const path = `v1/customers/${customerId}`;
    const { phones } = await answered<{ phones: string[] }>(page, path);
    const { cashback } = await answered<{ cashback: { activeCents: number } }>(page, `${path}/wallet`);
    if (phones[0] && cashback.activeCents >= ENOUGH_CENTS) return { saleId, customerId, phone: phones[0] };
  }
  throw new RetornoToolError(tool, 'No sale has earned enough yet. Wait half a minute, and run it again.');
}

async function answered<T>(page: Page, path: string): Promise<T> {
  return (await (await page.request.get(path)).json()) as T;
}
