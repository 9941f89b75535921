/**
 * `npm run console:pictures`: photographs the pages of the console for `docs/console.md`, signed in at the demo shop of an
 * `npm start` that is up. Run it again after a page has changed, and look at what it made.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { obtainChromium } from './engines';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './local';
import { PROJECT_ROOT } from './local-settings';
import { RetornoToolError, runTool } from './processes';
import { runSteps } from './progress';
import type { Reporter } from './progress';

const FOLDER = join(PROJECT_ROOT, 'docs', 'pictures');
const COMPUTER = { width: 1280, height: 800 };
const TABLET = { width: 800, height: 1280 };
const PATIENCE_MS = 60_000;

const USAGE = `npm run console:pictures -- [--url http://localhost:3000]

Photographs each page of the console into docs/pictures. An npm start has to be up, with the pretend world and some sales.`;

/** A picture: the file's name, the page, and what has to be done before it is worth looking at. */
interface Picture {
  readonly name: string;
  readonly path: string;
  readonly size?: typeof COMPUTER;
  arrange?(page: Page): Promise<void>;
}

/** @param phone a demo customer's, as the counter would be told it */
function pictures(saleId: string, customerId: string, phone: string): readonly Picture[] {
  return [
    {
      name: 'balcao',
      path: 'balcao',
      size: TABLET,
      async arrange(page) {
        const field = page.getByRole('textbox').first();
        await field.fill(phone);
        await field.press('Enter');
      },
    },
    ...['inicio', 'vendas', 'clientes', 'programa', 'revisoes', 'importacoes', 'relatorios'].map(named),
    { name: 'venda', path: `vendas/${saleId}` },
    { name: 'cliente', path: `clientes/${customerId}` },
    ...['experimentar', 'simular', 'versoes'].map(under('programa')),
    ...['pessoas', 'lojas', 'chaves', 'conexao', 'auditoria', 'sessoes'].map(under('configuracoes')),
  ];
}

const named = (name: string): Picture => ({ name, path: name });
const under =
  (room: string) =>
  (name: string): Picture => ({ name: `${room}-${name}`, path: `${room}/${name}` });

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { url: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const base = new URL(values.url ?? 'http://localhost:3000');
  const executablePath = await browserOf();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ baseURL: base.href, locale: 'pt-BR', viewport: COMPUTER });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto('entrar');
    await mkdir(FOLDER, { recursive: true });
    await photograph(page, 'entrar');
    await signIn(page, base);
    for (const picture of await ofTheDemoShop(page)) {
      await page.setViewportSize(picture.size ?? COMPUTER);
      await page.goto(picture.path);
      await picture.arrange?.(page);
      await photograph(page, picture.name);
    }
  } finally {
    await browser.close();
  }
  return 0;
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

async function signIn(page: Page, { origin }: URL): Promise<void> {
  const [{ email }] = DEMO_PEOPLE as [(typeof DEMO_PEOPLE)[number]];
  const data = { email, password: DEMO_PASSWORD };
  const answer = await page.request.post('v1/session', { data, headers: { origin } });
  if (!answer.ok())
    throw new RetornoToolError(
      'console_pictures',
      `Nobody could sign in as ${email} (${answer.status()}). The pictures are made of an npm start with the pretend world, on data of its own.`,
    );
}

/** The pages, with a sale and a customer of the shop. */
async function ofTheDemoShop(page: Page): Promise<readonly Picture[]> {
  const sales = await answered<{ data: { id: string; customerId: string | null }[] }>(
    page,
    'v1/sales?status=active',
  );
  const sale = sales.data.find(({ customerId }) => customerId !== null);
  if (!sale)
    throw new RetornoToolError(
      'console_pictures',
      'No sale has earned yet. Wait half a minute, and run it again.',
    );
  const { phones } = await answered<{ phones: string[] }>(page, `v1/customers/${sale.customerId!}`);
  return pictures(sale.id, sale.customerId!, phones[0] ?? '');
}

async function answered<T>(page: Page, path: string): Promise<T> {
  return (await (await page.request.get(path)).json()) as T;
}

/** When nothing is loading any more: of what moves by itself, pictures would differ each time. */
async function photograph(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  console.log(`docs/pictures/${name}.png`);
}

runTool(main);
