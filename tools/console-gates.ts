/**
 * `npm run console:gates`: how long the console takes on a slow tablet, against the gates of `docs/console.md`, measured in
 * Chromium on the demo shop of an `npm start` that is up. The exit code says whether every gate holds: on a busy machine that
 * says more of the machine than of the console, so this is run by a person and by no test.
 */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { spreadOf, table } from './bench/index';
import { openDemoConsole } from './demo-console';
import type { DemoConsole, DemoCustomer } from './demo-console';
import { runTool } from './processes';

const USAGE = `npm run console:gates -- [--url http://localhost:3000] [--runs 5]

Opens each page on a slow tablet (processor 6× slower, 4 Mbit/s, 100 ms) with nothing kept from before, and redeems at the
counter by keyboard; what is redeemed is undone. An npm start has to be up, with the pretend world and some sales.`;

const TABLET = { width: 800, height: 1280 };
const SLOWER = 6;
const NETWORK = { latency: 100, downloadThroughput: 500_000, uploadThroughput: 500_000, offline: false };
const COUNTER_MS = 2_000;
const PAGE_MS = 3_500;
const REDEMPTION_MS = 5_000;
/** Between two keys of somebody who types a number they read. */
const KEY_MS = 60;
const PURCHASE = '10,00';
const USED = '1,00';

/** A page, and what is there once a person can use it. */
interface Watched {
  readonly path: string;
  readonly usable: string;
  readonly gateMs: number;
}

function pagesOf({ saleId, customerId }: DemoCustomer): readonly Watched[] {
  const counter = { path: 'balcao', usable: 'main input:focus', gateMs: COUNTER_MS };
  const others = [
    ['entrar', 'main input[type=password]'],
    ['inicio', 'main section tbody tr'],
    ['vendas', 'main tbody tr'],
    [`vendas/${saleId}`, 'main [data-event]'],
    ['clientes', 'main input'],
    [`clientes/${customerId}`, 'main table tbody tr'],
    ['programa', 'main input'],
    ['revisoes', 'main h2, main tbody tr'],
    ['importacoes', 'main h2, main tbody tr'],
    ['relatorios', 'main tbody tr'],
    ['configuracoes/pessoas', 'main tbody tr'],
  ] as const;
  return [counter, ...others.map(([path, usable]) => ({ path, usable, gateMs: PAGE_MS }))];
}

/** What was measured of one thing, in milliseconds. */
interface Measured {
  readonly what: string;
  readonly gateMs: number;
  readonly times: readonly number[];
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, runs: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const runs = Math.max(1, Number.parseInt(values.runs ?? '5', 10) || 1);
  const measured = await openDemoConsole(
    'console_gates',
    values.url ?? 'http://localhost:3000',
    async (demo) => {
      const about = await demo.page();
      await demo.signIn(about);
      const customer = await demo.aCustomer(about);
      return [...(await openings(demo, pagesOf(customer), runs)), await redemptions(demo, customer, runs)];
    },
  );
  console.log(report(measured, runs));
  return measured.every(holds) ? 0 : 1;
}

async function openings(
  demo: DemoConsole,
  pages: readonly Watched[],
  runs: number,
): Promise<readonly Measured[]> {
  const times = pages.map((): number[] => []);
  // All pages in turn, so that what the machine does meanwhile is shared among them.
  for (let run = 0; run < runs; run += 1)
    for (const [place, page] of pages.entries()) times[place]!.push(await opening(demo, page));
  return pages.map(({ path, gateMs }, place) => ({
    what: path.replace(/\/[a-z]{3}_\w+$/, '/…'),
    gateMs,
    times: times[place]!,
  }));
}

/** From the address to the first moment at which what is waited for is there and the browser has time for a key. */
async function opening(demo: DemoConsole, { path, usable }: Watched): Promise<number> {
  const page = await demo.page({ viewport: TABLET });
  if (path !== 'entrar') await demo.signIn(page);
  await slowDown(page);
  const at = new Promise<number>((resolve) => void page.exposeFunction('noteUsable', resolve));
  await page.addInitScript(watchFor(usable));
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator(usable).first().waitFor();
  const time = await at;
  await page.context().close();
  return time;
}

/** What runs in the page: the policy lets nothing be evaluated there later. */
function watchFor(selector: string): string {
  return `(() => {
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) requestAnimationFrame(look);
      else setTimeout(() => noteUsable(performance.now()), 0);
    };
    look();
  })()`;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

async function redemptions(demo: DemoConsole, customer: DemoCustomer, runs: number): Promise<Measured> {
  const page = await demo.page({ viewport: TABLET });
  await demo.signIn(page);
  await slowDown(page);
  await page.goto('balcao');
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await redemption(page, customer));
  await page.context().close();
  return { what: 'a redemption, from the first digit', gateMs: REDEMPTION_MS, times };
}

/** After the number: the purchase and how much of it, Enter, and Enter again where the page asks. What was used is given back. */
async function redemption(page: Page, { phone }: DemoCustomer): Promise<number> {
  const field = page.getByLabel('CPF, telefone ou código do vale');
  await field.fill('');
  await field.focus();
  const begun = performance.now();
  await page.keyboard.type(phone, { delay: KEY_MS });
  await page.keyboard.press('Enter');
  await page.getByLabel('Valor da compra').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(PURCHASE, { delay: KEY_MS });
  await page.keyboard.press('Tab');
  await page.keyboard.type(USED, { delay: KEY_MS });
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  const answer = page.waitForResponse((one) => one.url().endsWith('/v1/redemptions'));
  await page.keyboard.press('Enter');
  await page.getByText('Resgatado').waitFor();
  const time = performance.now() - begun;
  const { id } = (await (await answer).json()) as { id: string };
  const { origin } = new URL(page.url());
  await page.request.post(`v1/redemptions/${id}/rollback`, { data: {}, headers: { origin } });
  await page.keyboard.press('Enter');
  return time;
}

const holds = ({ times, gateMs }: Measured): boolean => spreadOf(times).median <= gateMs;

function report(measured: readonly Measured[], runs: number): string {
  const rows = measured.map((one) => {
    const { median, min, max } = spreadOf(one.times);
    const verdict = holds(one) ? 'holds' : 'FAILS';
    return [one.what, ...[one.gateMs, median, min, max].map(seconds), verdict];
  });
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(2)}`;
  return [
    '',
    table(['usable after', 'gate', 'median', 'least', 'most', ''], rows),
    '',
    `Median of ${runs}: Chromium, processor ${SLOWER}× slower, 4 Mbit/s, 100 ms, 800 × 1280, nothing kept from before.`,
    `Measured ${new Date().toISOString()} on ${machine}.`,
  ].join('\n');
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

runTool(main);
