import { z } from 'zod';
import { parsePhone } from '../../loyalty';
import { inputText, instant } from '../http';
import { STEPS } from './steps';

/** By what customers can be written to. */
export const CHANNELS = ['whatsapp', 'email'] as const;

const answer = z.enum(['ok', 'refused', 'silent']);

/** How far the merchant has come. */
export const activationSchema = z
  .strictObject({
    live: z
      .boolean()
      .meta({ description: 'Whether customers are written to; else messages wait, for a day' }),
    liveAt: instant
      .nullable()
      .meta({ description: 'Since when; null: they are not, or were before anybody was asked' }),
    mayGoLive: z.boolean().meta({ description: 'Whether the first four steps hold' }),
    steps: z.array(
      z.strictObject({
        step: z.enum(STEPS),
        state: z.enum(['done', 'missing']),
        missing: z
          .array(z.strictObject({ code: z.string(), text: z.string() }))
          .meta({ description: 'What lacks, and in pt-BR what to do' }),
        call: z.string().meta({ description: 'The call that does the step' }),
      }),
    ),
    checks: z
      .array(
        z.strictObject({
          connectionId: z.string(),
          companyName: z.string(),
          orders: answer,
          contacts: answer,
          situations: answer.meta({ description: 'Without them Bling’s own situations count' }),
          at: instant,
        }),
      )
      .meta({ description: 'What Bling answered when it was asked in earnest' }),
    approvedSale: z
      .strictObject({
        connectionId: z.string(),
        orderId: z.string(),
        number: z.string().nullable(),
        programVersion: z.int(),
        at: instant,
      })
      .nullable(),
    channels: z
      .array(
        z.strictObject({
          channel: z.enum(CHANNELS),
          testedAt: instant.nullable().meta({ description: 'When a test message last went out by it' }),
          arrivedAt: instant.nullable().meta({
            description: 'When it was reported to have arrived; null: not yet, or none come by the channel',
          }),
          failure: z
            .string()
            .nullable()
            .meta({ description: 'Why it did not arrive, pt-BR; null: that was not reported' }),
        }),
      )
      .meta({ description: 'By what customers are written to, as the installation is set up' }),
  })
  .meta({ id: 'Activation' });

/** Which connection is asked. */
export const checkSchema = z.strictObject({ connectionId: z.string().min(1).max(100) });

/** Which order was looked at and approved. */
export const approvalSchema = z.strictObject({
  connectionId: z.string().min(1).max(100),
  orderId: z
    .string()
    .max(15)
    .regex(/^[1-9]\d{0,14}$/, 'O id do pedido no Bling tem só algarismos.'),
  programVersion: z
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .meta({ description: 'By which it was looked at: another is not approved unseen' }),
});

/** By which channel, and to which number. */
export const testMessageSchema = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('email') }).meta({ id: 'TestByEmail' }),
  z
    .strictObject({
      channel: z.literal('whatsapp'),
      phone: inputText(60)
        .refine(
          (phone) => parsePhone(phone)?.mobile === true,
          'Não é um número de celular. Escreva com o DDD.',
        )
        .meta({ format: 'mobile', description: 'Of whoever asks, in any spelling, with its area code' }),
    })
    .meta({ id: 'TestByWhatsApp' }),
]);

/** What became of a test message. */
export const testedSchema = z.strictObject({
  outcome: z
    .enum(['sent', 'failed', 'off'])
    .meta({ description: '`off`: the installation does not send by it' }),
  text: z.string().meta({ description: 'pt-BR' }),
  activation: activationSchema,
});

const at = '2026-11-03T12:00:00.000Z';

/** One activation, for examples. */
export const activationExample: z.output<typeof activationSchema> = {
  ...{ live: false, liveAt: null, mayGoLive: false },
  steps: [
    { step: 'connect', state: 'done', missing: [], call: 'GET /integrations/bling/authorize' },
    {
      step: 'program',
      state: 'missing',
      missing: [
        { code: 'no_program', text: 'Nenhum programa foi publicado. Monte o programa e publique-o.' },
      ],
      call: 'PUT /v1/program',
    },
  ],
  checks: [
    {
      ...{ connectionId: 'con_7h2k9m4q8r5t6v3w1x0y', companyName: 'Loja Exemplo' },
      ...{ orders: 'ok', contacts: 'ok', situations: 'refused', at },
    },
  ],
  approvedSale: null,
  channels: [{ channel: 'email', testedAt: null, arrivedAt: null, failure: null }],
};
