import { patched } from '../../loyalty';
import type { Instant, Program, Sale } from '../../loyalty';
import { messageIdOf } from '../../store';
import type { MessageChannel, MessageIdentity, MessageKind, SaleChange } from '../../store';
import type { SaleInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { outcomeOf, valueOf } from '../sale';
import type { SaleOutcome } from '../sale';
import { deliver } from './deliver';
import type { Delivery } from './deliver';
import { contentOf, kindOf } from './message-content';
import type { MessageFacts } from './message-content';
import { tellsOf } from './sale-tells';

/**
 * Tells the customer one thing by every channel the program names, once each. A passing failure does not hold the sale
 * up: the message is due again later. What is no longer to be told, because the sale has changed meanwhile, is not.
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
    if (!sale || sale.owner.customerId === null) throw new Error(`Sale ${saleId} has nobody to write to.`);
    const inForce = await store.programs.current(merchantId);
    const pinned = sale.benefit.programVersion;
    const version = pinned === null ? inForce : await store.programs.version(merchantId, pinned);
    const wallet = await store.wallets.read(merchantId, sale.owner.customerId, { saleId });
    const customer = await store.customers.get(merchantId, sale.owner.customerId);
    if (!version || !inForce || !wallet || !customer)
      throw new Error(`Sale ${saleId} lacks its program, wallet or customer.`);
    const { program } = version;
    const { pointValueCents } = inForce.program.redemption;
    return { sale, program, pointValueCents, wallet, customer, key, now, ...(await pastOf(sale, key)) };
  }

  /** What has happened that the wallet does not show, where the message is about it. */
  async function pastOf(
    { merchantId, id, source }: Sale,
    key: string,
  ): Promise<Pick<MessageFacts, 'entries' | 'uses'>> {
    const kind = kindOf(key);
    return {
      entries: kind === 'expired' ? await store.ledger.ofSale(merchantId, id) : [],
      uses: kind === 'returned' ? await store.redemptions.naming(merchantId, source.refs) : [],
    };
  }

  async function deliverAll(facts: MessageFacts): Promise<Delivery[]> {
    const { sale, program, customer, key, now } = facts;
    const kind = kindOf(key);
    const content = (await boughtSince(facts)) ? null : contentOf(facts);
    if (!content) return [];
    return Promise.all(
      channelsFor(kind, program).map((channel) => {
        const identity = { ...identityOf(sale, key), channel };
        return deliver(deps, { identity, kind, customer, content }, new Date(now));
      }),
    );
  }

  /** Nobody who has just bought is asked to come back. */
  async function boughtSince({ sale, key }: MessageFacts): Promise<boolean> {
    if (kindOf(key) !== 'repurchase' || sale.owner.customerId === null) return false;
    const [latest] = await store.sales.list(sale.merchantId, { customerId: sale.owner.customerId, limit: 1 });
    return latest !== undefined && latest.id !== sale.id;
  }

  /** An earlier attempt has written to the customer, and could not write down that it did. */
  async function begun({ sale, key }: MessageFacts): Promise<boolean> {
    const messages = await store.messages.ofSale(sale.merchantId, sale.id);
    return messages.some(({ id, channel }) => id === messageIdOf({ ...identityOf(sale, key), channel }));
  }

  return async (input, key) => {
    const facts = await factsOf(input, key, currentInstant());
    const { sale, program, now } = facts;
    const value = valueOf(facts.wallet, input.saleId);
    const due = tellsOf(sale, value, program, now).some((tell) => tell.key === key);
    if (!due && !(await begun(facts))) return outcomeOf(sale, value, program, now);
    const again = due ? (await deliverAll(facts)).filter((delivery) => delivery !== 'done') : [];
    const change = changeOf(sale, key, again);
    await store.sales.change(change);
    return outcomeOf(patched(sale, change.patch), value, program, now);
  };
}

function identityOf(sale: Sale, key: string): Omit<MessageIdentity, 'channel'> {
  return { merchantId: sale.merchantId, saleId: sale.id, key };
}

function changeOf(sale: Sale, key: string, again: Date[]): SaleChange {
  const others = sale.notices.postponed.filter((postponed) => postponed.key !== key);
  const first = again.length === 0 ? null : Math.min(...again.map((at) => at.getTime()));
  return {
    merchantId: sale.merchantId,
    id: sale.id,
    version: sale.version,
    patch: {
      notices:
        first === null
          ? { given: [...new Set([...sale.notices.given, key])], postponed: others }
          : { postponed: [...others, { key, at: first }] },
    },
  };
}

/** A message about something taken back goes where the one about earning went, unless the program says otherwise. */
function channelsFor(kind: MessageKind, { messages }: Program): readonly MessageChannel[] {
  const asked = kind === 'returned' ? (messages.returned ?? messages.earned) : messages[kind];
  return asked?.channels ?? [];
}
