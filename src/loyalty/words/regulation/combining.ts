import type { GrantType, Rule } from '../../program';
import { andList } from '../phrases';
import { ruleLabel, rulesGiving, when } from './given';
import type { Given, RegulationSection } from './given';

const KINDS: { type: GrantType; name: string }[] = [
  { type: 'cashback', name: 'cashback' },
  { type: 'points', name: 'pontos' },
  { type: 'voucher', name: 'vale' },
];

/** What happens when several rules of one kind of benefit apply (R16); null where there are never several. */
export function combiningSection(given: Given): RegulationSection | null {
  const crowded = KINDS.map(({ type, name }) => ({ name, rules: rulesGiving(given, type) })).filter(
    ({ rules }) => rules.length > 1,
  );
  if (crowded.length === 0) return null;
  const order = crowded
    .map(({ name, rules }) => `${name}: ${andList(inOrder(rules).map((rule) => ruleLabel(given, rule)))}`)
    .join('; ');
  return {
    heading: 'Quando mais de uma regra vale',
    paragraphs: combiningParagraphs(given, order),
  };
}

function combiningParagraphs(given: Given, order: string): string[] {
  switch (given.program.earning.combine) {
    case 'stack':
      return [
        'Se várias regras valem para a mesma compra, você ganha o benefício de todas elas. Cada um é arredondado separadamente.',
      ];
    case 'first':
      return [
        'Se várias regras do mesmo tipo de benefício valem para a mesma compra, você ganha só o da primeira nesta ' +
          `ordem (${order}). Uma regra que não renderia nada é pulada.`,
      ];
    case 'best':
      return [
        'Se várias regras do mesmo tipo de benefício valem para a mesma compra, você ganha o da que rende mais, já ' +
          `contados limites e verbas. No empate vale a que vem antes nesta ordem (${order}).`,
        ...when(
          rulesGiving(given, 'voucher').length > 1,
          'Vales são comparados pelo valor do desconto; os de percentual, pelo desconto máximo ou, se não têm máximo, ' +
            'pelo percentual do total da compra.',
        ),
      ];
  }
}

/** The order of R16: the smaller priority first, absent last, then the order of the list. */
function inOrder(rules: readonly Rule[]): Rule[] {
  const rank = ({ priority }: Rule): number => priority ?? Number.POSITIVE_INFINITY;
  return rules.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
