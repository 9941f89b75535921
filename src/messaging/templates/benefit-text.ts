import { discountWords, formatCents, formatPoints } from '../../loyalty';
import type { LocalMoment, VoucherFace } from '../../loyalty';
import { brazilianMoment, enumeration, oneLine } from './wording';

/** A voucher as a message shows it: the code to show at the till, what it is worth, and its terms. */
export interface VoucherGift extends Pick<VoucherFace, 'code' | 'discount' | 'minSaleCents' | 'stores'> {
  /** How often the customer can use it. */
  uses: number;
  /** Until when it can be used; `null`: it never expires. */
  validUntil: LocalMoment | null;
}

/** What a message is about: cashback, points and vouchers together. */
export interface Benefit {
  cashbackCents: number;
  points: number;
  /** What the points are worth when they are used. */
  pointsCents: number;
  vouchers: readonly VoucherGift[];
}

/** A template's body may have 1,024 characters, with its parameters in it: vouchers beyond this are only counted. */
const LONGEST_VOUCHERS = 400;
const MOST_STORES = 2;

/** Whether there is nothing in a benefit: then no message is sent. */
export function isEmpty(benefit: Benefit): boolean {
  return !hasBalance(benefit) && benefit.vouchers.length === 0;
}

/** Whether there is anything but vouchers in it. */
export function hasBalance({ cashbackCents, points }: Benefit): boolean {
  return cashbackCents !== 0 || points !== 0;
}

/** A benefit at a glance: `R$ 12,50, 120 pontos (R$ 1,20) e 1 vale`. Nothing: `R$ 0,00`. */
export function benefitSummary(benefit: Benefit): string {
  const { length } = benefit.vouchers;
  return benefitWith(benefit, length === 0 ? [] : [counted(length)]);
}

/** A benefit in words: `R$ 12,50, 120 pontos (R$ 1,20) e vale K7QM-3XRT-9WHP (10% de desconto)`. */
export function benefitText(benefit: Benefit): string {
  return benefitWith(
    benefit,
    shortened(benefit.vouchers, ({ discount }) => [discountWords(discount)]),
  );
}

/** A benefit as what a sentence is about: `R$ 40,00 e o vale K7QM-3XRT-9WHP (10% de desconto)`, and whether its verb is plural. */
export function benefitSubject(benefit: Benefit): { text: string; plural: boolean } {
  const vouchers = shortened(benefit.vouchers, ({ discount }) => [discountWords(discount)], 'o vale');
  return { text: benefitWith(benefit, vouchers), plural: isPlural(benefit) };
}

/** Several things, several points, or two reais and more. */
function isPlural({ cashbackCents, points, vouchers }: Benefit): boolean {
  const kinds = Number(cashbackCents !== 0) + Number(points !== 0) + vouchers.length;
  return kinds > 1 || Math.abs(cashbackCents) >= 200 || Math.abs(points) > 1;
}

/**
 * A benefit with the terms of its vouchers: `R$ 12,50 e vale K7QM-3XRT-9WHP (10% de desconto, até R$ 50,00; em compras a
 * partir de R$ 100,00; válido até 26/02/2027)`.
 * @param end the end of use that the message names anyway (`null`: none); a voucher's own is added where it differs
 */
export function benefitTerms(benefit: Benefit, end?: LocalMoment | null): string {
  const terms = (voucher: VoucherGift): string[] => [
    ...voucherTerms(voucher),
    ...(voucher.validUntil === end ? [] : [validity(voucher)]),
  ];
  return benefitWith(benefit, shortened(benefit.vouchers, terms));
}

/** A voucher as a paragraph: `Vale K7QM-3XRT-9WHP: R$ 20,00 de desconto; em compras a partir de R$ 100,00.` */
export function voucherParagraph(voucher: VoucherGift, { withDate }: { withDate: boolean }): string {
  const terms = [...voucherTerms(voucher), ...(withDate ? [validity(voucher)] : [])];
  return `Vale ${oneLine(voucher.code)}: ${terms.join('; ')}.`;
}

function benefitWith(benefit: Benefit, vouchers: readonly string[]): string {
  const { cashbackCents, points, pointsCents } = benefit;
  return enumeration([
    ...(cashbackCents !== 0 || isEmpty(benefit) ? [formatCents(cashbackCents)] : []),
    ...(points !== 0
      ? [`${formatPoints(points)}${pointsCents === 0 ? '' : ` (${formatCents(pointsCents)})`}`]
      : []),
    ...vouchers,
  ]);
}

function shortened(
  vouchers: readonly VoucherGift[],
  terms: (voucher: VoucherGift) => string[],
  noun = 'vale',
): string[] {
  const texts = vouchers.map((voucher) => `${noun} ${oneLine(voucher.code)} (${terms(voucher).join('; ')})`);
  let length = 0;
  const shown = texts.filter((text, index) => {
    length += text.length;
    return index === 0 || length <= LONGEST_VOUCHERS;
  });
  const rest = texts.length - shown.length;
  return rest === 0 ? shown : [...shown, `mais ${counted(rest)}`];
}

/** A voucher's terms, its end aside: `10% de desconto, até R$ 50,00`, `em compras a partir de R$ 100,00`. */
export function voucherTerms({
  discount,
  minSaleCents,
  stores,
  uses,
}: Omit<VoucherGift, 'code' | 'validUntil'>): string[] {
  return [
    discountWords(discount),
    ...(minSaleCents > 0 ? [`em compras a partir de ${formatCents(minSaleCents)}`] : []),
    ...(stores === null ? [] : [`só ${storesText(stores)}`]),
    ...(uses > 1 ? [`até ${uses} usos`] : []),
  ];
}

function validity({ validUntil }: VoucherGift): string {
  return validUntil === null ? 'sem vencimento' : `válido até ${brazilianMoment(validUntil)}`;
}

function storesText(stores: readonly string[]): string {
  const [first = '', ...others] = stores.map(oneLine);
  if (others.length === 0) return `na loja ${first}`;
  const named = [first, ...others.slice(0, MOST_STORES - 1)];
  const rest = stores.length - named.length;
  return `nas lojas ${enumeration(rest === 0 ? named : [...named, `mais ${rest}`])}`;
}

function counted(vouchers: number): string {
  return vouchers === 1 ? '1 vale' : `${vouchers} vales`;
}
