import type { Instant } from '../../loyalty';
import type { Limit, Store, Taken } from '../../store';
import { Problem } from '../http/problem';
import { networkOf } from '../http';

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
/** Links looked at or used from one network; passwords asked for from one network and for one e-mail. */
const LINKS = 60;
const RESETS = 20;
const RESETS_FOR_EMAIL = 5;
/** Invitations of one merchant: each is a letter to somebody, and tells whether they sign in already. */
const INVITATIONS = 60;

/** What opening one-use links takes. Guessing one is hopeless; this spares the database those who try. */
export function linkLimits(address: string): Limit[] {
  return [{ name: `link/network/${networkOf(address)}`, most: LINKS, withinMs: QUARTER_MS }];
}

/** What asking for another password takes. */
export function resetLimits(email: string, address: string): Limit[] {
  return [
    { name: `reset/network/${networkOf(address)}`, most: RESETS, withinMs: HOUR_MS },
    { name: `reset/email/${email}`, most: RESETS_FOR_EMAIL, withinMs: HOUR_MS },
  ];
}

/** What inviting takes. */
export function invitationLimits(merchantId: string): Limit[] {
  return [{ name: `invite/merchant/${merchantId}`, most: INVITATIONS, withinMs: HOUR_MS }];
}

/** Takes one of each. @throws Problem `too_many_requests` with when it is worth coming back */
export async function takeOrRefuse(
  { limits }: Pick<Store, 'limits'>,
  wanted: readonly Limit[],
  now: Instant,
): Promise<Taken> {
  const taken = await limits.take(wanted, now);
  if (!('until' in taken)) return taken;
  const seconds = Math.max(1, Math.ceil((taken.until - now) / 1_000));
  throw new Problem('too_many_requests', {
    detail:
      'Houve chamadas demais deste tipo em pouco tempo, e nada foi feito agora. Espere o tempo indicado em Retry-After e tente de novo.',
    headers: { 'Retry-After': String(seconds) },
  });
}
