import { formatCents, floor, rational, times } from '../basis';
import type { Program, VoucherTemplate } from '../program';
import { orList, counted, discountWords, durationWords, typedText } from '../words/phrases';

/** What a rule's voucher counts as when rules compete, and what it is, in pt-BR. @throws RangeError in an unchecked program */
export function voucherAmount(
  name: string,
  program: Pick<Program, 'vouchers'>,
  saleTotalCents: number,
): { amount: number; lines: string[] } {
  const template = program.vouchers[name];
  if (!template) throw new RangeError('A checked program has every voucher template its rules name.');
  const amount = faceValueCents(template, saleTotalCents);
  const { discount, uses } = template;
  const terms = [
    discountWords(discount),
    ...voucherTerms(template),
    ...(uses > 1 ? [counted(uses, 'uso', 'usos')] : []),
  ];
  const unlimited = discount.type === 'percent' && discount.maxCents === undefined;
  const here = unlimited ? [`Para comparar vales: ${formatCents(amount)} no total desta venda`] : [];
  return { amount, lines: [`Vale "${name}": ${terms.join('; ')}`, ...here] };
}

/**
 * What a voucher is worth when rules compete (R16), in cents: its amount, or the most a percentage can take off, or
 * with no such limit the percentage of this sale's total, floored as the discount itself is (R37).
 */
function faceValueCents({ discount }: VoucherTemplate, saleTotalCents: number): number {
  if (discount.type === 'amount') return discount.cents;
  return (
    discount.maxCents ?? floor(times(rational(Math.max(0, saleTotalCents)), rational(discount.bps, 10_000)))
  );
}

function voucherTerms({ minSaleCents, validity, stores }: VoucherTemplate): string[] {
  return [
    ...(minSaleCents > 0 ? [`em compras a partir de ${formatCents(minSaleCents)}`] : []),
    ...(stores ? [`na loja ${orList(stores.map(typedText))}`] : []),
    ...(validity === undefined ? [] : [`válido por ${durationWords(validity)}`]),
  ];
}
