import { isZeroDuration, parseDuration } from '../../calendar';
import type { Program } from '../../program';
import { durationWords } from '../phrases';
import { when } from './given';
import type { Given, RegulationSection } from './given';

const SHORT_MONTH = 'Se o mês em que o prazo acaba não tem o dia, conta o último dia desse mês.';

/** From when a benefit can be used (R3, R28). */
export function holdingSection({ program, balance, templates }: Given): RegulationSection {
  const { after } = program.holding;
  const expires = (balance && program.expiry !== undefined) || templates.some(({ validity }) => validity);
  return {
    heading: 'Quando o benefício fica disponível',
    paragraphs: [
      holdingText(after),
      'Se você só se identificar depois da compra, o benefício fica disponível quando a loja registrar a sua identificação' +
        `${isZeroDuration(after) ? '' : ' ou no fim da carência, o que vier por último'}` +
        `${expires ? ', e a validade conta daí' : ''}.`,
    ],
  };
}

function holdingText(after: string): string {
  if (isZeroDuration(after))
    return 'O benefício pode ser usado assim que a conclusão da compra é registrada, sem carência.';
  const { exact, months } = parseDuration(after);
  const length = `O benefício fica em carência por ${durationWords(after)}, a contar`;
  if (exact) return `${length} do momento em que a conclusão da compra é registrada.`;
  const start =
    'da data em que a conclusão da compra é registrada, e pode ser usado desde o começo do último dia desse prazo.';
  return `${length} ${start}${months > 0 ? ` ${SHORT_MONTH}` : ''}`;
}

/** Until when a benefit can be used (R4, R5). */
export function validitySection({ program, balance, templates }: Given): RegulationSection | null {
  const validities = templates.flatMap(({ validity }) => validity ?? []);
  const lengths = [...(balance && program.expiry ? [program.expiry.after] : []), ...validities];
  const wholeDays = validities.some((validity) => !parseDuration(validity).exact);
  const paragraphs = [
    ...(balance ? [balanceText(program.expiry)] : []),
    ...when(
      wholeDays,
      'A validade de um vale em dias, meses ou anos conta da data em que ele fica disponível e vai até o fim do último dia.',
    ),
    ...when(
      lengths.some((length) => parseDuration(length).months > 0),
      SHORT_MONTH,
    ),
    ...when(lengths.length > 0, 'O que não é usado até o fim da validade vence e se perde.'),
  ];
  return paragraphs.length === 0 ? null : { heading: 'Validade', paragraphs };
}

function balanceText(expiry: Program['expiry']): string {
  if (!expiry) return 'O saldo não vence.';
  const { exact } = parseDuration(expiry.after);
  const length = `O saldo que uma compra rende vale por ${durationWords(expiry.after)}`;
  const from = exact
    ? 'a contar do momento em que fica disponível'
    : 'a contar da data em que fica disponível';
  if (expiry.roundUpTo === 'month')
    return `${length}, ${from}, e daí até o fim do mês em que esse prazo termina.`;
  if (exact && expiry.roundUpTo === undefined) return `${length}, ${from}.`;
  const end = exact
    ? 'e daí até o fim do dia em que esse prazo termina'
    : 'e pode ser usado até o fim do último dia';
  return `${length}, ${from}, ${end}.`;
}
