import type { Alert, Alerts } from '../../../src/store';
import type { Holdings } from './holdings';

/** Alerts in memory. */
export function alertsIn({
  alerts,
}: Holdings): Pick<Alerts, 'countOpen' | 'list' | 'open' | 'raise' | 'resolve'> {
  return {
    open: (merchantId, kinds) =>
      Promise.resolve(
        alerts.filter(
          (one) => one.merchantId === merchantId && one.resolvedAt === null && kinds.includes(one.kind),
        ),
      ),
    countOpen: (merchantId) => {
      const counts: Awaited<ReturnType<Alerts['countOpen']>> = {};
      for (const { kind, ...one } of alerts)
        if (one.merchantId === merchantId && one.resolvedAt === null) counts[kind] = (counts[kind] ?? 0) + 1;
      return Promise.resolve(counts);
    },
    list: (merchantId, { state, before, limit }) =>
      Promise.resolve(
        alerts
          .filter((one) => one.merchantId === merchantId && (state === 'all' || one.resolvedAt === null))
          .filter((one) => before === undefined || one.raisedAt < before)
          .sort((a, b) => b.raisedAt.getTime() - a.raisedAt.getTime())
          .slice(0, limit),
      ),
    raise(about, what, now) {
      const id = `alt_${alerts.length + 1}`;
      alerts.push({ id, ...about, ...what, raisedAt: now, lastSeenAt: now, resolvedAt: null });
      return Promise.resolve({ id, raised: true });
    },
    resolve(about, now) {
      const open = alerts.filter((one) => one.resolvedAt === null && isAbout(one, about));
      for (const one of open) one.resolvedAt = now;
      return Promise.resolve(open.length > 0);
    },
  };
}

function isAbout(alert: Alert, about: Parameters<Alerts['resolve']>[0]): boolean {
  return Object.entries(about).every(([field, value]) => alert[field as keyof Alert] === value);
}
