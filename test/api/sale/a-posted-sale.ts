/** A sale as a till tells it. */
export function aPostedSale(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    channel: 'pos',
    externalId: 'PDV-1',
    number: '42',
    soldAt: '2026-11-03T12:00:00-03:00',
    totalCents: 10_000,
    status: 'completed',
    ...change,
  };
}
