import { beginningOf } from '../../text';
import { readVoucherCode } from '../../loyalty';
import { actorId } from '../../store';
import type { Store, VoucherAction } from '../../store';
import { sha256, triedBy } from '../http';
import type { Attempt, CallOutcome } from '../http';

const STANDARD = new Set(['type', 'title', 'status', 'code', 'detail', 'errors']);
const LONGEST_NAME = 100;

/** Writes down an attempt with a code, whatever came of it: who, where, what, and why not. */
export async function keepAttempt(
  store: Pick<Store, 'voucherAttempts' | 'wallets'>,
  action: VoucherAction,
  { caller, id, query, body, now }: Attempt,
  outcome: CallOutcome,
): Promise<void> {
  const { merchantId, actor } = caller;
  const code = readVoucherCode(id);
  const lot = code === null ? null : await store.wallets.voucher(merchantId, { code });
  const said = (name: string): string | null => textIn(body, name) ?? textIn(query, name);
  await store.voucherAttempts.record({
    merchantId,
    code,
    typed: code === null ? sha256(id) : null,
    lotId: lot?.id ?? null,
    action,
    ...attemptOutcome(action, outcome),
    repeated: outcome.replayed,
    ...triedBy(caller, { operator: said('operator'), storeId: said('storeId') }),
    caller: actorId(actor),
    at: new Date(now),
  });
}

/** `ok`, or the refusal's code with the facts behind it. */
export function outcomeOf({ status, body }: CallOutcome): {
  outcome: string;
  facts: Record<string, unknown>;
} {
  if (status < 400) return { outcome: 'ok', facts: {} };
  const answer = body as Record<string, unknown>;
  const facts = Object.fromEntries(Object.entries(answer).filter(([name]) => !STANDARD.has(name)));
  return { outcome: String(answer['code']), facts };
}

/** The same with the use that was made. */
function attemptOutcome(
  action: VoucherAction,
  call: CallOutcome,
): { outcome: string; facts: Record<string, unknown>; redemptionId: string | null } {
  const answer = call.body as Record<string, unknown>;
  if (call.status >= 400) return { ...outcomeOf(call), redemptionId: null };
  if (action !== 'look') return { outcome: 'ok', facts: {}, redemptionId: textIn(answer, 'id') };
  const refusal = answer['refusal'] as { code: string } | null;
  return { outcome: 'ok', facts: refusal ? { unusable: refusal.code } : {}, redemptionId: null };
}

/** What a call says under a name, as far as it is kept. */
export function textIn(from: unknown, name: string): string | null {
  const value = (from as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' && value.trim() !== '' ? beginningOf(value.trim(), LONGEST_NAME) : null;
}
