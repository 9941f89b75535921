import type { Conditions, Program, Rule } from '../../program';
import { amountWords, conditionWords, voucherWords } from '../phrases';
import { ruleLabel, when } from './given';
import type { Given, RegulationSection } from './given';

/** Each rule as a customer reads it, and what its terms mean (R7, R11, R14, R15, R17, R19). */
export function rulesSection(given: Given): RegulationSection {
  const { rules } = given;
  return {
    heading: 'Como você ganha',
    paragraphs: [...rules.map((rule) => ruleText(given, rule)), ...termTexts(rules)],
  };
}

function ruleText(given: Given, rule: Rule): string {
  const label = ruleLabel(given, rule);
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${ruleSentence(given.program, rule)}`;
}

/** What a rule gives, and for which purchases: `5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00.` */
export function ruleSentence({ vouchers }: Pick<Program, 'vouchers'>, rule: Rule): string {
  const { grant } = rule;
  const template = grant.type === 'voucher' ? vouchers[grant.template] : undefined;
  const gives = template ? `a cada compra, um vale de ${voucherWords(template)}` : amountWords(rule);
  const conditions = conditionWords(rule.when ?? {});
  const limits =
    conditions.length === 0 ? 'Vale para todas as compras.' : `Condições: ${conditions.join('; ')}.`;
  return `${gives}. ${limits}`;
}

function termTexts(rules: readonly Rule[]): string[] {
  const asks = (...fields: (keyof Conditions)[]): boolean =>
    rules.some((rule) => fields.some((field) => rule.when?.[field] !== undefined));
  const has = (...fields: (keyof Rule)[]): boolean =>
    rules.some((rule) => fields.some((field) => rule[field] !== undefined));
  return [
    ...when(
      asks('minSaleCents', 'maxSaleCents'),
      'Os valores mínimo e máximo de compra são conferidos pelo total da compra, com frete e outras despesas e antes ' +
        'de descontar benefícios usados. A partir de um valor e até um valor quer dizer: inclusive esse valor.',
    ),
    ...when(asks('stores'), 'Uma compra sem loja não vale nas regras que pedem certas lojas.'),
    ...when(
      asks('firstPurchase'),
      'É primeira compra aquela que, quando o benefício dela é calculado pela primeira vez, é a sua única compra ' +
        'concluída e não cancelada, em qualquer canal.',
    ),
    ...when(
      asks('segment'),
      'O segmento do cliente é o do momento em que o benefício da compra é calculado pela primeira vez.',
    ),
    ...when(
      has('capPerCustomerPerMonthCents', 'capPerCustomerPerMonthPoints'),
      'O limite por mês vale para o mês do calendário em que a compra foi feita. O que for retirado por devolução ' +
        'libera o limite para compras calculadas depois.',
    ),
    ...when(
      has('budgetCents', 'budgetPoints'),
      'Enquanto dura a verba de uma regra, cada compra recebe o que ela render ou, se for menos, o que resta da verba. ' +
        'O que for retirado por devolução volta à verba; o que vence, não.',
    ),
  ];
}
