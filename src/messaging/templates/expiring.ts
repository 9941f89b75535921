import { benefitText } from './benefit-text';
import { layOut } from './email-layout';
import { greeting, nameParameter, programName } from './message';
import type { ExpiringMessage, RenderedMessage } from './message';
import { brazilianDate } from './wording';

/** `retorno_beneficio_expirando`: name, program, amount, valid until. */
export function expiring(message: ExpiringMessage): RenderedMessage {
  const program = programName(message);
  const amount = benefitText(message.benefit);
  const until = brazilianDate(message.validUntil);
  return {
    whatsapp: {
      template: 'retorno_beneficio_expirando',
      parameters: [nameParameter(message), program, amount, until],
    },
    email: layOut({
      subject: `Seu benefício vence em ${until} | ${program}`,
      greeting: greeting(message),
      highlight: amount,
      paragraphs: [
        `Passando para lembrar: seu benefício de ${amount} no programa ${program} vence em ${until}.`,
        'Você pode usar até o fim desse dia. Aproveite na próxima compra: é só se identificar na loja na hora de pagar.',
      ],
      programName: program,
    }),
  };
}
