import { z } from 'zod';
import { inputText, positiveCents } from '../http';

const who = { operator: inputText(100).optional(), storeId: inputText(100).optional() };

const line = z.strictObject({
  sku: inputText(120),
  quantity: z.int().min(1).max(1_000_000).optional().meta({ description: 'Left out: what is left of it' }),
});

/**
 * Says in JSON Schema that one of the first fields or some of the others are there, and not both. Generators of clients pass
 * over `if`, where `oneOf` would have them make classes of it.
 */
function eitherOr(some: readonly string[], others: readonly string[]): Record<string, unknown> {
  const anyOf = (names: readonly string[]): object => ({
    anyOf: names.map((name) => ({ required: [name] })),
  });
  return { if: anyOf(some), then: { not: anyOf(others) }, else: anyOf(others) };
}

/** Goods that come back: so much goods value, or these lines (R21). */
export const returnGoodsSchema = z
  .strictObject({
    amountCents: positiveCents.optional().meta({ description: 'Goods value' }),
    items: z.array(line).min(1).max(500).optional(),
    reason: inputText(300).optional(),
    ...who,
  })
  .superRefine(({ amountCents, items }, context) => {
    if ((amountCents === undefined) !== (items === undefined)) return;
    const message =
      'Uma devolução diz o valor ou os itens que voltaram, e não os dois. Informe amountCents ou items.';
    context.addIssue({ code: 'custom', path: ['amountCents'], message });
  })
  .meta(eitherOr(['amountCents'], ['items']));

/** Who takes over a sale without a customer: one who is known, or what identifies somebody (R28). */
export const claimSchema = z
  .strictObject({
    customerId: inputText(64).optional(),
    name: inputText(200).optional(),
    document: inputText(40).optional().meta({ description: 'CPF or CNPJ' }),
    phone: inputText(60).optional(),
    email: inputText(300).optional(),
    ...who,
  })
  .superRefine(({ customerId, document, phone, email }, context) => {
    const named = [document, phone, email].some((given) => given !== undefined);
    if ((customerId !== undefined) !== named) return;
    const message = named
      ? 'O cliente é dito pelo customerId ou pelos seus dados, e não pelos dois. Informe um dos dois.'
      : 'Falta dizer quem é o cliente. Informe customerId, ou CPF/CNPJ, telefone ou e-mail.';
    context.addIssue({ code: 'custom', path: ['customerId'], message });
  })
  .meta(eitherOr(['customerId'], ['document', 'phone', 'email']));
