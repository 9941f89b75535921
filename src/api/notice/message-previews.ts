import { z } from 'zod';
import { noticeChannels } from '../../loyalty';
import { previewOf } from '../../messaging';
import type { OwnText } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { occasion } from './message-schema';

const previewSchema = z
  .strictObject({
    occasion,
    channels: z
      .array(z.enum(['whatsapp', 'email']))
      .meta({ description: 'By which the program in force sends it; empty: it does not' }),
    whatsapp: z.strictObject({
      template: z.string().meta({ description: 'The name Meta knows it by, in pt_BR' }),
      body: z
        .string()
        .meta({ description: 'Proposed for Meta to approve; customers read what it has approved' }),
      parameters: z.array(z.string()).meta({ description: 'In the order of the placeholders' }),
      text: z.string().meta({ description: 'The proposed body with the parameters in their places' }),
      button: z
        .boolean()
        .meta({ description: 'Whether it is sent with a button to the customer’s own page' }),
    }),
    email: z.strictObject({ subject: z.string(), text: z.string(), html: z.string() }),
  })
  .meta({ id: 'MessagePreview' });

const previewsSchema = z.strictObject({ data: z.array(previewSchema) });

type Preview = z.output<typeof previewSchema>;

/** What every message looks like. */
export function messagePreviews(deps: AppDeps): Route {
  const { store, whatsapp, config } = deps;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/messages/previews',
    permission: 'message.read',
    tag: 'Messages',
    summary: 'Every message as a customer would read it, with made-up data',
    reply: {
      description: 'One of each occasion',
      schema: previewsSchema,
      example: { data: [viewOf('expiring', EXAMPLE)] },
    },
    async answer({ merchantId }) {
      const [version, { texts }] = await Promise.all([
        store.programs.current(merchantId),
        store.merchants.writing(merchantId),
      ]);
      const program = version?.program;
      const shown = {
        ...{ programName: program?.name ?? '', publicUrl: config.publicUrl },
        button: whatsapp?.pageButton ?? false,
      };
      return {
        data: occasion.options.map((kind) =>
          viewOf(kind, {
            ...{ ...shown, words: texts[kind] ?? null },
            channels: program ? [...noticeChannels(kind, program)] : [],
          }),
        ),
      };
    },
  });
}

/** What previews are made of. */
interface Shown {
  programName: string;
  publicUrl: string;
  button: boolean;
  words: OwnText | null;
  channels: Preview['channels'];
}

const EXAMPLE: Shown = {
  ...{ programName: 'Clube da Loja', publicUrl: 'https://retorno.example.com' },
  ...{ button: true, words: null, channels: ['whatsapp', 'email'] },
};

/** A link that is nobody's: it opens nothing. */
const NOBODY = 'exemplo';

function viewOf(
  kind: Preview['occasion'],
  { programName, publicUrl, button, words, channels }: Shown,
): Preview {
  const links = { optOut: `${publicUrl}/u/${NOBODY}`, page: `${publicUrl}/c/${NOBODY}`, pageToken: NOBODY };
  const { whatsapp, email } = previewOf(kind, programName, links, words);
  return { occasion: kind, channels, whatsapp: { ...whatsapp, button }, email };
}
