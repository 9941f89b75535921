import { noticeChannels, noticeKind } from '../../loyalty';
import { messagesEnded } from '../../metrics';
import type { Store } from '../../store';
import type { SaleInput } from '../../workflows';
import type { ActivityDeps } from '../runtime';
import type { SaleOutcome } from '../sale';
import type { NoticeName } from './addressee';
import type { MessageFacts } from './message-content';
import { mayHaveGone } from './fate';
import { createNoticeStep } from './notice-step';
import { noticeOf } from './of-notice';

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
  return createNoticeStep(deps, async (facts) => {
    const { merchantId, id: saleId } = facts.sale;
    await giveUp(store, noticeOf(facts.sale, facts.key), facts, new Date(facts.now));
    log.error({ merchantId, saleId, notice: noticeKind(facts.key) }, 'a message was given up');
    return [];
  });
}

/**
 * Ends every message of a notice. One that was on its way may have arrived, and a delivery report may still say so; any other has not
 * gone.
 */
export async function giveUp(
  { messages }: Pick<Store, 'messages'>,
  notice: NoticeName,
  { program, customer }: Pick<MessageFacts, 'program' | 'customer'>,
  now: Date,
): Promise<void> {
  const kind = noticeKind(notice.key);
  const about = { customerId: customer.id, kind };
  const beginning = { state: 'skipped', reason: GAVE_UP } as const;
  const openings = noticeChannels(kind, program).map((channel) => ({
    identity: { ...notice, channel },
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
