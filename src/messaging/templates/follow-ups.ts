import { benefitSummary, benefitTerms, isEmpty, voucherParagraph } from './benefit-text';
import { howToUse } from './how-to-use';
import { greeting, nameParameter, programName } from './message';
import type { FollowUpMessage, MessageDraft } from './message';
import { templateOf } from './template-of';
import { brazilianMoment } from './wording';

/** What a message about no sale has of its own. */
interface Words {
  subject: string;
  /** What it begins with. */
  opening(program: string): string;
  /** What is said in place of what there is to use, where there is nothing. */
  nothing(program: string): string;
  closing: string;
}

const WORDS: Record<FollowUpMessage['kind'], Words> = {
  welcome: {
    subject: 'Que bom ter você com a gente',
    opening: (program) => `Boas-vindas ao programa ${program}! Obrigado por comprar com a gente.`,
    nothing: () => 'Suas próximas compras podem render benefícios para você usar na loja.',
    closing: 'Esperamos você!',
  },
  balance: {
    subject: 'Seu saldo está esperando por você',
    opening: (program) => `Passando para contar como está o seu saldo no programa ${program}.`,
    nothing: () => 'Sua próxima compra pode render benefícios.',
    closing: 'Esperamos você!',
  },
  winBack: {
    subject: 'Temos saudade de você',
    opening: () => 'Já faz um tempo desde a sua última visita, e gostaríamos de ver você de novo.',
    nothing: (program) => `Sua próxima compra pode render benefícios no programa ${program}.`,
    closing: 'Venha nos visitar: vai ser bom receber você.',
  },
  birthday: {
    subject: 'Feliz aniversário!',
    opening: () => 'Feliz aniversário! Que o seu novo ano seja cheio de alegria e de boas surpresas.',
    nothing: (program) => `Um abraço de toda a equipe do programa ${program}.`,
    closing: 'Se quiser comemorar com a gente, esperamos você na loja!',
  },
};

/**
 * `retorno_boas_vindas`, `retorno_saldo`, `retorno_volte` and `retorno_aniversario`: name, program, what the customer can use (where
 * there is nothing: `benefícios nas próximas compras`).
 */
export function followUp(message: FollowUpMessage): MessageDraft {
  const { benefit, firstEnd } = message;
  const words = WORDS[message.kind];
  const program = programName(message);
  const nothing = isEmpty(benefit);
  return {
    whatsapp: {
      template: templateOf(message.kind),
      parameters: [
        nameParameter(message),
        program,
        nothing ? 'benefícios nas próximas compras' : benefitTerms(benefit),
      ],
    },
    email: {
      subject: `${words.subject} | ${program}`,
      greeting: greeting(message),
      highlight: nothing ? null : benefitSummary(benefit),
      paragraphs: [
        words.opening(program),
        nothing
          ? words.nothing(program)
          : `Você tem ${benefitSummary(benefit)} para usar no programa ${program}. Para usar, ${howToUse(benefit)}.`,
        ...benefit.vouchers.map((voucher) => voucherParagraph(voucher, { withDate: true })),
        ...(firstEnd === null ? [] : [`O primeiro vencimento do saldo é em ${brazilianMoment(firstEnd)}.`]),
        words.closing,
      ],
      programName: program,
    },
  };
}
