import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
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

/** What the last columns of a list come to, once it has a line. */
export async function summed(page: Page, caption: RegExp): Promise<number> {
  const rows = page.getByRole('table', { name: caption }).locator('tbody tr');
  await rows.first().waitFor();
  const amounts = await rows.locator('td:last-child').allInnerTexts();
  return amounts.map(digits).reduce((sum, one) => sum + one, 0);
}

interface Drawn {
  /** The table under a chart. */
  table: string;
  /** Those of its columns that are drawn. */
  columns: readonly number[];
  /** What the lists behind it are called. */
  caption: RegExp;
}

/** Fails where a chart, its table and its file differ, or a bar opens a list that comes to something else. */
export async function expectBars(page: Page, { table, columns, caption }: Drawn): Promise<void> {
  const chart = page.getByRole('group', { name: `Gráfico: ${table}`, exact: true });
  const months = (await lines(page, table)).slice(0, -1);
  const figures = months.flatMap((line) => columns.map((column) => digits(line[column]!)));
  const file = (await fileOf(page, table)).slice(0, -1);
  // Before its figures the file also has a store and a channel.
  expect(file.flatMap((line) => columns.map((column) => digits(line[column + 2]!)))).toEqual(figures);
  expect(await chart.locator('text').allTextContents()).toEqual(months.map(([month]) => month));
  const said = await chart.locator('title').allTextContents();
  expect(said.map((text) => digits(text.split(': ')[1]!))).toEqual(figures);
  const bars = chart.getByRole('link');
  const drawn = figures.filter((figure) => figure !== 0);
  expect(await bars.count()).toBe(drawn.length);
  for (const [place, figure] of drawn.entries()) {
    await bars.nth(place).click();
    expect(await summed(page, caption)).toBe(figure);
    await page.goBack();
    await chart.waitFor();
  }
}
