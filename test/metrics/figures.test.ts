import { beforeEach, describe, expect, it } from '@jest/globals';
import { showFigures } from '../../src/metrics';
import type { Figures } from '../../src/metrics';
import { registry } from '../../src/metrics/registry';

const none = { cents: 0, points: 0 };
const figures = (cents: number, openAlerts: Record<string, number> = {}): Figures => ({
  liability: { active: { cents, points: 7 }, pending: none, reserved: none, debt: none },
  openAlerts,
  stuckSales: { parked: 3, late: 0 },
  quotas: [
    { connectionId: 'con_full', used: 30, of: 120 },
    { connectionId: 'con_other', used: 12, of: 120 },
  ],
});

/** Scrapes, and again when what the first had begun to read is there. */
async function scraped(): Promise<string> {
  await registry.metrics();
  await new Promise(setImmediate);
  return registry.metrics();
}

describe('figures of the database in the metrics', () => {
  let now = 0;
  beforeEach(() => {
    registry.clear();
    now = 0;
  });

  /** Shows the figures of a database that may be away, and notes how often it could not be read. */
  function showDatabase(): { away: boolean; failures: unknown[] } {
    const database = { away: false, failures: [] as unknown[] };
    const read = (): Promise<Figures> =>
      database.away ? Promise.reject(new Error('away')) : Promise.resolve(figures(5));
    showFigures(
      read,
      (error) => database.failures.push(error),
      () => now,
    );
    return database;
  }

  it('are there once they were read, each with its unit', async () => {
    showFigures(
      () => Promise.resolve(figures(1250, { step_defect: 2 })),
      fail,
      () => now,
    );
    const text = await scraped();
    expect(text).toContain('retorno_liability{state="active",unit="cents"} 1250');
    expect(text).toContain('retorno_liability{state="active",unit="points"} 7');
    expect(text).toContain('retorno_open_alerts{kind="step_defect"} 2');
    expect(text).toContain('retorno_stuck_sales{why="parked"} 3');
    expect(text).toContain('retorno_stuck_sales{why="late"} 0');
    expect(text).toContain('retorno_bling_quota_used_ratio 0.25');
    expect(text).toContain('retorno_bling_connection_quota_used_ratio{connection="con_full"} 0.25');
    expect(text).toContain('retorno_bling_connection_quota_used_ratio{connection="con_other"} 0.1');
    expect(text).toContain('retorno_figures_age_seconds 0');
  });

  it('are read again only when they are a quarter of an hour old, and once at a time', async () => {
    let read = 0;
    showFigures(
      () => Promise.resolve(figures((read += 1))),
      fail,
      () => now,
    );
    await Promise.all([registry.metrics(), registry.metrics()]);
    await scraped();
    expect(read).toBe(1);
    now = 15 * 60_000;
    expect(await scraped()).toContain('retorno_liability{state="active",unit="cents"} 2');
  });

  it('forget alerts that are put right', async () => {
    let open: Record<string, number> = { clock_skew: 1 };
    showFigures(
      () => Promise.resolve(figures(1, open)),
      fail,
      () => now,
    );
    expect(await scraped()).toContain('retorno_open_alerts{kind="clock_skew"} 1');
    open = {};
    now = 15 * 60_000;
    expect(await scraped()).not.toContain('clock_skew');
  });

  it('forget connections of which others have used more, and say that nobody has called yet', async () => {
    let quotas = figures(1).quotas;
    showFigures(
      () => Promise.resolve({ ...figures(1), quotas }),
      fail,
      () => now,
    );
    await scraped();
    quotas = [];
    now = 15 * 60_000;
    const text = await scraped();
    expect(text).toContain('retorno_bling_quota_used_ratio 0\n');
    expect(text).not.toContain('con_full');
  });

  it('stay as last known, and show their age, while they cannot be read', async () => {
    const database = showDatabase();
    await scraped();
    database.away = true;
    now = 20 * 60_000;
    const text = await scraped();
    expect(text).toContain('retorno_liability{state="active",unit="cents"} 5');
    expect(text).toContain('retorno_figures_age_seconds 1200');
    expect(database.failures).toHaveLength(1);
  });

  it('are not asked for with every scrape while they cannot be read', async () => {
    const database = showDatabase();
    database.away = true;
    for (now = 0; now < 2 * 60_000; now += 15_000) await scraped();
    expect(database.failures).toHaveLength(1);
    database.away = false;
    expect(await scraped()).toContain('retorno_liability{state="active",unit="cents"} 5');
  });
});

function fail(error: unknown): void {
  throw error;
}
