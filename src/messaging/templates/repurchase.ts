import { benefitText, isEmpty } from './benefit-text';
import { layOut } from './email-layout';
import { greeting, nameParameter, programName } from './message';
import type { RenderedMessage, RepurchaseMessage } from './message';

/**
 * `retorno_recompra`: name, program, what the customer can spend (`R$ 0,00` for nothing, which the e-mail
 * leaves unsaid).
 */
export function repurchase(message: RepurchaseMessage): RenderedMessage {
  const program = programName(message);
  const amount = benefitText(message.benefit);
  const nothing = isEmpty(message.benefit);
  return {
    whatsapp: {
      template: 'retorno_recompra',
      parameters: [nameParameter(message), program, amount],
    },
    email: layOut({
      subject: `Sentimos sua falta | ${program}`,
      greeting: greeting(message),
      highlight: nothing ? null : amount,
      paragraphs: [
        'Faz um tempinho que você não aparece, e sentimos sua falta.',
        nothing
          ? `Sua próxima compra pode render benefícios no programa ${program}.`
          : `Você tem ${amount} para usar no programa ${program}. É só se identificar na loja na hora de pagar.`,
        'Esperamos você!',
      ],
      programName: program,
    }),
  };
}
