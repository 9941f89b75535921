import { Gauge } from 'prom-client';
import { registry } from './registry';

/** What the database says as a whole. Cents and points of every merchant together. */
export interface Figures {
  liability: Record<'active' | 'pending' | 'reserved' | 'debt', { cents: number; points: number }>;
  openAlerts: Record<string, number>;
  /** Sales that do not go on by themselves: what stops them has to be put right, or what was due is not done. At most a thousand a merchant. */
  stuckSales: Record<'parked' | 'late', number>;
  /** Calls to Bling today, and what a day has: of the connections that have used most of theirs, the fullest first. */
  quotas: readonly { connectionId: string; used: number; of: number }[];
}

/** Looking at every wallet costs: a figure is as old as this at most. */
const FRESH_MS = 15 * 60_000;
/** A database in trouble is not asked with every scrape. */
const AGAIN_MS = 2 * 60_000;

/**
 * Shows the figures with each scrape. They are read in the background when they are old: a scrape never waits for them, and
 * shows the last ones known.
 * @param failed hears why they could not be read; the last known stay
 */
export function showFigures(
  read: () => Promise<Figures>,
  failed: (error: unknown) => void,
  now: () => number = Date.now,
): void {
  const gauge = (name: string, help: string, labelNames: string[]): Gauge =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const liability = gauge('retorno_liability', 'What customers have, in cents or points', ['state', 'unit']);
  const alerts = gauge('retorno_open_alerts', 'Alerts that nobody has put right yet', ['kind']);
  const stuck = gauge('retorno_stuck_sales', 'Sales that do not go on by themselves', ['why']);
  const fullest = gauge(
    'retorno_bling_quota_used_ratio',
    'Most of a day of calls that a connection has used',
    [],
  );
  const quota = gauge(
    'retorno_bling_connection_quota_used_ratio',
    'What a connection has used of its day of calls: those that have used most',
    ['connection'],
  );
  let readAt = -Infinity;
  let failedAt = -Infinity;
  let reading = false;

  const show = (figures: Figures): void => {
    for (const [state, { cents, points }] of Object.entries(figures.liability)) {
      liability.set({ state, unit: 'cents' }, cents);
      liability.set({ state, unit: 'points' }, points);
    }
    alerts.reset();
    for (const [kind, count] of Object.entries(figures.openAlerts)) alerts.set({ kind }, count);
    for (const [why, count] of Object.entries(figures.stuckSales)) stuck.set({ why }, count);
    const [first] = figures.quotas;
    fullest.set(first ? first.used / first.of : 0);
    quota.reset();
    for (const { connectionId: connection, used, of } of figures.quotas) quota.set({ connection }, used / of);
  };
  const refresh = async (): Promise<void> => {
    if (reading || now() - readAt < FRESH_MS || now() - failedAt < AGAIN_MS) return;
    reading = true;
    try {
      show(await read());
      readAt = now();
    } catch (error) {
      failedAt = now();
      failed(error);
    } finally {
      reading = false;
    }
  };
  new Gauge({
    name: 'retorno_figures_age_seconds',
    help: 'How old the liability, the alerts and the quota are',
    registers: [registry],
    collect() {
      void refresh();
      this.set(readAt === -Infinity ? NaN : Math.round((now() - readAt) / 1000));
    },
  });
}
