import { followUpAt, lastUsableDate, parseDuration, reminderAt } from '../../calendar';
import type { RuleExplanation } from '../../earning';
import type { Instant, LocalDate } from '../../basis';
import type { LotType, VoucherFace } from '../../ledger';
import type { Program } from '../../program';
import { calculateSale, deservedByOwner, explainAfterReturns } from '../../entitlement';
import type { CalculatedSale, CalculationBasis, SaleRecord } from '../../entitlement';

/** What a sale would give. Amounts in cents, points, or uses of the voucher; `expiresAt` is exclusive, null: never. */
export interface ForeseenBenefit {
  ruleId: string;
  type: LotType;
  amount: number;
  activatesAt: Instant;
  expiresAt: Instant | null;
  /** The last date of use. */
  validThrough: LocalDate | null;
  voucher: Omit<VoucherFace, 'code'> | null;
}

/** A message the program would send about the sale, and when. */
export interface ForeseenMessage {
  kind: 'earned' | 'expiring' | 'expired' | 'repurchase';
  at: Instant;
  channels: readonly ('whatsapp' | 'email')[];
}

/** What would become of a sale if it were completed. */
export interface ForeseenSale {
  explanation: RuleExplanation[];
  benefits: ForeseenBenefit[];
  messages: ForeseenMessage[];
}

/**
 * Calculates what the sale would come to under a program, as if it were completed: at the instant it says, or `now`.
 * Returns are taken off; an unidentified sale is calculated, and gives nobody anything.
 */
export function foreseeSale(
  program: Program,
  sale: SaleRecord,
  basis: Omit<CalculationBasis, 'program'>,
  now: Instant,
): ForeseenSale {
  const completed: SaleRecord = { ...sale, standing: 'completed', completedAt: sale.completedAt ?? now };
  const calculated = { ...completed, evaluated: calculateSale(completed, { ...basis, program }) };
  const benefits = sale.customerId === null ? [] : foreseenBenefits(program, calculated, now);
  return {
    explanation: explainAfterReturns(calculated),
    benefits,
    messages: benefits.length === 0 ? [] : foreseenMessages(program, completed, benefits, now),
  };
}

function foreseenBenefits(program: Program, sale: CalculatedSale, now: Instant): ForeseenBenefit[] {
  const vouchers = { grants: [], codeOf: () => '' };
  const { deserved, dates } = deservedByOwner(sale, { version: 0, program }, vouchers, now);
  return deserved
    .filter(({ amount }) => amount > 0)
    .map((one) => {
      const { activatesAt, expiresAt } = dates(one, 'sale');
      const validThrough = expiresAt === null ? null : lastUsableDate(expiresAt, sale.zone);
      const { ruleId, type, amount } = one;
      const voucher = one.type === 'voucher' ? faceWithoutCode(one.face) : null;
      return { ruleId, type, amount, activatesAt, expiresAt, validThrough, voucher };
    });
}

function faceWithoutCode({ code: _code, ...face }: VoucherFace): Omit<VoucherFace, 'code'> {
  return face;
}

function foreseenMessages(
  { messages: { earned, expiring, expired, repurchase } }: Program,
  { zone, completedAt }: SaleRecord,
  benefits: readonly ForeseenBenefit[],
  now: Instant,
): ForeseenMessage[] {
  const earnedAt = completedAt ?? now;
  const ends = benefits.flatMap(({ activatesAt, expiresAt }) =>
    expiresAt === null ? [] : [{ activatesAt: Math.max(activatesAt, earnedAt), expiresAt }],
  );
  const reminders = (expiring?.before ?? []).flatMap((before) =>
    ends
      .map((end) => ({ ...end, at: reminderAt(end.expiresAt, parseDuration(before), zone) }))
      .filter(({ at, activatesAt, expiresAt }) => at > activatesAt && at < expiresAt)
      .map(({ at }) => at),
  );
  const messages: ForeseenMessage[] = [
    ...messagesAt('earned', earned, [earnedAt]),
    ...messagesAt('expiring', expiring, reminders),
    ...messagesAt(
      'expired',
      expired,
      ends.map(({ expiresAt }) => expiresAt),
    ),
    ...messagesAt('repurchase', repurchase, repurchase ? [followUpAt(earnedAt, repurchase.after, zone)] : []),
  ];
  const once = new Map(messages.map((message) => [`${message.kind}/${message.at}`, message]));
  return [...once.values()].sort((a, b) => a.at - b.at);
}

/** One message for each instant; none where the program does not have the message. */
function messagesAt(
  kind: ForeseenMessage['kind'],
  wanted: Pick<ForeseenMessage, 'channels'> | undefined,
  instants: readonly Instant[],
): ForeseenMessage[] {
  return wanted ? instants.map((at) => ({ kind, at, channels: wanted.channels })) : [];
}
