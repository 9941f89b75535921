import { benefitSubject, benefitText } from './benefit-text';
import { greeting, nameParameter, programName } from './message';
import type { ExpiredMessage, MessageDraft } from './message';
import { templateOf } from './template-of';
import { brazilianMoment } from './wording';

/** `retorno_beneficio_expirado`: name, program, what was lost, the date it was valid until. */
export function expired(message: ExpiredMessage): MessageDraft {
  const program = programName(message);
  const until = brazilianMoment(message.validUntil);
  return {
    whatsapp: {
      template: templateOf('expired'),
      parameters: [nameParameter(message), program, benefitText(message.benefit), until],
    },
    email: {
      subject: `Seu benefício venceu em ${until} | ${program}`,
      greeting: greeting(message),
      highlight: null,
      paragraphs: [
        `${expiredText(message)} em ${until}, sem uso, no programa ${program}.`,
        'Uma nova compra é uma nova chance de ganhar. Esperamos você na loja!',
      ],
      programName: program,
    },
  };
}

function expiredText({ benefit }: ExpiredMessage): string {
  const { text, plural } = benefitSubject(benefit);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${plural ? 'venceram' : 'venceu'}`;
}
