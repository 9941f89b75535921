import { Refusal } from '../../basis';
import { expiryEnd } from '../../calendar';
import { adjust, redemptionTerms } from '../../ledger';
import {
  confirm,
  redeemVoucher,
  release,
  releaseVoucher,
  reserve,
  reserveVoucher,
  rollback,
  rollbackVoucher,
} from '../../redemption';
import type { Cause, Lot, Redemption } from '../../ledger';
import type { VoucherUse } from '../../redemption';
import type { CustomerLedger } from './customer-ledger';
import type { HistoryEvent } from './event-schema';
import { lookAgain } from './look-again';
import type { World } from './world';

type Event<Do extends HistoryEvent['do']> = Extract<HistoryEvent, { do: Do }>;
interface Acted {
  operator?: string | null | undefined;
  storeId?: string | null | undefined;
}

/**
 * Reserves balance, and uses it at once where the event says so. The same id again is the same redemption, whenever it comes; with
 * another request it is refused for ever.
 */
export function reserveBalance(world: World, event: Event<'reserve'>): Redemption {
  const request = JSON.stringify({ ...event, at: null });
  const known = world.redemptions.get(event.id);
  if (known && world.requests.get(event.id) !== request) throw new Refusal('idempotency_key_reused');
  if (known) return known.redemption;
  const customer = world.customers.get(event.customerId);
  if (!customer) throw new Refusal('customer_not_found');
  const { program } = world.current;
  const saleRef = event.saleRef ?? null;
  const sales = world.salesFor(saleRef);
  const refs = saleRef === null ? [] : [saleRef, ...sales.flatMap(({ names }) => names)];
  const saleIds = sales.flatMap(({ ids }) => ids);
  const besides = world.references.besides(event.customerId, refs, saleIds);
  const redemption = customer.change({ besides }, world.now, (book, now) =>
    reserve(
      book,
      {
        ...actor(event),
        id: event.id,
        type: event.type,
        amount: event.amount,
        saleTotalCents: event.saleTotalCents,
        freightCents: event.freightCents ?? 0,
        saleRef,
        zone: program.timezone,
        terms: redemptionTerms(program),
        limits: program.redemption,
        sales,
        confirm: event.confirm ?? false,
      },
      now,
    ),
  );
  world.requests.set(event.id, request);
  return moved(world, customer, redemption);
}

/** Confirms, releases or rolls back. */
export function act(world: World, event: Event<'confirm' | 'release' | 'rollback'>): Redemption {
  const known = world.redemptions.get(event.id);
  if (!known || known.redemption.type === 'voucher') throw new Refusal('redemption_not_found');
  const { customer, redemption } = known;
  const move = { confirm, release, rollback }[event.do];
  const cause = causeOf(event);
  const sales = world.salesFor(redemption.saleRef);
  customer.change({ redemption }, world.now, (book, now) => move(book, redemption, cause, now, sales));
  return moved(world, customer, redemption);
}

/** Reserves or uses a voucher. */
export function useVoucher(world: World, event: Event<'voucher.reserve' | 'voucher.redeem'>): Redemption {
  const { customer, lot } = voucherIn(world, event.code);
  const use: VoucherUse = {
    ...actor(event),
    id: `voucher/${event.code}/${customer.usesOf(lot).length + 1}`,
    code: event.code,
    saleTotalCents: event.saleTotalCents,
    saleRef: event.saleRef ?? null,
    terms: redemptionTerms(world.current.program),
    zone: world.current.program.timezone,
    sales: world.salesFor(event.saleRef ?? null),
  };
  const move = event.do === 'voucher.reserve' ? reserveVoucher : redeemVoucher;
  const redemption = customer.change({ voucher: lot }, world.now, (book, now) => move(book, use, now));
  return moved(world, customer, redemption);
}

/** Lets a voucher's reservation go, or undoes its use. */
export function undoVoucher(world: World, event: Event<'voucher.release' | 'voucher.rollback'>): Redemption {
  const { customer, lot } = voucherIn(world, event.code);
  const cause = causeOf(event);
  const redemption = customer.change({ voucher: lot }, world.now, (book, now) =>
    event.do === 'voucher.release'
      ? releaseVoucher(book, event.code, cause, now)
      : rollbackVoucher(book, event.code, event.saleRef ?? null, cause, now),
  );
  return moved(world, customer, redemption);
}

/** Credits or debits by hand (R35). Whoever is credited becomes a customer. */
export function adjustBalance(world: World, { customerId, type, amount, reason }: Event<'adjust'>): void {
  const { version, program } = world.current;
  if (amount <= 0 && !world.customers.has(customerId)) throw new Refusal('customer_not_found');
  const id = `${world.adjustments + 1}`;
  world.customer(customerId).change({}, world.now, (book, now) =>
    adjust(
      book,
      {
        id,
        type,
        amount,
        operator: 'history',
        reason,
        zone: program.timezone,
        programVersion: version,
        expiresAt: expiryEnd(now, program.expiry, program.timezone),
      },
      now,
    ),
  );
  world.adjustments += 1;
}

/** A use that is confirmed or undone changes what the sale it is kept with is calculated from (R9). */
function moved(world: World, customer: CustomerLedger, redemption: Redemption): Redemption {
  world.keepRedemption(customer, redemption);
  if (redemption.state === 'confirmed' || redemption.state === 'rolled_back')
    lookAgainAt(world, redemption.saleId);
  return redemption;
}

function lookAgainAt(world: World, saleId: string | null): void {
  const sale = saleId === null ? undefined : world.sales.get(saleId);
  if (sale) lookAgain(world, sale, []);
}

function voucherIn(world: World, code: string): { customer: CustomerLedger; lot: Lot } {
  const voucher = world.vouchers.get(code);
  if (!voucher) throw new Refusal('voucher_not_found');
  return voucher;
}

function actor({ operator, storeId }: Acted): { operator: string | null; storeId: string | null } {
  return { operator: operator ?? null, storeId: storeId ?? null };
}

function causeOf({ operator, storeId }: Acted): Cause {
  return {
    kind: 'redemption',
    ...(operator ? { operator } : {}),
    ...(storeId ? { storeId } : {}),
  };
}
