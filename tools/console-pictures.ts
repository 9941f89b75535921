/**
 * `npm run console:pictures`: photographs the pages of the console for `docs/console.md`, signed in at the demo shop of an
 * `npm start` that is up. Run it again after a page has changed, and look at what it made.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { demoRecords, openDemoConsole } from './demo-console';
import type { DemoCustomer, DemoRecords } from './demo-console';
import { PROJECT_ROOT } from './local-settings';
import { runTool } from './processes';

const FOLDER = join(PROJECT_ROOT, 'docs', 'pictures');
const COMPUTER = { width: 1280, height: 800 };
const TABLET = { width: 800, height: 1280 };

const USAGE = `npm run console:pictures -- [--url http://localhost:3000]

Photographs each page of the console into docs/pictures. An npm start has to be up, with the pretend world and some sales.`;

const TOOL = 'console_pictures';

/** A picture: the file's name, the page, and what has to be done before it is worth looking at. */
interface Picture {
  readonly name: string;
  readonly path: string;
  readonly size?: typeof COMPUTER;
  arrange?(page: Page): Promise<void>;
}

/** What the pages are of. `phone`: a demo customer's, as the counter would be told it. */
interface Shown extends DemoCustomer, DemoRecords {}

function pictures({ saleId, customerId, phone, importId }: Shown): readonly Picture[] {
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
    ...[
      'inicio',
      'alertas',
      'vendas',
      'clientes',
      'programa',
      'mensagens',
      'revisoes',
      'importacoes',
      'relatorios',
    ].map(named),
    ...['movimentos', 'saldos'].map(under('relatorios')),
    named('ativacao'),
    { name: 'importacao', path: `importacoes/${importId}` },
    under('importacoes')('nova'),
    { name: 'venda', path: `vendas/${saleId}` },
    { name: 'cliente', path: `clientes/${customerId}` },
    ...['experimentar', 'simular', 'versoes'].map(under('programa')),
    ...['pessoas', 'lojas', 'chaves', 'conexao', 'mensagens', 'auditoria', 'sessoes'].map(
      under('configuracoes'),
    ),
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
  await openDemoConsole(TOOL, values.url ?? 'http://localhost:3000', async (demo) => {
    const page = await demo.page({ viewport: COMPUTER });
    const outside = await demo.page({ viewport: COMPUTER });
    await mkdir(FOLDER, { recursive: true });
    await page.goto('entrar');
    await photograph(page, 'entrar');
    await demo.signIn(page);
    const records = await demoRecords(TOOL, page);
    for (const [name, path] of [
      ['senha', 'senha'],
      ['convite', records.invitation],
    ] as const) {
      await outside.goto(path);
      await photograph(outside, name);
    }
    for (const picture of pictures({ ...records, ...(await demo.aCustomer(page)) })) {
      await page.setViewportSize(picture.size ?? COMPUTER);
      await page.goto(picture.path);
      await picture.arrange?.(page);
      await photograph(page, picture.name);
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
