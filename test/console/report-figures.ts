import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Every digit of an amount: reais and cents alike. */
export function digits(text: string): number {
  return Number(text.replace(/[^\d-]/g, ''));
}

/** The lines of a table, each with its texts. */
export async function lines(page: Page, name: string): Promise<string[][]> {
  const rows = await page.getByRole('table', { name, exact: true }).locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

/** The file that a report of this name gives. */
export async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Baixar CSV: ${name}`, exact: true }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

/** The lines of that file, each with its texts. */
export async function fileOf(page: Page, name: string): Promise<string[][]> {
  const text = await download(page, name);
  return text
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'));
}
