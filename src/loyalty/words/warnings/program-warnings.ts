import type { Instant } from '../../basis';
import { formatCents } from '../../basis';
import { expiryEnd, holdingEnd, isZeroDuration, localDate, reminderAt, usableThrough } from '../../calendar';
import type { Program, Rule } from '../../program';
import { dateWords, durationWords, neverPays } from '../phrases';

/** Something of a program that is allowed and seldom meant: where it is (as in a problem), and what follows from it (pt-BR). */
export interface ProgramWarning {
  path: string;
  text: string;
}

/** What a merchant might not have meant. None of it keeps a program from being published. @param now when it would be */
export function programWarnings(program: Program, now: Instant): ProgramWarning[] {
  return [
    ...ruleWarnings(program, now),
    ...voucherWarnings(program),
    ...validityWarnings(program, now),
    ...reminderWarnings(program, now),
    ...redemptionWarnings(program),
  ];
}

function ruleWarnings({ earning: { rules }, timezone }: Program, now: Instant): ProgramWarning[] {
  if (rules.length === 0)
    return [
      { path: 'earning.rules', text: 'O programa não tem regras: nenhuma venda vai render benefício.' },
    ];
  const today = localDate(now, timezone);
  return rules.flatMap((rule, index) => {
    const path = `earning.rules[${index}]`;
    const until = rule.when?.until;
    return [
      ...(neverPays(rule) ? [{ path, text: neverPaysText(rule) }] : []),
      ...(until !== undefined && until < today
        ? [
            {
              path: `${path}.when.until`,
              text: `A regra ${rule.id} terminou em ${dateWords(until)}: ela não vale para vendas de hoje em diante.`,
            },
          ]
        : []),
    ];
  });
}

function neverPaysText({ id, budgetCents, budgetPoints }: Rule): string {
  return budgetCents === 0 || budgetPoints === 0
    ? `A regra ${id} tem verba de zero e nunca paga nada. Para não limitar, retire a verba.`
    : `A regra ${id} nunca paga nada: a taxa, o bônus ou um dos tetos é zero.`;
}

function voucherWarnings({ vouchers }: Program): ProgramWarning[] {
  return Object.entries(vouchers).flatMap(([name, { discount, minSaleCents }]) => {
    if (discount.type !== 'amount' || discount.cents <= minSaleCents) return [];
    const least =
      minSaleCents === 0 ? 'não exige compra mínima' : `vale a partir de ${formatCents(minSaleCents)}`;
    return [
      {
        path: `vouchers.${name}`,
        text: `O vale ${name} dá ${formatCents(discount.cents)} e ${least}: uma compra de até ${formatCents(discount.cents)} sai de graça.`,
      },
    ];
  });
}

function givesBalance({ earning: { rules } }: Program): boolean {
  return rules.some(({ grant }) => grant.type !== 'voucher');
}

/** What can expire, with where it says so and what it is called. */
function validities(program: Program): {
  path: string;
  noun: string;
  rule: NonNullable<Program['expiry']>;
}[] {
  const { expiry, vouchers } = program;
  const { rules } = program.earning;
  const templates = new Set(rules.flatMap(({ grant }) => (grant.type === 'voucher' ? [grant.template] : [])));
  return [
    ...(givesBalance(program) && expiry
      ? [{ path: 'expiry.after', noun: 'do cashback e dos pontos', rule: expiry }]
      : []),
    ...Object.entries(vouchers).flatMap(([name, { validity }]) =>
      validity !== undefined && templates.has(name)
        ? [{ path: `vouchers.${name}.validity`, noun: `do vale ${name}`, rule: { after: validity } }]
        : [],
    ),
  ];
}

function validityWarnings(program: Program, now: Instant): ProgramWarning[] {
  const { holding, timezone } = program;
  const held = holdingEnd(now, holding.after, timezone);
  return validities(program).flatMap(({ path, noun, rule: { after } }) => {
    const end = usableThrough(held, after, timezone);
    if (held - now <= end - held) return [];
    return [
      {
        path: 'holding.after',
        text: `A carência (${durationWords(holding.after)}) é mais longa que a validade ${noun} (${durationWords(after)}), em ${path}: o cliente espera mais do que tem para usar.`,
      },
    ];
  });
}

/** A reminder goes out for what expires only where it falls between the activation and the end. */
function reminderWarnings(program: Program, now: Instant): ProgramWarning[] {
  const { expiring } = program.messages;
  if (!expiring) return [];
  const ends = validities(program);
  if (ends.length === 0)
    return [
      {
        path: 'messages.expiring',
        text: 'Há avisos de vencimento, mas nada do que o programa dá vence: eles nunca saem.',
      },
    ];
  return expiring.before.flatMap((before, index) =>
    ends.flatMap(({ path, noun, rule }) => {
      const end = expiryEnd(now, rule, program.timezone);
      if (end === null || reminderAt(end, before, program.timezone) > now) return [];
      return [
        {
          path: `messages.expiring.before[${index}]`,
          text: `O aviso ${reminderWords(before)} não sai para a validade ${noun} (${durationWords(rule.after)}, em ${path}), que é mais curta.`,
        },
      ];
    }),
  );
}

function reminderWords(before: string): string {
  return isZeroDuration(before) ? 'do último dia' : `de ${durationWords(before)} antes`;
}

function redemptionWarnings(program: Program): ProgramWarning[] {
  if (!givesBalance(program) || program.redemption.maxShareBps > 0) return [];
  return [
    {
      path: 'redemption.maxShareBps',
      text: 'O cliente ganha saldo, mas nenhuma parte de uma compra pode ser paga com ele: o limite é de 0%.',
    },
  ];
}
