import { benefitText } from './benefit-text';
import { layOut } from './email-layout';
import { greeting, nameParameter, programName } from './message';
import type { ExpiredMessage, RenderedMessage } from './message';
import { brazilianDate } from './wording';

/** `retorno_beneficio_expirado`: name, program, what was lost, the date it was valid until. */
export function expired(message: ExpiredMessage): RenderedMessage {
  const program = programName(message);
  const amount = benefitText(message.benefit);
  const until = brazilianDate(message.validUntil);
  return {
    whatsapp: {
      template: 'retorno_beneficio_expirado',
      parameters: [nameParameter(message), program, amount, until],
    },
    email: layOut({
      subject: `Seu benefício venceu em ${until} | ${program}`,
      greeting: greeting(message),
      highlight: null,
      paragraphs: [
        `Seu benefício de ${amount} no programa ${program} valia até ${until} e venceu sem ser usado.`,
        'Uma nova compra é uma nova chance de ganhar. Esperamos você na loja!',
      ],
      programName: program,
    }),
  };
}
