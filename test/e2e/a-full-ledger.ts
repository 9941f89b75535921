import { adjust, redeemVoucher, reserve, reserveVoucher, settleSale } from '../../src/loyalty';
import type { Book, SaleSettlement, VoucherFace } from '../../src/loyalty';
import type { Store } from '../../src/store';
import { aReserveCommand } from './builders';
import { aCustomerOf, NOW } from './a-ledger';
import type { OneLedger } from './a-ledger';
import { aReturn, aStoredSale, changeSale, keptBenefit } from './a-stored-sale';

const ZONE = 'America/Sao_Paulo';
const HOUR = 3_600_000;

/**
 * A merchant's ledger with every kind of document about value: three customers, of whom one was merged into the first and stays
 * so, and one was merged and told apart again; balances and vouchers given, reserved, used, undone, taken back and let off; a
 * debt; changes that moved nothing; sales in every state, that went from hand to hand; seals in between, and something after the
 * last.
 */
export async function aFullLedger(store: Store): Promise<OneLedger> {
  const ana = await aCustomerOf(store);
  const [bia, caio] = [await aCustomerOf(store, ana.merchantId), await aCustomerOf(store, ana.merchantId)];
  await settle(store, ana, 'one', 'to_zero', { cents: 1_000, points: 50, uses: 2 });
  await settle(store, bia, 'two', 'allow_debt', { cents: 500 });
  await settle(store, caio, 'three', 'allow_debt', { cents: 700 });
  await spend(store, ana);
  await store.ledger.seal(ana.merchantId, NOW);
  await settle(store, ana, 'one', 'to_zero', { cents: 100, points: 50, uses: 2 });
  await settle(store, bia, 'two', 'allow_debt', { cents: 450 });
  await change(store, bia, {}, (book, now) => void reserve(book, aUse(bia, 'all', 450), now));
  await settle(store, bia, 'two', 'allow_debt', {});
  await mergeInto(store, ana, bia, 'kept');
  await mergeInto(store, ana, caio, 'undone');
  const by = { operator: 'gerente', reason: 'São duas pessoas', call: 'undo' };
  await store.merges.undo(ana.merchantId, `mrg_undone_${ana.tag}`, by, NOW + 2 * HOUR);
  await store.ledger.seal(ana.merchantId, NOW + 2 * HOUR);
  // The sale's date was mended: its month changes, and no value moves.
  await settle(store, caio, 'three', 'allow_debt', { cents: 700 }, '2026-02');
  await change(store, ana, {}, (book, now) => adjust(book, anAdjustment(ana, 'last', 30), now));
  await hand(store, ana, caio);
  return ana;
}

/** One more customer of the merchant, with so many entries that a proof keeps what they come to. */
export async function aLongLedger(store: Store, merchantId: string): Promise<void> {
  const dora = await aCustomerOf(store, merchantId);
  await change(store, dora, {}, (book, now) => {
    adjust(book, anAdjustment(dora, 'given', 1_000), now);
    for (let n = 0; n < 50; n += 1) adjust(book, anAdjustment(dora, `taken-${n}`, -1), now);
  });
}

/**
 * Sales that gave nothing and went from hand to hand: one that another customer claimed, one that lost its customer, one of which
 * goods came back, one that nobody owned and that no wallet knows.
 */
async function hand(store: Store, ana: OneLedger, caio: OneLedger): Promise<void> {
  for (const name of ['claimed', 'lost', 'returned']) await settle(store, ana, name, 'allow_debt', {});
  await changeSale(store, await aStoredSale(store, ana, 'lost'), { owner: { customerId: null } });
  await changeSale(store, await aStoredSale(store, ana, 'returned'), { purchase: aReturn('ret_1') });
  const claimed = await aStoredSale(store, ana, 'claimed');
  await changeSale(store, claimed, { owner: { customerId: caio.customerId } });
  await settle(store, { ...caio, tag: ana.tag }, 'claimed', 'allow_debt', {});
  await aStoredSale(store, ana, 'waiting');
  await store.sales.open(
    { merchantId: ana.merchantId, channel: 'pos', externalId: `${ana.tag}-nobody` },
    null,
    ZONE,
    new Date(NOW),
  );
}

async function spend(store: Store, ana: OneLedger): Promise<void> {
  const formerCalls = [{ id: 'call_1', request: 'digest' }];
  await change(store, ana, {}, (book, now) =>
    book.changeRedemption(reserve(book, aUse(ana, 'used', 300), now), { formerCalls }),
  );
  await change(store, ana, {}, (book, now) => adjust(book, anAdjustment(ana, 'more', 50), now));
  await change(store, ana, {}, (book, now) => adjust(book, anAdjustment(ana, 'less', -20), now));
  await change(
    store,
    ana,
    {},
    (book, now) => void reserve(book, { ...aUse(ana, 'open', 40), confirm: false }, now),
  );
  for (const [id, use] of [
    ['taken', redeemVoucher],
    ['held', reserveVoucher],
  ] as const)
    await change(store, ana, { vouchers: true }, (book, now) => void use(book, aVoucherUse(ana, id), now));
}

type Gives = { cents?: number; points?: number; uses?: number };

async function settle(
  store: Store,
  ledger: OneLedger,
  sale: string,
  policy: SaleSettlement['policy'],
  { cents = 0, points = 0, uses = 0 }: Gives,
  month = '2026-03',
): Promise<void> {
  const stored = await aStoredSale(store, ledger, sale);
  const { merchantId, customerId } = ledger;
  const saleId = stored.id;
  await store.wallets.change(merchantId, customerId, { saleId }, NOW, (book, now) => {
    const dates = { activatesAt: now, expiresAt: now + 240 * HOUR, fairUntil: now + 576 * HOUR };
    const deserved: SaleSettlement['deserved'] = [
      { ruleId: 'r', type: 'cashback', amount: cents },
      { ruleId: 'p', type: 'points', amount: points },
      { ruleId: 'v', type: 'voucher', amount: uses, face: face(ledger) },
    ];
    settleSale(
      book,
      { saleId, programVersion: 3, zone: ZONE, month, policy, deserved, dates: () => dates },
      now,
    );
    const patch = { benefit: keptBenefit(customerId, cents) };
    return { result: undefined, sale: { sale: stored, patch } };
  });
}

function face({ tag }: OneLedger): VoucherFace {
  const discount = { type: 'percent' as const, bps: 1_000, maxCents: 5_000 };
  return { code: codeOf(tag), template: 'volta', discount, minSaleCents: 1_000, stores: ['str_1'] };
}

const codeOf = (tag: string): string => `CODE-${tag}`;

function aVoucherUse(ledger: OneLedger, id: string) {
  const { terms, zone } = aReserveCommand({});
  return {
    ...{
      id: `red_${ledger.tag}-${id}`,
      code: codeOf(ledger.tag),
      saleRef: `S-${id}`,
      sales: [],
      operator: 'caixa',
      terms,
      zone,
    },
    ...{ saleTotalCents: 20_000, storeId: 'str_1' },
  };
}

function aUse(ledger: OneLedger, id: string, amount: number) {
  return aReserveCommand({
    ...{ id: `red_${ledger.tag}-${id}`, amount, confirm: true, saleRef: `S-${id}`, operator: 'caixa' },
    ...{ storeId: 'str_1', freightCents: 10 },
  });
}

function anAdjustment(ledger: OneLedger, id: string, amount: number) {
  return {
    ...{
      id: `${ledger.tag}-${id}`,
      type: 'cashback' as const,
      amount,
      operator: 'gerente',
      reason: 'cortesia',
    },
    ...{ zone: ZONE, programVersion: null, expiresAt: null },
  };
}

async function mergeInto(store: Store, into: OneLedger, from: OneLedger, name: string): Promise<void> {
  const id = `mrg_${name}_${into.tag}`;
  const { merchantId } = into;
  const why = { automatic: false, operator: 'gerente', reason: 'Mesma pessoa', force: true };
  await store.merges.merge(
    { id, merchantId, from: from.customerId, into: into.customerId, ...why },
    NOW + HOUR,
  );
}

function change(
  store: Store,
  { merchantId, customerId }: OneLedger,
  about: { vouchers?: true },
  work: (book: Book, now: number) => void,
): Promise<void> {
  return store.wallets.change(merchantId, customerId, about, NOW, (book, now) => ({
    result: work(book, now),
  }));
}
