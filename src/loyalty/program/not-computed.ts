import type { ProgramProblem } from './problems';
import type { Rule } from './rule-schema';
import type { Program } from './schema';

interface Feature {
  uses: (rule: Rule) => boolean;
  path: string;
  name: string;
}

/** What the contract takes and the engine does not compute yet. Enabling a feature is taking its line out. */
const FEATURES: Feature[] = [
  { uses: (rule) => rule.grant.type === 'points', path: 'grant.type', name: 'Regras que dão pontos' },
  { uses: (rule) => rule.grant.type === 'voucher', path: 'grant.type', name: 'Regras que dão vales' },
  {
    uses: (rule) => rule.when?.firstPurchase !== undefined,
    path: 'when.firstPurchase',
    name: 'Regras de primeira compra',
  },
  {
    uses: (rule) => rule.when?.segment !== undefined,
    path: 'when.segment',
    name: 'Regras por segmento de cliente',
  },
  {
    uses: (rule) => rule.capPerCustomerPerMonthCents !== undefined,
    path: 'capPerCustomerPerMonthCents',
    name: 'Tetos por cliente e mês',
  },
  {
    uses: (rule) => rule.capPerCustomerPerMonthPoints !== undefined,
    path: 'capPerCustomerPerMonthPoints',
    name: 'Tetos por cliente e mês',
  },
  { uses: (rule) => rule.budgetCents !== undefined, path: 'budgetCents', name: 'Verbas de campanha' },
  { uses: (rule) => rule.budgetPoints !== undefined, path: 'budgetPoints', name: 'Verbas de campanha' },
];

/** Everything in a well-formed program that must not be published yet, for it would be paid wrongly in silence. */
export function notComputedYet(program: Program): ProgramProblem[] {
  return program.earning.rules.flatMap((rule, index) =>
    FEATURES.filter(({ uses }) => uses(rule)).map(({ path, name }) => ({
      path: `earning.rules[${index}].${path}`,
      message: `${name} ainda não entram no cálculo desta versão do Retorno, e a regra pagaria errado. Retire o campo ou a regra.`,
    })),
  );
}
