import type { GrantType, Program, Rule, VoucherTemplate } from '../../program';
import { neverPays } from '../phrases';

/** One heading of the regulation with its paragraphs, plain pt-BR text. */
export interface RegulationSection {
  heading: string;
  paragraphs: string[];
}

/** What a program gives, looked up once for all sections. */
export interface Given {
  program: Program;
  /** The rules that can pay, in the program's order: a customer need not read of the others. */
  rules: Rule[];
  /** Whether any of them gives cashback or points. */
  balance: boolean;
  /** The voucher templates they give. */
  templates: VoucherTemplate[];
}

/** Reads what a program gives. */
export function givenBy(program: Program): Given {
  const rules = program.earning.rules.filter((rule) => !neverPays(rule));
  const names = new Set(rules.flatMap(({ grant }) => (grant.type === 'voucher' ? [grant.template] : [])));
  return {
    program,
    rules,
    balance: rules.some(({ grant }) => grant.type !== 'voucher'),
    templates: [...names].flatMap((name) => program.vouchers[name] ?? []),
  };
}

/** The rules that give one kind of benefit. */
export function rulesGiving({ rules }: Given, type: GrantType): Rule[] {
  return rules.filter(({ grant }) => grant.type === type);
}

/** What a customer knows a rule by: the name it was given, else its number in the regulation. Its id is the merchant's. */
export function ruleLabel({ rules }: Given, rule: Rule): string {
  return rule.name ?? `regra ${rules.indexOf(rule) + 1}`;
}

/** A paragraph, or none. */
export function when(condition: boolean, paragraph: string): string[] {
  return condition ? [paragraph] : [];
}
