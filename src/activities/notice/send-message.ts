import { momentOf, noticeChannels, noticeKind } from '../../loyalty';
import type { GoneReason, NoticeChannel } from '../../loyalty';
import type { CustomerLinks, RenderedMessage } from '../../messaging';
import type { Store, Suppressed } from '../../store';
import type { SaleInput } from '../../workflows';
import type { ActivityDeps } from '../runtime';
import type { SaleOutcome } from '../sale';
import { deliver } from './deliver';
import type { Delivery, Dispatch } from './deliver';
import { toldNobody } from './fate';
import { given } from './given-lately';
import { messageContent } from './message-content';
import type { MessageFacts } from './message-content';
import { createNoticeStep, noticeOf } from './notice-step';

/**
 * Gives the customer one notice by every channel the program names, once each, when the policy lets it go. Waiting and a passing
 * failure do not hold the sale up: the notice is due again later. What is no longer due is not sent.
 */
export function createSendMessage(
  deps: ActivityDeps,
): (input: SaleInput, key: string) => Promise<SaleOutcome> {
  return createNoticeStep(deps, async (facts, due) => (due ? send(deps, facts) : []));
}

async function send(deps: ActivityDeps, facts: MessageFacts): Promise<readonly Delivery[]> {
  const { customer } = facts;
  const [gone, suppressed] = await Promise.all([
    whyGone(deps.store, facts),
    deps.store.suppressions.of(customer.merchantId, customer),
  ]);
  const content = gone === null ? messageContent(facts, await linksIn(deps, facts)) : null;
  const dispatches = noticeChannels(noticeKind(facts.key), facts.program).map((channel) =>
    dispatchOf(
      { ...facts, suppressed },
      channel,
      content,
      gone ?? (content === null ? 'nothing_left' : null),
    ),
  );
  return deliver(deps, dispatches, new Date(facts.now));
}

function dispatchOf(
  facts: MessageFacts & { suppressed: Suppressed },
  channel: NoticeChannel,
  content: RenderedMessage | null,
  gone: GoneReason | null,
): Dispatch {
  const { sale, customer, consents, live, rules, zone, lately, key } = facts;
  const agreed = consents.get(channel);
  return {
    identity: { ...noticeOf(sale, key), channel },
    customer,
    content,
    of: {
      ...{
        kind: noticeKind(key),
        customerId: customer.id,
        zone,
        moment: momentOf(sale.id),
        rules,
        live,
        gone,
      },
      consented: agreed === true,
      barriers: new Set([
        ...(agreed === false || facts.suppressed.saidByOwner.has(channel) ? (['opted_out'] as const) : []),
        ...(facts.suppressed.listed.has(channel) ? (['suppressed'] as const) : []),
      ]),
      told: given(lately, true),
    },
  };
}

/** Why there is no reason for the notice any more, beyond what it would say; null: there is. */
async function whyGone(store: Store, facts: MessageFacts): Promise<GoneReason | null> {
  if (await hasBoughtSince(store, facts)) return 'bought_since';
  return (await wasToldNothing(store, facts)) ? 'told_nothing' : null;
}

/** What an e-mail links to; null: none is written. */
async function linksIn(
  { store, mailer, publicUrl }: ActivityDeps,
  { program, customer, key, consents, linkToken, now }: MessageFacts,
): Promise<CustomerLinks | null> {
  const byEmail = noticeChannels(noticeKind(key), program).includes('email');
  if (!byEmail || !mailer || consents.get('email') === false || customer.emails.length === 0) return null;
  const { merchantId, id } = customer;
  const token = linkToken ?? (await store.customerLinks.make(merchantId, id, new Date(now)));
  return { optOut: `${publicUrl}/u/${token}`, page: `${publicUrl}/c/${token}` };
}

/** Nobody is told that something was taken back whom nobody has told that they had it. */
async function wasToldNothing(store: Store, { sale, key }: MessageFacts): Promise<boolean> {
  if (noticeKind(key) !== 'returned') return false;
  const messages = await store.messages.ofSale(sale.merchantId, sale.id);
  const earned = messages.filter(({ kind }) => kind === 'earned');
  return earned.length > 0 && earned.every(toldNobody);
}

/** Nobody who has just bought is asked to come back. */
async function hasBoughtSince(store: Store, { sale, key }: MessageFacts): Promise<boolean> {
  const { customerId } = sale.owner;
  if (noticeKind(key) !== 'repurchase' || customerId === null) return false;
  const [latest] = await store.sales.list(sale.merchantId, { customerId, limit: 1 });
  return latest !== undefined && latest.id !== sale.id;
}
