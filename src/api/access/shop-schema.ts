import { z } from 'zod';
import { parseDocument, zoneText } from '../../loyalty';
import { inputText, someChange } from '../http';

/** One of the merchant's stores. */
export const shopSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    zone: z.string().meta({ description: 'IANA time zone' }),
    channels: z.array(z.string()).meta({
      description:
        'Sales channels of Bling, `0` for orders without one (`0@` and a connection’s id: for those of its company alone), and what tills call themselves in `storeId`, that mean this store',
    }),
    documents: z.array(z.string()).meta({ description: 'CNPJs that mean this store, without punctuation' }),
  })
  .meta({ id: 'Store' });

/** The merchant's stores. */
export const shopListSchema = z.strictObject({ data: z.array(shopSchema) });

const TWICE = 'Há repetições na lista, e cada valor só conta uma vez. Retire as repetições.';

const channels = z
  .array(inputText(100))
  .max(50)
  .refine((all) => new Set(all).size === all.length, TWICE)
  .meta({ uniqueItems: true });

const documents = z
  .array(
    inputText(30)
      .refine((text) => parseDocument(text)?.kind === 'cnpj', {
        message: 'Isto não é um CNPJ válido. Confira os dígitos, como em 11.222.333/0001-81.',
      })
      .meta({ format: 'cnpj' }),
  )
  .max(20)
  .transform((all) => all.map((text) => parseDocument(text)!.value))
  .refine((all) => new Set(all).size === all.length, TWICE)
  .meta({ uniqueItems: true });

/** A new store. */
export const newShopSchema = z.strictObject({
  name: inputText(80),
  zone: zoneText.default('America/Sao_Paulo'),
  channels: channels.default([]),
  documents: documents.default([]),
});

/** What can be changed of a store. */
export const shopChangeSchema = someChange(
  z.strictObject({
    name: inputText(80).optional(),
    zone: zoneText.optional(),
    channels: channels.optional(),
    documents: documents.optional(),
  }),
);

/** One store, for examples. */
export const shopExample = {
  id: 'str_4w8d1mz6p3t5h2v9kq0c',
  name: 'Centro',
  zone: 'America/Sao_Paulo',
  channels: ['205371'],
  documents: ['11222333000181'],
};
