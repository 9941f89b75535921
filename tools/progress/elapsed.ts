/** A duration as a person says it: `8 s`, `2 min 40 s`, `6 min`. */
export function spokenDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${(seconds - rest) / 60} min` : `${(seconds - rest) / 60} min ${rest} s`;
}

/** `45 s of about 2 min 40 s`, or only the time gone by when nothing is known of the usual time. */
export function elapsedAgainst(elapsedMs: number, usualMs: number | undefined): string {
  const elapsed = spokenDuration(elapsedMs);
  return usualMs === undefined ? elapsed : `${elapsed} of about ${spokenDuration(usualMs)}`;
}
