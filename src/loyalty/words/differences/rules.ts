import { formatCents, formatMultiplier, formatPoints } from '../../basis';
import type { Program, Rule } from '../../program';
import { andList, amountWords, conditionWords, neverPays, voucherWords } from '../phrases';
import { always, fromTo, optional, together } from './change';
import type { Compare, ProgramChange } from './change';
import { compareConditions } from './conditions';
import { compareGrant } from './grant';
import { amountTexts } from './texts';
import type { Owner } from './texts';

const PATH = 'earning.rules';

/** Rules that go, come, change or change places. A rule is the same rule while it keeps its id (R14, R15). */
export function compareRules(before: Program, after: Program): ProgramChange[] {
  const former = new Map(before.earning.rules.map((rule) => [rule.id, rule]));
  const kept = new Set(after.earning.rules.map(({ id }) => id));
  return [
    ...before.earning.rules.filter(({ id }) => !kept.has(id)).map(removed),
    ...after.earning.rules.flatMap((rule) => {
      const same = former.get(rule.id);
      return same ? compareRule(rule.id)(same, rule) : [added(rule, after)];
    }),
    ...compareOrder(before, after),
  ];
}

function removed({ id }: Rule): ProgramChange {
  const text = `A regra ${id} deixa de existir: vendas já calculadas conservam o que ganharam`;
  return { path: `${PATH}.${id}`, kind: 'removed', text };
}

function added(rule: Rule, { vouchers }: Program): ProgramChange {
  const { grant, when = {}, priority } = rule;
  const template = grant.type === 'voucher' ? vouchers[grant.template] : undefined;
  const gives = template ? `um vale de ${voucherWords(template)}` : amountWords(rule);
  const conditions = conditionWords(when);
  const text = [
    `Nova regra ${rule.id}: ${gives}`,
    ...(conditions.length > 0 ? [`Condições: ${conditions.join('; ')}`] : []),
    ...(priority === undefined ? [] : [`Prioridade ${priority}`]),
    ...(neverPays(rule) ? ['Como está, ela nunca paga nada: confira a taxa, os tetos e a verba'] : []),
  ].join('. ');
  return { path: `${PATH}.${rule.id}`, kind: 'added', text };
}

function compareRule(id: string): Compare<Rule> {
  const owner = { subject: `A regra ${id}`, of: `da regra ${id}` };
  const path = `${PATH}.${id}`;
  return together<Rule>([
    optional(`${path}.name`, ({ name }) => name, {
      added: (after) => `${owner.subject} passa a se chamar "${after}" para os clientes`,
      removed: (before) => `${owner.subject} deixa de ter nome para os clientes (era "${before}")`,
      changed: (before, after) =>
        `${owner.subject} passa a se chamar "${after}" para os clientes (antes, "${before}")`,
    }),
    compareGrant(owner.subject, path),
    compareConditions(owner, path),
    always(`${path}.multiplierMilli`, multiplier, fromTo(`O multiplicador ${owner.of}`, formatMultiplier)),
    ...amountFields(owner, path),
    optional(
      `${path}.priority`,
      ({ priority }) => priority,
      amountTexts(owner, { name: 'prioridade', article: 'A' }, String),
    ),
    comparePaying(owner, path),
  ]);
}

function multiplier({ multiplierMilli = 1_000 }: Rule): number {
  return multiplierMilli;
}

const AMOUNTS = [
  { cents: 'bonusCents', points: 'bonusPoints', name: 'bônus', article: 'O' },
  { cents: 'capPerSaleCents', points: 'capPerSalePoints', name: 'teto por venda', article: 'O' },
  {
    cents: 'capPerCustomerPerMonthCents',
    points: 'capPerCustomerPerMonthPoints',
    name: 'teto por cliente e mês',
    article: 'O',
  },
  { cents: 'budgetCents', points: 'budgetPoints', name: 'verba', article: 'A' },
] as const;

function amountFields(owner: Owner, path: string): Compare<Rule>[] {
  return AMOUNTS.flatMap(({ cents, points, ...noun }) => [
    optional<Rule, number>(`${path}.${cents}`, (rule) => rule[cents], amountTexts(owner, noun, formatCents)),
    optional<Rule, number>(
      `${path}.${points}`,
      (rule) => rule[points],
      amountTexts(owner, noun, formatPoints),
    ),
  ]);
}

/** Zero is a legal value of every amount (R12), and seldom what a merchant meant. */
function comparePaying({ subject }: Owner, path: string): Compare<Rule> {
  return (before, after) => {
    if (!neverPays(after) || neverPays(before)) return [];
    const text = `${subject}, como fica, nunca paga nada: confira a taxa, os tetos e a verba`;
    return [{ path, kind: 'changed', text }];
  };
}

/** The order of the list decides between equal priorities (R16). */
function compareOrder(before: Program, after: Program): ProgramChange[] {
  const ids = ({ earning }: Program): string[] => earning.rules.map(({ id }) => id);
  const common = (own: Program, other: Program): string[] => ids(own).filter((id) => ids(other).includes(id));
  if (common(before, after).join(' ') === common(after, before).join(' ')) return [];
  return [
    { path: PATH, kind: 'changed', text: `As regras passam a vir nesta ordem: ${andList(ids(after))}` },
  ];
}
