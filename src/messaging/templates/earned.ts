import { benefitText } from './benefit-text';
import { layOut } from './email-layout';
import { greeting, nameParameter, programName } from './message';
import type { EarnedMessage, RenderedMessage } from './message';
import { brazilianDate } from './wording';

/**
 * `retorno_beneficio_ganho`: name, program, amount, usable from (a date or `hoje`), valid until (a date or
 * `sem vencimento`).
 */
export function earned(message: EarnedMessage): RenderedMessage {
  const program = programName(message);
  const amount = benefitText(message.benefit);
  const from = message.usableFrom === null ? null : brazilianDate(message.usableFrom);
  const until = message.validUntil === null ? null : brazilianDate(message.validUntil);
  return {
    whatsapp: {
      template: 'retorno_beneficio_ganho',
      parameters: [nameParameter(message), program, amount, from ?? 'hoje', until ?? 'sem vencimento'],
    },
    email: layOut({
      subject: `Você ganhou ${amount} | ${program}`,
      greeting: greeting(message),
      highlight: amount,
      paragraphs: [
        `Obrigado pela sua compra! Com ela você ganhou ${amount} no programa ${program}.`,
        `${from === null ? 'Já pode usar na próxima compra' : `Você pode usar a partir de ${from}`}. ` +
          `${until === null ? 'Não tem vencimento' : `Vale até o fim do dia ${until}`}.`,
        'Para usar, é só se identificar na loja na hora de pagar.',
      ],
      programName: program,
    }),
  };
}
