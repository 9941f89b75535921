import { expiryEnd, holdingEnd } from '../calendar';
import { deservedAfterReturns } from '../earning';
import type { RuleExplanation } from '../earning';
import type { Instant } from '../basis';
import { settledAmount, newVoucherFace } from '../ledger';
import type { BenefitDates, Deserved, Grant, Redemption, SaleSettlement } from '../ledger';
import { formatCents, formatPoints, goodsCents } from '../basis';
import type { Program, VoucherTemplate } from '../program';
import { isLive, isOver, monthOfSale } from './sale-record';
import type { SaleRecord } from './sale-record';

/** The version that pays a sale: pinned when it was first calculated as completed (R18). */
export interface PinnedVersion {
  version: number;
  program: Program;
}

/** What a settlement needs besides the sale: the pinned version, the sale's grants, and a code for a voucher yet to be made. */
export interface SettlementContext {
  pinned: PinnedVersion;
  grants: readonly Grant[];
  codeOf: (ruleId: string) => string;
}

/** Customers who hold something of the sale although it is no longer theirs (R26). */
export function formerOwners(sale: SaleRecord, grants: readonly Grant[]): string[] {
  const holders = grants
    .filter((grant) => grant.customerId !== sale.customerId && settledAmount(grant) > 0)
    .map(({ customerId }) => customerId);
  return [...new Set(holders)].sort();
}

/** What a sale that has just come to be over was paid with and gets back before anything is taken (R25). */
export function refundable(
  sale: SaleRecord,
  program: Program | null,
  naming: readonly Redemption[],
): Redemption[] {
  if (sale.voided || !isOver(sale) || program?.returns.refundSpent === false) return [];
  return naming.filter(({ state }) => state === 'confirmed' || state === 'reserved');
}

/** What the sale's customer should have of it now (R20, R27). */
export function ownersSettlement(sale: SaleRecord, context: SettlementContext, now: Instant): SaleSettlement {
  return settlement(sale, context, isLive(sale) ? deserved(sale, context) : [], now);
}

/** What anybody else should have of it: nothing. */
export function formerOwnersSettlement(
  sale: SaleRecord,
  context: SettlementContext,
  now: Instant,
): SaleSettlement {
  return settlement(sale, context, [], now);
}

/** The reasoning of the calculation, and what returns have left of each result (R20). */
export function explainAfterReturns(sale: SaleRecord): RuleExplanation[] {
  const explanation = sale.evaluated?.explanation ?? [];
  if (sale.returnedCents === 0) return explanation;
  const goods = goodsCents(sale);
  const back = formatCents(Math.min(sale.returnedCents, goods));
  return explanation.map((rule) => {
    if (rule.outcome !== 'paid' || rule.type === null || rule.type === 'voucher') return rule;
    const shown = rule.type === 'points' ? formatPoints : formatCents;
    const left = deservedAfterReturns(rule.amount, goods, sale.returnedCents);
    const line = `Devolução de ${back} em ${formatCents(goods)} de mercadorias: de ${shown(rule.amount)} ficam ${shown(left)}`;
    return { ...rule, lines: [...rule.lines, line] };
  });
}

function settlement(
  sale: SaleRecord,
  { pinned: { version, program } }: SettlementContext,
  wanted: Deserved[],
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
    deserved: wanted,
    dates: (one, from) => datesFrom(from === 'sale' ? activatesAt : now, one, program, sale),
  };
}

/** A voucher's validity is its own and is never rounded up (R5, R19). */
function datesFrom(activatesAt: Instant, one: Deserved, program: Program, sale: SaleRecord): BenefitDates {
  const validity = one.type === 'voucher' ? program.vouchers[one.face.template]?.validity : undefined;
  const rule =
    one.type !== 'voucher' ? program.expiry : validity === undefined ? undefined : { after: validity };
  return { activatesAt, expiresAt: expiryEnd(activatesAt, rule, sale.zone) };
}

function deserved(sale: SaleRecord, { pinned, grants, codeOf }: SettlementContext): Deserved[] {
  const earned = sale.evaluated?.grants ?? [];
  const balances = earned.flatMap((grant): Deserved[] =>
    grant.type === 'voucher'
      ? []
      : [
          {
            ruleId: grant.ruleId,
            type: grant.type,
            amount: deservedAfterReturns(grant.amount, goodsCents(sale), sale.returnedCents),
          },
        ],
  );
  const vouchers = new Set([
    ...grants.filter((grant) => isStandingVoucher(grant, sale)).map(({ ruleId }) => ruleId),
    ...earned.filter(({ type }) => type === 'voucher').map(({ ruleId }) => ruleId),
  ]);
  return [
    ...balances,
    ...[...vouchers].map((ruleId): Deserved => {
      const { name, template } = templateOf(pinned.program, ruleId);
      const face = newVoucherFace(template, name, codeOf(ruleId));
      return { ruleId, type: 'voucher', amount: template.uses, face };
    }),
  ];
}

/** An earned voucher stays whatever becomes of the content, until it is cancelled (R27). */
function isStandingVoucher(grant: Grant, sale: SaleRecord): boolean {
  return grant.type === 'voucher' && grant.customerId === sale.customerId && settledAmount(grant) > 0;
}

function templateOf(program: Program, ruleId: string): { name: string; template: VoucherTemplate } {
  const grant = program.earning.rules.find(({ id }) => id === ruleId)?.grant;
  const name = grant?.type === 'voucher' ? grant.template : '';
  const template = program.vouchers[name];
  if (!template)
    throw new RangeError(`The pinned version has the template of every voucher that rule ${ruleId} gave.`);
  return { name, template };
}
