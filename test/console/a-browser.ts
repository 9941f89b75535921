import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page, ViewportSize } from 'playwright-core';
import { violationsIn } from '../axe';
import { builtConsole } from './built-console';

const { TEST_CHROMIUM: executablePath, TEST_CHROMIUM_MISSING: missing = '' } = process.env;
/** Where nobody looks at what was skipped it has to be there. */
const wanted = executablePath !== undefined || process.env['CI'] === 'true';

/** A tablet at the counter, and a computer. */
export const TABLET = { width: 800, height: 1280 };
export const DESKTOP = { width: 1280, height: 800 };

/** Tests of pages: skipped by name where no browser can be had, failed there in CI. */
export function describePages(title: string, tests: () => void): void {
  const why = executablePath === undefined ? ` (${missing.replace(/\s+/g, ' ')})` : '';
  (wanted ? describe : describe.skip)(title + why, tests);
}

/** The window that behaviours are shown in just now; null: no behaviours of the console are. */
let shownIn: ViewportSize | null = null;

/** Behaviours of the console, in a suite that opens its house once: each is shown on a tablet, and again on a computer. */
export function inBothWindows(behaviours: () => void): void {
  describe.each([
    ['on a tablet', TABLET],
    ['on a computer', DESKTOP],
  ])('%s', (_where, window) => {
    beforeAll(() => void (shownIn = window));
    afterAll(() => void (shownIn = null));
    behaviours();
  });
}

/** The window that pages open in. */
export function windowNow(): ViewportSize {
  return shownIn ?? TABLET;
}

/** A browser with nothing in it, over the console as it is built. */
export interface ABrowser {
  /** A page of a person of its own. What goes wrong in it is in `errors`. */
  page(options?: BrowserContextOptions): Promise<Page>;
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** What any page has written to its console as an error, failed loads of the API's refusals left out. */
  errors: string[];
  /** Fails where `errors` has any. */
  close(): Promise<void>;
}

/** Browsers are slow to say that they are there while others use the processors. */
const PATIENCE_MS = 60_000;

/** Opens one. @throws where no browser can be had */
export async function aBrowser(): Promise<ABrowser> {
  if (executablePath === undefined) throw new Error(missing || 'TEST_CHROMIUM is not set.');
  await builtConsole();
  const home = await mkdtemp(join(tmpdir(), 'retorno-browser-'));
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: { ...process.env, HOME: home },
  });
  const errors: string[] = [];
  const context = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    // The browser's zone and language are not those of the store: nothing may follow them.
    const made = await browser.newContext({
      viewport: windowNow(),
      locale: 'en-US',
      timezoneId: 'Asia/Tokyo',
      ...options,
    });
    made.setDefaultTimeout(PATIENCE_MS);
    made.on('weberror', (error) => errors.push(error.error().message));
    made.on('response', (response) => {
      if (response.status() >= 400 && new URL(response.url()).pathname.includes('/assets/'))
        errors.push(`${response.status()} ${response.url()}`);
    });
    made.on('console', (message) => {
      // Chromium says so of every answer from 400 on; which one it may be, the page has to say.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        errors.push(message.text());
    });
    return made;
  };
  return {
    context,
    page: async (options) => (await context(options)).newPage(),
    errors,
    async close() {
      await browser.close();
      await rm(home, { recursive: true, force: true });
      expect(errors).toEqual([]);
    },
  };
}

/**
 * Fails where a page cannot be used by everybody (axe, all rules), is wider than its window, or at the counter has something too
 * small for a finger: on a tablet and on a computer. What is shown in both windows anyway is looked at in each when it is its turn.
 */
export async function expectSound(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  for (const one of shownIn ? [shownIn] : [DESKTOP, TABLET]) {
    await page.setViewportSize(one);
    await expectSoundHere(page);
  }
  await page.setViewportSize(size);
}

/** The same in the window as it is. */
export async function expectSoundHere(page: Page): Promise<void> {
  await page.evaluate(STILL);
  // Of WCAG 2.2, and the only rule of it that axe does not look at unless asked.
  expect(await violationsIn(page, undefined, { rules: { 'target-size': { enabled: true } } })).toEqual([]);
  const wider = 'document.documentElement.scrollWidth - innerWidth';
  expect(await page.evaluate<number>(wider)).toBeLessThanOrEqual(0);
  if (new URL(page.url()).pathname.endsWith('/balcao'))
    expect(await page.evaluate<string[]>(TOO_SMALL)).toEqual([]);
}

/** Until nothing moves or changes its colour any more, but for what does so for ever. */
const STILL = `(async () => {
  const moving = () => document.getAnimations().filter(({ playState, effect }) =>
    playState === 'running' && effect.getComputedTiming().endTime !== Infinity);
  for (let all = moving(); all.length > 0; all = moving()) await Promise.allSettled(all.map(({ finished }) => finished));
})()`;

/** What a finger may miss: lower or narrower than 44 pixels, a box to tick together with its label. */
const TOO_SMALL = `[...document.querySelectorAll('button, input, select, textarea, a[href], summary')].flatMap((one) => {
  const all = [one, ...(one.type === 'checkbox' || one.type === 'radio' ? one.labels : [])].map((part) => part.getBoundingClientRect());
  const width = Math.max(...all.map(({ right }) => right)) - Math.min(...all.map(({ left }) => left));
  const height = Math.max(...all.map(({ bottom }) => bottom)) - Math.min(...all.map(({ top }) => top));
  const seen = one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]') && all[0].width > 1;
  return seen && (width < 44 || height < 44) ? [Math.round(width) + ' × ' + Math.round(height) + ' ' + one.outerHTML] : [];
})`;

/** Everything a person can read on a page. */
export function textOf(page: Page): Promise<string> {
  return page.locator('body').innerText();
}

/** When the key sent last came, in seconds: no key comes before it. */
let lastKey = 0;

/** Types as a scanner does, whatever has the focus: the browser is told when each key came, so that no load slows it. */
export async function scan(page: Page, text: string, { everyMs = 8, enter = false } = {}): Promise<void> {
  const session = await page.context().newCDPSession(page);
  let timestamp = Math.max(Date.now() / 1000, lastKey + 1);
  for (const key of [...text, ...(enter ? ['Enter'] : [])]) {
    const typed = key === 'Enter' ? { text: '\r', windowsVirtualKeyCode: 13 } : { text: key };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, timestamp, ...typed });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp });
    lastKey = timestamp;
    timestamp += everyMs / 1000;
  }
  await session.detach();
}
