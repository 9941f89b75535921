/** What of the program decides how much a purchase takes; null: it is not known, and the API says. */
type Limits = { maxShareBps: number; pointValueCents: number } | null;

/** As much as a purchase takes: cents of cashback, or points. What else is used on the same purchase only the API knows. */
export function roomIn(saleTotalCents: number, type: 'cashback' | 'points', limits: Limits): number {
  if (limits === null) return type === 'cashback' ? saleTotalCents : Infinity;
  const cents = Math.floor((saleTotalCents * limits.maxShareBps) / 10_000);
  return type === 'cashback' ? cents : Math.floor(cents / limits.pointValueCents);
}
