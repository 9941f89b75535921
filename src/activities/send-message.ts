import type { Instant, Program } from '../loyalty';
import type { MessageChannel, MessageKind, Sale, SaleChange } from '../store';
import type { SaleInput } from '../workflows';
import { currentInstant } from './clock';
import { deliver } from './deliver';
import type { Delivery } from './deliver';
import type { ActivityDeps } from './deps';
import { contentOf, kindOf } from './message-content';
import type { MessageFacts } from './message-content';
import { outcomeOf } from './sale-outcome';
import type { SaleOutcome } from './sale-outcome';
import { valueOf } from './sale-value';

/**
 * Tells the customer one thing by every channel the program names, once each. A passing failure does not hold the sale
 * up: the message is due again later.
 */
export function createSendMessage(
  deps: ActivityDeps,
): (input: SaleInput, key: string) => Promise<SaleOutcome> {
  const { store } = deps;

  async function factsOf(
    { merchantId, saleId }: SaleInput,
    key: string,
    now: Instant,
  ): Promise<MessageFacts> {
    const sale = await store.sales.get(merchantId, saleId);
    if (!sale || sale.customerId === null || sale.programVersion === null)
      throw new Error(`Sale ${saleId} has nobody to write to.`);
    const version = await store.programs.version(merchantId, sale.programVersion);
    const wallet = await store.wallets.read(merchantId, sale.customerId, { saleId });
    const customer = await store.customers.get(merchantId, sale.customerId);
    if (!version || !wallet || !customer)
      throw new Error(`Sale ${saleId} lacks its program, wallet or customer.`);
    return { sale, program: version.program, wallet, customer, key, now };
  }

  async function deliverAll(facts: MessageFacts): Promise<Delivery[]> {
    const { sale, program, customer, key, now } = facts;
    const kind = kindOf(key);
    const content = (await boughtSince(facts)) ? null : contentOf(facts);
    if (!content) return [];
    return Promise.all(
      channelsFor(kind, program).map((channel) => {
        const identity = { merchantId: sale.merchantId, saleId: sale.id, key, channel };
        return deliver(deps, { identity, kind, customer, content }, new Date(now));
      }),
    );
  }

  /** Nobody who has just bought is asked to come back. */
  async function boughtSince({ sale, key }: MessageFacts): Promise<boolean> {
    if (kindOf(key) !== 'repurchase' || sale.customerId === null) return false;
    const [latest] = await store.sales.list(sale.merchantId, { customerId: sale.customerId, limit: 1 });
    return latest !== undefined && latest.id !== sale.id;
  }

  return async (input, key) => {
    const facts = await factsOf(input, key, currentInstant());
    const again = (await deliverAll(facts)).filter((delivery) => delivery !== 'done');
    const change = changeOf(facts.sale, key, again);
    await store.sales.change(change);
    return outcomeOf(
      { ...facts.sale, ...change.set },
      valueOf(facts.wallet, input.saleId),
      facts.program,
      facts.now,
    );
  };
}

function changeOf(sale: Sale, key: string, again: Date[]): SaleChange {
  const others = sale.postponed.filter((postponed) => postponed.key !== key);
  const first = again.length === 0 ? null : new Date(Math.min(...again.map((at) => at.getTime())));
  return {
    merchantId: sale.merchantId,
    id: sale.id,
    version: sale.version,
    set: first
      ? { postponed: [...others, { key, at: first }] }
      : { told: [...new Set([...sale.told, key])], postponed: others },
  };
}

/** A message about something taken back goes where the one about earning went, unless the program says otherwise. */
function channelsFor(kind: MessageKind, { messages }: Program): readonly MessageChannel[] {
  const asked = kind === 'returned' ? (messages.returned ?? messages.earned) : messages[kind];
  return asked?.channels ?? [];
}
