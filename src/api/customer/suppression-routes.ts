import { z } from 'zod';
import type { SuppressedMark } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, inputText } from '../http';

const tag = 'Customers';

/** So many of each at once: a body ends at 256 kB. */
const MOST = 2_000;

const requestSchema = z
  .strictObject({
    phones: z
      .array(inputText(60))
      .max(MOST)
      .default([])
      .meta({ description: 'In any spelling, with their area codes' }),
    emails: z.array(inputText(300)).max(MOST).default([]),
    documents: z.array(inputText(40)).max(MOST).default([]).meta({
      description: 'CPFs or CNPJs: their owners are not written to, whatever they can be reached by',
    }),
  })
  .meta({ id: 'SuppressionRequest' });

const FIELDS = ['phones', 'emails', 'documents'] as const;

const replySchema = z
  .strictObject({
    added: z.int().meta({ description: 'Those that were not on the list' }),
    known: z.int().meta({ description: 'Those that were on it, or were named twice' }),
    unreadable: z.array(z.strictObject({ field: z.enum(FIELDS), index: z.int() })).meta({
      description: 'Where something stands that nobody can have, counted from 0; it is not on the list',
    }),
  })
  .meta({ id: 'SuppressionReceipt' });

/** Whom a merchant never writes to. */
export function suppressionRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'post',
      path: '/v1/suppressions',
      permission: 'suppression',
      act: 'suppression.add',
      tag,
      summary: 'Name phones, e-mails and documents that are never written to',
      description:
        'They hold for whoever has them now or later, whatever they agree to. Sent again, nothing is added. They are kept as digests, so that nobody reads them out of the list; nothing is taken off it.',
      body: {
        schema: requestSchema,
        example: {
          phones: ['(11) 98765-4321'],
          emails: ['ana@exemplo.com.br'],
          documents: ['529.982.247-25'],
        },
      },
      reply: {
        description: 'What became of each',
        schema: replySchema,
        example: { added: 2, known: 1, unreadable: [] },
      },
      async answer({ merchantId, body, now, tell }) {
        const { phones, emails, documents } = body;
        const named = [
          ...phones.map((text, index) => ({ field: FIELDS[0], kind: 'phone' as const, text, index })),
          ...emails.map((text, index) => ({ field: FIELDS[1], kind: 'email' as const, text, index })),
          ...documents.map((text, index) => ({ field: FIELDS[2], kind: 'document' as const, text, index })),
        ];
        const marks: SuppressedMark[] = named.map(({ kind, text }) => ({ kind, text }));
        const { added, unreadable } = await deps.store.suppressions.add(merchantId, marks, new Date(now));
        tell({ after: { added } });
        return {
          added,
          known: named.length - unreadable.length - added,
          unreadable: unreadable.map((place) => ({ field: named[place]!.field, index: named[place]!.index })),
        };
      },
    }),
  ];
}
