import { formatCents } from '../../basis';
import { zoneWords } from '../phrases';
import { rulesGiving, when } from './given';
import type { Given, RegulationSection } from './given';

/** What the program is, what it gives, and which rules a purchase follows (R6, R18). */
export function aboutSection(given: Given): RegulationSection {
  const { name, timezone } = given.program;
  return {
    heading: 'O programa',
    paragraphs: [
      `Este é o regulamento do programa ${name}. ${benefitsText(given)}`,
      'Cada compra segue as regras em vigor quando o benefício dela foi calculado pela primeira vez. Uma mudança ' +
        'posterior do programa não altera o que ela rendeu, nem a carência, a validade, os vales ou a regra de ' +
        'devolução dela.',
      `Datas e dias da semana seguem o horário local da loja da compra ou, quando a loja não tem fuso horário próprio, ${zoneWords(timezone)}.`,
    ],
  };
}

function benefitsText(given: Given): string {
  const cashback = rulesGiving(given, 'cashback').length > 0;
  const points = rulesGiving(given, 'points').length > 0;
  const benefits = [
    ...when(cashback, 'cashback, em reais'),
    ...when(points, `pontos, cada um no valor de ${formatCents(given.program.redemption.pointValueCents)}`),
    ...when(given.templates.length > 0, 'vales, que são códigos de desconto'),
  ];
  if (benefits.length === 0)
    return 'No momento ele não gera novos benefícios; o que você já ganhou continua valendo até a data informada.';
  return [
    `Ao se identificar na compra, você ganha: ${benefits.join('; ')}.`,
    ...balanceTexts(cashback, points),
  ].join(' ');
}

function balanceTexts(cashback: boolean, points: boolean): string[] {
  if (cashback && points) return ['O cashback e os pontos que você tem são o seu saldo.'];
  if (points) return ['Os pontos que você tem são o seu saldo.'];
  return cashback ? ['O cashback que você tem é o seu saldo.'] : [];
}
