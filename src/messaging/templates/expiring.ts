import { benefitSummary, benefitTerms, voucherParagraph } from './benefit-text';
import { howToUse } from './how-to-use';
import { greeting, nameParameter, programName } from './message';
import type { ExpiringMessage, MessageDraft } from './message';
import { templateOf } from './template-of';
import { brazilianMoment, isWholeDay } from './wording';

/** `retorno_beneficio_expirando`: name, program, what will be lost, valid until. */
export function expiring(message: ExpiringMessage): MessageDraft {
  const { benefit, validUntil } = message;
  const program = programName(message);
  const summary = benefitSummary(benefit);
  const until = brazilianMoment(validUntil);
  return {
    whatsapp: {
      template: templateOf('expiring'),
      parameters: [nameParameter(message), program, benefitTerms(benefit, validUntil), until],
    },
    email: {
      subject: `Seu benefício vence em ${until} | ${program}`,
      greeting: greeting(message),
      highlight: summary,
      paragraphs: [
        `Passando para lembrar: no programa ${program} você tem ${summary} para usar até ${until}.`,
        ...benefit.vouchers.map((voucher) => voucherParagraph(voucher, { withDate: false })),
        `${isWholeDay(validUntil) ? 'Vale até o fim desse dia. ' : ''}Aproveite na próxima compra: ${howToUse(benefit)}.`,
      ],
      programName: program,
    },
  };
}
