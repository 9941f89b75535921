import { describe, expect, it } from '@jest/globals';
import {
  afterPage,
  freshRows,
  pagesAfter,
  seeksPages,
  soughtPage,
} from '../../../src/activities/import/contact-cursor';
import { changesDue } from '../../../src/activities/connection/refresh-contacts';
import { estimatedTotal, ratePerMinute } from '../../../src/store';
import type { ContactImport } from '../../../src/store';

const NOW = new Date('2026-11-29T15:00:00Z');
const DAY_MS = 86_400_000;

function anImport(change: Partial<ContactImport> = {}): ContactImport {
  return {
    ...{
      id: 'imp_1',
      merchantId: 'mer_1',
      connectionId: 'con_1',
      cause: 'person',
      changed: null,
      history: null,
    },
    ...{ zone: 'America/Sao_Paulo', state: 'running', phase: 'contacts', page: 1, takenAt: NOW, pending: [] },
    ...{
      more: true,
      lastIds: [],
      pages: { low: 1, high: null },
      workedMs: 0,
      workedSince: NOW,
      phaseDone: 0,
    },
    ...{ waiting: null, turn: 0, startedAt: NOW, finishedAt: null },
    counts: {
      ...{ contacts: 0, created: 0, updated: 0, unchanged: 0, nobody: 0, leftOut: 0, details: 0 },
      ...{ orders: 0, kept: 0, known: 0, notCounted: 0, calls: 0 },
    },
    ...change,
  };
}

/** Looks for the number of pages as an import does. @returns it, and how many pages were looked at */
function sought(pages: number): { low: number; high: number | null; looks: number } {
  let found = anImport();
  for (let looks = 0; ; looks += 1) {
    if (!seeksPages(found)) return { ...found.pages, looks };
    const page = soughtPage(found);
    const rows = page < pages ? 100 : page === pages ? 40 : 0;
    found = { ...found, pages: pagesAfter(found.pages, page, { rows, more: rows === 100 }) };
  }
}

describe('how many pages there are', () => {
  it.each([2, 3, 4, 7, 64, 65, 200, 1_000])('is found out of %i in few looks', (pages) => {
    const { low, high, looks } = sought(pages);
    expect([low, high]).toEqual([pages, pages + 1]);
    expect(looks).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(pages)) + 1);
  });

  it('is not asked of a single page, nor for what is read each day', () => {
    expect(seeksPages(anImport({ more: false }))).toBe(false);
    expect(seeksPages(anImport({ cause: 'daily' }))).toBe(false);
  });

  it('says about how much there is, and how fast it goes', () => {
    expect(estimatedTotal(anImport())).toBeNull();
    expect(estimatedTotal(anImport({ pages: { low: 4, high: 5 } }))).toBe(400);
    expect(estimatedTotal(anImport({ more: false, phaseDone: 273 }))).toBe(273);
    const worked = anImport({ phaseDone: 300, workedMs: 30_000 });
    expect(ratePerMinute(worked, NOW.getTime() + 30_000)).toBe(300);
    expect(ratePerMinute(anImport({ phaseDone: 5 }), NOW.getTime() + 100)).toBeNull();
  });
});

describe('rows that a page repeats', () => {
  it('of the one before, or of itself, are passed over, and the others keep their place', () => {
    const rows = ['a', 'b', 'c', 'b', 'd'].map((id) => ({ id }));
    const fresh = freshRows(anImport({ lastIds: ['z', 'a'] }), rows);
    expect(fresh.map(({ row, one }) => [row, one.id])).toEqual([
      [1, 'b'],
      [2, 'c'],
      [4, 'd'],
    ]);
  });
});

describe('after a page', () => {
  it('comes the next, then past orders where they were asked for, then the end', () => {
    expect(afterPage(anImport(), NOW)).toMatchObject({ page: 2, pending: null, takenAt: null });
    const history = { from: '2025-12-01', to: '2026-11-01', unchangedSince: NOW, earn: false };
    expect(afterPage(anImport({ more: false, history }), NOW)).toMatchObject({ phase: 'orders', page: 1 });
    const last = anImport({ more: false, history, phase: 'orders' });
    expect(afterPage(last, NOW)).toMatchObject({ state: 'finished', finishedAt: NOW });
    expect(afterPage(anImport({ more: false }), NOW)).toMatchObject({ state: 'finished' });
  });
});

describe('what was changed in Bling', () => {
  it('is due a day after the last import began, from a little before that', () => {
    const startedAt = new Date(NOW.getTime() - DAY_MS);
    expect(changesDue({ startedAt }, NOW.getTime() - 1)).toBeNull();
    expect(changesDue({ startedAt }, NOW.getTime())).toEqual({
      from: new Date(startedAt.getTime() - 3_600_000),
      to: NOW,
    });
  });

  it('is asked for a year at most', () => {
    const startedAt = new Date(NOW.getTime() - 800 * DAY_MS);
    const { from, to } = changesDue({ startedAt }, NOW.getTime())!;
    expect(to.getTime() - from.getTime()).toBe(364 * DAY_MS);
  });
});
