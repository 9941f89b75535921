import { expiryEnd, fairEnd, holdingEnd } from '../calendar';
import { deservedAfterReturns } from '../earning';
import { goodsCents } from '../basis';
import type { Instant } from '../basis';
import { settledAmount, newVoucherFace } from '../ledger';
import type { BenefitDates, Deserved, Grant, SaleSettlement } from '../ledger';
import type { Program, VoucherTemplate } from '../program';
import { isLive } from '../sale';
import { monthOfSale } from './sale-record';
import type { SaleRecord } from './sale-record';

/** The version that pays a sale: pinned when it was first calculated as completed (R18). */
export interface PinnedVersion {
  version: number;
  program: Program;
}

/** What decides which vouchers the owner should have: those standing, and a code for one yet to be made. */
export interface OwnersVouchers {
  /** The owner's grants of the sale. */
  grants: readonly Grant[];
  codeOf: (ruleId: string) => string;
}

/**
 * Customers who hold something of the sale although it is no longer theirs (R26), or whose grant of it counts in another month
 * than the sale was sold in: what was let off still counts against a cap (R14). One that a merge has handed on counts in none.
 */
export function formerOwners(sale: SaleRecord, grants: readonly Grant[]): string[] {
  const month = monthOfSale(sale);
  const holders = grants
    .filter((grant) => grant.customerId !== sale.customerId)
    .filter((grant) => settledAmount(grant) > 0 || (grant.granted > 0 && grant.month !== month))
    .map(({ customerId }) => customerId);
  return [...new Set(holders)].sort();
}

/** What the sale's customer should have of it now (R20, R27). */
export function deservedByOwner(
  sale: SaleRecord,
  version: PinnedVersion,
  vouchers: OwnersVouchers,
  now: Instant,
): SaleSettlement {
  const deserved = isLive(sale)
    ? [...earnedBalances(sale), ...earnedVouchers(sale, version.program, vouchers)]
    : [];
  return deservedBy(deserved, sale, version, now);
}

/** What anybody else should have of it: nothing. */
export function deservedByOthers(sale: SaleRecord, version: PinnedVersion, now: Instant): SaleSettlement {
  return deservedBy([], sale, version, now);
}

function deservedBy(
  deserved: Deserved[],
  sale: SaleRecord,
  { version, program }: PinnedVersion,
  now: Instant,
): SaleSettlement {
  const held = holdingEnd(sale.completedAt ?? now, program.holding.after, sale.zone);
  const activatesAt = sale.claimedAt === null ? held : Math.max(held, sale.claimedAt);
  return {
    saleId: sale.id,
    programVersion: version,
    zone: sale.zone,
    month: monthOfSale(sale),
    policy: program.returns.clawback,
    deserved,
    by: sale.by,
    dates: (one, from) => {
      const dates = datesFrom(from === 'sale' ? activatesAt : now, one, program, sale);
      return { ...dates, ...fairly(dates, program, sale, now) };
    },
  };
}

/** A voucher's validity is its own and is never rounded up (R5, R19). */
function datesFrom(activatesAt: Instant, one: Deserved, program: Program, sale: SaleRecord): BenefitDates {
  const validity = one.type === 'voucher' ? program.vouchers[one.face.template]?.validity : undefined;
  const rule =
    one.type !== 'voucher' ? program.expiry : validity === undefined ? undefined : { after: validity };
  return { activatesAt, expiresAt: expiryEnd(activatesAt, rule, sale.zone) };
}

/** Whoever is to be reminded of an end is given time where nobody could do so: fair expiry. */
function fairly(
  { activatesAt, expiresAt }: BenefitDates,
  { messages: { expiring } }: Program,
  { silent = false, zone }: SaleRecord,
  now: Instant,
): Pick<BenefitDates, 'fairUntil'> {
  if (expiring?.fair !== true || silent || expiresAt === null) return {};
  const until = fairEnd(expiresAt, expiring.before, Math.max(activatesAt, now), zone);
  return until === null ? {} : { fairUntil: until };
}

function earnedBalances(sale: SaleRecord): Deserved[] {
  const { evaluated, returnedCents } = sale;
  return (evaluated?.grants ?? []).flatMap((grant): Deserved[] => {
    if (grant.type === 'voucher') return [];
    const { ruleId, type } = grant;
    return [{ ruleId, type, amount: deservedAfterReturns(grant.amount, goodsCents(sale), returnedCents) }];
  });
}

/** An earned voucher stays whatever becomes of the content, until the sale is over (R27). */
function earnedVouchers(
  { evaluated, customerId }: SaleRecord,
  program: Program,
  { grants, codeOf }: OwnersVouchers,
): Deserved[] {
  const standing = grants.filter(
    (grant) => grant.type === 'voucher' && grant.customerId === customerId && settledAmount(grant) > 0,
  );
  const earned = (evaluated?.grants ?? []).filter(({ type }) => type === 'voucher');
  const ruleIds = new Set([...standing, ...earned].map(({ ruleId }) => ruleId));
  return [...ruleIds].map((ruleId): Deserved => {
    const { name, template } = templateOf(program, ruleId);
    const face = newVoucherFace(template, name, codeOf(ruleId));
    return { ruleId, type: 'voucher', amount: template.uses, face };
  });
}

function templateOf(program: Program, ruleId: string): { name: string; template: VoucherTemplate } {
  const grant = program.earning.rules.find(({ id }) => id === ruleId)?.grant;
  const name = grant?.type === 'voucher' ? grant.template : '';
  const template = program.vouchers[name];
  if (!template)
    throw new RangeError(`The pinned version has the template of every voucher that rule ${ruleId} gave.`);
  return { name, template };
}
