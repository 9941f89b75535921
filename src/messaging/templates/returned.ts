import { benefitSubject, benefitSummary, benefitText, isEmpty } from './benefit-text';
import type { Benefit } from './benefit-text';
import { greeting, nameParameter, programName } from './message';
import type { MessageDraft, ReturnedMessage } from './message';
import { templateOf } from './template-of';
import { brazilianMoment, enumeration, oneLine } from './wording';

const REASONS: Record<ReturnedMessage['reason'], string> = {
  return: 'a devolução de produtos',
  cancellation: 'o cancelamento',
  change: 'a alteração',
};

/**
 * `retorno_beneficio_estornado`: name, program, why (`a devolução de produtos da compra nº 10231`), what was taken and what
 * came back (`saíram R$ 5,00 e 100 pontos; voltaram R$ 10,00`), what the customer has now.
 */
export function returned(message: ReturnedMessage): MessageDraft {
  const program = programName(message);
  const reason = `${REASONS[message.reason]} ${purchaseText(message)}`;
  return {
    whatsapp: {
      template: templateOf('returned'),
      parameters: [nameParameter(message), program, reason, movedText(message), nowText(message)],
    },
    email: {
      subject: `Seu benefício depois d${reason} | ${program}`,
      greeting: greeting(message),
      highlight: null,
      paragraphs: [
        `Registramos ${reason} e atualizamos o seu benefício no programa ${program}.`,
        ...takenParagraphs(message),
        ...cameBackParagraphs(message),
        nowParagraph(message),
        ...owedParagraphs(message),
        'Se tiver qualquer dúvida, é só falar com a loja.',
      ],
      programName: program,
    },
  };
}

function purchaseText({ purchase: { number, date } }: ReturnedMessage): string {
  return number === null ? `da compra de ${brazilianMoment(date)}` : `da compra nº ${oneLine(number)}`;
}

function movedText(message: ReturnedMessage): string {
  const { taken, cameBack } = message;
  return [
    ...(isEmpty(taken) ? [] : [moved(taken, 'saiu', 'saíram')]),
    ...(isEmpty(cameBack) ? [] : [`${moved(cameBack, 'voltou', 'voltaram')}${untilText(message)}`]),
  ].join('; ');
}

function moved(benefit: Benefit, one: string, many: string): string {
  const { text, plural } = benefitSubject(benefit);
  return `${plural ? many : one} ${text}`;
}

function untilText({ cameBackUntil }: ReturnedMessage): string {
  return cameBackUntil === null ? '' : `, para usar pelo menos até ${brazilianMoment(cameBackUntil)}`;
}

function nowText({ now, pending, owed }: ReturnedMessage): string {
  return [
    `${benefitSummary(now)} para usar`,
    ...(isEmpty(pending) ? [] : [`${benefitSummary(pending)} a liberar`]),
    ...(isEmpty(owed) ? [] : [`acerto de ${benefitSummary(owed)} nos próximos benefícios`]),
  ].join('; ');
}

function takenParagraphs({ taken }: ReturnedMessage): string[] {
  const codes = taken.vouchers.map(({ code }) => oneLine(code));
  const balance: Benefit = { ...taken, vouchers: [] };
  return [
    ...(isEmpty(balance)
      ? []
      : [`Do que essa compra tinha rendido, ${moved(balance, 'saiu do seu saldo', 'saíram do seu saldo')}.`]),
    ...(codes.length === 0
      ? []
      : [
          codes.length === 1
            ? `O vale ${codes[0]}, que não tinha sido usado, foi cancelado.`
            : `Os vales ${enumeration(codes)}, que não tinham sido usados, foram cancelados.`,
        ]),
  ];
}

function cameBackParagraphs(message: ReturnedMessage): string[] {
  if (isEmpty(message.cameBack)) return [];
  return [
    `O que você tinha usado nela voltou para você: ${benefitText(message.cameBack)}${untilText(message)}.`,
  ];
}

function nowParagraph({ now, pending }: ReturnedMessage): string {
  const usable = isEmpty(now)
    ? 'No momento você não tem benefício para usar'
    : `Agora você tem ${benefitSummary(now)} para usar`;
  if (isEmpty(pending)) return `${usable}.`;
  return `${usable}${isEmpty(now) ? ', mas tem' : ', e'} ${benefitSummary(pending)} a liberar.`;
}

function owedParagraphs({ owed }: ReturnedMessage): string[] {
  if (isEmpty(owed)) return [];
  return [
    `Do que já tinha sido usado ficou um acerto de ${benefitSummary(owed)}. Você não precisa pagar nada: ele sai dos próximos benefícios que você ganhar.`,
  ];
}
