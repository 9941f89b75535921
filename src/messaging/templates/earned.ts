import { benefitSummary, benefitTerms, hasBalance, isEmpty, voucherParagraph } from './benefit-text';
import { howToUse } from './how-to-use';
import { greeting, nameParameter, programName } from './message';
import type { EarnedMessage, MessageDraft } from './message';
import { templateOf } from './template-of';
import { brazilianMoment, isWholeDay } from './wording';

/**
 * `retorno_beneficio_ganho`: name, program, what was earned, usable from (a moment or `hoje`), valid until (a moment,
 * `sem vencimento`, or `a data de cada vale` where there are only vouchers that end on different dates).
 */
export function earned(message: EarnedMessage): MessageDraft {
  const { benefit } = message;
  const program = programName(message);
  const summary = benefitSummary(benefit);
  const from = message.usableFrom === null ? null : brazilianMoment(message.usableFrom);
  const end = commonEnd(message);
  const paysDebt = isEmpty(message.paysDebt) ? null : benefitSummary(message.paysDebt);
  const amount = `${benefitTerms(benefit, end)}${paysDebt === null ? '' : `, sendo ${paysDebt} para o acerto de um estorno anterior`}`;
  return {
    whatsapp: {
      template: templateOf('earned'),
      parameters: [nameParameter(message), program, amount, from ?? 'hoje', untilText(end)],
    },
    email: {
      subject: `Você ganhou ${summary} | ${program}`,
      greeting: greeting(message),
      highlight: summary,
      paragraphs: [
        `Obrigado pela sua compra! Com ela você ganhou ${summary} no programa ${program}.`,
        [
          `${from === null ? 'Já pode usar na próxima compra' : `Você pode usar a partir de ${from}`}.`,
          ...(hasBalance(benefit) ? [balanceValidity(message)] : []),
        ].join(' '),
        ...benefit.vouchers.map((voucher) => voucherParagraph(voucher, { withDate: true })),
        ...(paysDebt === null ? [] : [debtParagraph(paysDebt)]),
        `Para usar, ${howToUse(benefit)}.`,
      ],
      programName: program,
    },
  };
}

/** The one last day of use that the message names: that of the balance, else one that all vouchers have in common. */
function commonEnd({ benefit, validUntil }: EarnedMessage): EarnedMessage['validUntil'] | undefined {
  if (hasBalance(benefit)) return validUntil;
  const [first, ...others] = benefit.vouchers.map((voucher) => voucher.validUntil);
  return others.every((other) => other === first) ? first : undefined;
}

function untilText(end: EarnedMessage['validUntil'] | undefined): string {
  if (end === undefined) return 'a data de cada vale';
  return end === null ? 'sem vencimento' : brazilianMoment(end);
}

function balanceValidity({ benefit, validUntil }: EarnedMessage): string {
  const subject = benefit.vouchers.length === 0 ? '' : 'O saldo ';
  const text =
    validUntil === null
      ? `${subject}não tem vencimento.`
      : `${subject}vale até ${isWholeDay(validUntil) ? 'o fim do dia ' : ''}${brazilianMoment(validUntil)}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function debtParagraph(paysDebt: string): string {
  return `Desse total, o acerto de um benefício já usado, cuja compra foi devolvida ou cancelada, leva ${paysDebt}.`;
}
