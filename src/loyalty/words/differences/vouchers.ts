import { formatBps, formatCents } from '../../basis';
import type { Program, VoucherTemplate } from '../../program';
import { counted, discountWords, durationWords, voucherWords } from '../phrases';
import { always, comesAndGoes, fromTo, optional, together } from './change';
import type { Compare, FieldTexts, ProgramChange } from './change';
import { amountTexts, listTexts, sameDuration, sameSet } from './texts';

/** Voucher templates that go, come or change. A voucher already earned keeps the terms it was earned with (R18). */
export function compareVouchers(
  { vouchers: before }: Program,
  { vouchers: after }: Program,
): ProgramChange[] {
  return [
    ...Object.keys(before)
      .filter((name) => !Object.hasOwn(after, name))
      .map(removed),
    ...Object.entries(after).flatMap(([name, template]) => {
      const former = Object.hasOwn(before, name) ? before[name] : undefined;
      return former ? compareTemplate(name)(former, template) : [added(name, template)];
    }),
  ];
}

function removed(name: string): ProgramChange {
  const text = `O vale ${name} deixa de existir: os já ganhos continuam valendo`;
  return { path: `vouchers.${name}`, kind: 'removed', text };
}

function added(name: string, template: VoucherTemplate): ProgramChange {
  return { path: `vouchers.${name}`, kind: 'added', text: `Novo vale ${name}: ${voucherWords(template)}` };
}

function compareTemplate(name: string): Compare<VoucherTemplate> {
  const path = `vouchers.${name}`;
  const owner = { subject: `O vale ${name}`, of: `do vale ${name}` };
  const stores = listTexts(owner, ['a loja', 'as lojas'], 'qualquer loja', (store: string) => store);
  return together<VoucherTemplate>([
    compareDiscount(name),
    always(
      `${path}.minSaleCents`,
      (template) => template.minSaleCents,
      comesAndGoes(`a compra mínima ${owner.of}`, formatCents, (cents) => cents === 0),
    ),
    optional(`${path}.validity`, (template) => template.validity, validityTexts(name), sameDuration),
    always(
      `${path}.uses`,
      (template) => template.uses,
      fromTo(`O limite ${owner.of}`, (uses) => counted(uses, 'uso', 'usos')),
    ),
    optional(`${path}.stores`, (template) => template.stores, stores, sameSet),
  ]);
}

function compareDiscount(name: string): Compare<VoucherTemplate> {
  const path = `vouchers.${name}.discount`;
  const owner = { subject: `O vale ${name}`, of: `do vale ${name}` };
  const value = `O desconto ${owner.of}`;
  const most = amountTexts(owner, { name: 'desconto máximo', article: 'O' }, formatCents);
  return ({ discount: before }, { discount: after }) => {
    if (before.type === 'amount' && after.type === 'amount')
      return always(
        `${path}.cents`,
        (part: typeof before) => part.cents,
        fromTo(value, formatCents),
      )(before, after);
    if (before.type === 'percent' && after.type === 'percent')
      return together<typeof before>([
        always(`${path}.bps`, (part) => part.bps, fromTo(value, formatBps)),
        optional(`${path}.maxCents`, (part) => part.maxCents, most),
      ])(before, after);
    const text = `${owner.subject} passa a dar ${discountWords(after)} em vez de ${discountWords(before)}`;
    return [{ path: `${path}.type`, kind: 'changed', text }];
  };
}

function validityTexts(name: string): FieldTexts<string> {
  return {
    added: (after) => `O vale ${name} passa a vencer, ${durationWords(after)} depois de ficar disponível`,
    removed: (before) => `O vale ${name} deixa de vencer (a validade era de ${durationWords(before)})`,
    changed: fromTo(`A validade do vale ${name}`, durationWords),
  };
}
