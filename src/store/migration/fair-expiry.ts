import type { Migration } from './migration';

/** Names the move whose last pass ends that versions run which know no fair expiry. */
export const FAIR_EXPIRY = '2026-11-zzzzz-fair-expiry';

/** Moves nothing. Versions before let every lot end on its day, and attest nothing of until when it would go on. */
export const fairExpiry: Migration = {
  id: FAIR_EXPIRY,
  about: 'Lots are given time where nobody can be reminded of their end',
  onlyAtFinish: true,
  size: () => Promise.resolve(0),
  step: () => Promise.resolve({ looked: 0, changed: 0, cursor: null }),
};
