import { benefitSummary, benefitTerms, isEmpty, voucherParagraph } from './benefit-text';
import { howToUse } from './how-to-use';
import { greeting, nameParameter, programName } from './message';
import type { MessageDraft, RepurchaseMessage } from './message';
import { templateOf } from './template-of';
import { brazilianMoment } from './wording';

/**
 * `retorno_recompra`: name, program, what the customer can spend (`R$ 0,00` for nothing, which the e-mail
 * leaves unsaid).
 */
export function repurchase(message: RepurchaseMessage): MessageDraft {
  const { benefit, firstEnd } = message;
  const program = programName(message);
  const nothing = isEmpty(benefit);
  return {
    whatsapp: {
      template: templateOf('repurchase'),
      parameters: [nameParameter(message), program, benefitTerms(benefit)],
    },
    email: {
      subject: `Sentimos sua falta | ${program}`,
      greeting: greeting(message),
      highlight: nothing ? null : benefitSummary(benefit),
      paragraphs: [
        'Faz um tempinho que você não aparece, e sentimos sua falta.',
        nothing
          ? `Sua próxima compra pode render benefícios no programa ${program}.`
          : `Você tem ${benefitSummary(benefit)} para usar no programa ${program}. Para usar, ${howToUse(benefit)}.`,
        ...benefit.vouchers.map((voucher) => voucherParagraph(voucher, { withDate: true })),
        ...(firstEnd === null ? [] : [`O primeiro vencimento do saldo é em ${brazilianMoment(firstEnd)}.`]),
        'Esperamos você!',
      ],
      programName: program,
    },
  };
}
