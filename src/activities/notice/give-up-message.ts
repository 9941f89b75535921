import { afterAttempt, dueNotices, holdingsIn, noticeChannels, noticeKind, patched } from '../../loyalty';
import type { Instant } from '../../loyalty';
import { messagesEnded } from '../../metrics';
import type { Message, Store } from '../../store';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { createSettleBenefit, dueInstant, readBeside, saleOutcome, stepAfter } from '../sale';
import type { SaleOutcome } from '../sale';
import type { MessageFacts } from './message-content';
import { readFacts } from './read-facts';
import { isBegun } from './send-message';

/** Why a message was not sent, or not certainly: its step failed for good, or for a day. */
const GAVE_UP = 'gave_up';

/**
 * Ends a notice whose step has failed for good: of each channel it is written down whether the message may have gone or certainly
 * has not, and the sale goes on without it.
 */
export function createGiveUpMessage(
  deps: ActivityDeps,
): (input: SaleInput, key: string) => Promise<SaleOutcome> {
  const { store, log } = deps;
  const settle = createSettleBenefit(deps);
  return async (input, key) => {
    const now = currentInstant();
    const facts = await readFacts(store, input, key, now);
    if (!facts) return settle(input);
    const { sale, program } = facts;
    const holdings = holdingsIn(facts.wallet, sale.id);
    const due = dueNotices(sale, holdings, program, now).some((notice) => notice.key === key);
    if (!due && !(await isBegun(store, sale, key)))
      return saleOutcome(sale, holdings, program, now, await readBeside(store, sale));
    await endMessages(store, facts, now);
    log.error(
      { merchantId: sale.merchantId, saleId: sale.id, notice: noticeKind(key) },
      'a message was given up',
    );
    const notices = afterAttempt(sale.notices, key, []);
    const step = stepAfter(patched(sale, { notices }), holdings, program, now);
    const patch = { notices, benefit: { nextAt: dueInstant(sale, step, now) } };
    await store.sales.change({ merchantId: sale.merchantId, id: sale.id, version: sale.version, patch });
    const told = patched(sale, patch);
    return saleOutcome(told, holdings, program, now, await readBeside(store, told));
  };
}

/** One that was on its way may have arrived, and a delivery report may still say so; any other has not gone. */
async function endMessages(
  { messages }: Pick<Store, 'messages'>,
  { sale, program, customer, key }: MessageFacts,
  at: Instant,
): Promise<void> {
  const kind = noticeKind(key);
  const now = new Date(at);
  const { merchantId, id: saleId } = sale;
  const about = { customerId: customer.id, kind };
  const beginning = { state: 'skipped', reason: GAVE_UP } as const;
  const openings = noticeChannels(kind, program).map((channel) => ({
    identity: { merchantId, saleId, key, channel },
    about,
    beginning,
  }));
  for (const { message, fresh } of await messages.open(openings, now)) {
    const state = mayHaveGone(message) ? 'unknown' : 'skipped';
    if (message.state === 'sending' || message.state === 'queued')
      await messages.finish(message.id, { state, reason: GAVE_UP }, now, message.state);
    else if (!fresh) continue;
    messagesEnded.inc({ channel: message.channel, state });
  }
}

/** On its way, or queued for no reason: it was sent once, and nobody knows how that ended. */
function mayHaveGone({ state, reason }: Message): boolean {
  return state === 'sending' || (state === 'queued' && reason === null);
}
