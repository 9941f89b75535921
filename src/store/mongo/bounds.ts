/**
 * At this instant or later. Dates count whole milliseconds, so that this says the same as `$gte`; the local stand-in for MongoDB
 * leaves out what lies just on the far bound of a scan.
 */
export function notBefore(at: Date): { $gt: Date } {
  return { $gt: new Date(at.getTime() - 1) };
}

/** At this instant or earlier, said for the same reason as `$lt`. */
export function notAfter(at: Date): { $lt: Date } {
  return { $lt: new Date(at.getTime() + 1) };
}
