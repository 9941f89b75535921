import { z } from 'zod';
import type { NoticeKind } from '../../loyalty';
import { unknownVariables, variablesOf } from '../../messaging';
import type { OwnText, Store } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, inputText, invalidField } from '../http';
import { occasion } from './message-schema';

const tag = 'Messages';
const path = '/v1/messages/texts';

const paragraphs = z.array(inputText(600)).max(5);
const text = {
  subject: inputText(120).nullable().meta({ description: 'Of the e-mail; null: as it is without' }),
  opening: paragraphs.meta({ description: 'Paragraphs before what the message has to say' }),
  closing: paragraphs.meta({ description: 'Paragraphs after it' }),
};

const textSchema = z
  .strictObject({
    occasion,
    ...{ subject: z.string().nullable(), opening: z.array(z.string()), closing: z.array(z.string()) },
    variables: z
      .array(z.string())
      .meta({ description: 'What is filled in for each customer, as it is typed' }),
  })
  .meta({ id: 'MessageText' });

const textsSchema = z.strictObject({ data: z.array(textSchema) });
type Texts = z.output<typeof textsSchema>;

/** What is typed: all of it replaces what there was. */
const changeSchema = z.strictObject({ occasion, ...text }).meta({ id: 'MessageTextChange' });

const example = { ...viewOf('birthday', { subject: 'Parabéns, {nome}!', closing: ['Abraços da equipe.'] }) };

/** What a merchant says in its e-mails to customers in its own words. */
export function messageTextRoutes(deps: AppDeps): Route[] {
  const { store } = deps;
  const reply = {
    description: 'Of each occasion; without words of its own all is as it is without',
    schema: textsSchema,
    example: { data: [example] },
  };
  return [
    endpoint(deps, {
      ...{ method: 'get', path, permission: 'settings', tag },
      summary: 'What e-mails to customers say in the merchant’s own words',
      reply,
      answer: ({ merchantId }) => textsOf(store, merchantId),
    }),
    endpoint(deps, {
      ...{ method: 'put', path, permission: 'settings', tag },
      summary: 'Say something in e-mails of an occasion in one’s own words, or nothing any more',
      description:
        'What the message has to say (amounts, dates, vouchers, the way out) stays as it is: the words stand before and after it. Without ' +
        'subject and paragraphs there are none any more. What is in braces is filled in for each customer; anything else in them is refused. ' +
        'Holds for what is sent from then on.',
      body: {
        schema: changeSchema,
        example: { occasion: 'birthday', subject: 'Parabéns, {nome}!', opening: [], closing: [] },
      },
      reply,
      act: 'message.text',
      async answer({ merchantId, body: { occasion: kind, ...typed }, tell }) {
        refuseUnknown(kind, typed);
        const { texts } = await store.merchants.writing(merchantId);
        await store.merchants.setText(merchantId, kind, ownText(typed));
        tell({ before: toldOf(kind, texts[kind]), after: toldOf(kind, ownText(typed) ?? undefined) });
        return textsOf(store, merchantId);
      },
    }),
  ];
}

interface Typed {
  subject: string | null;
  opening: string[];
  closing: string[];
}

async function textsOf({ merchants }: Store, merchantId: string): Promise<Texts> {
  const { texts } = await merchants.writing(merchantId);
  return { data: occasion.options.map((kind) => viewOf(kind, texts[kind])) };
}

function viewOf(
  kind: NoticeKind,
  { subject, opening = [], closing = [] }: OwnText = {},
): Texts['data'][number] {
  const said = { subject: subject ?? null, opening: [...opening], closing: [...closing] };
  return { occasion: kind, ...said, variables: variablesOf(kind) };
}

/** @throws Problem `invalid_request` */
function refuseUnknown(kind: NoticeKind, typed: Typed): void {
  for (const field of ['subject', 'opening', 'closing'] as const) {
    const [unknown] = [typed[field] ?? []].flat().flatMap((said) => unknownVariables(kind, said));
    if (unknown !== undefined)
      throw invalidField(
        field,
        `${unknown} não é preenchido nesta mensagem. Use ${variablesOf(kind).join(', ')}, ou escreva sem chaves.`,
      );
  }
}

/** Null: nothing is said in one's own words. */
function ownText({ subject, opening, closing }: Typed): OwnText | null {
  const said: OwnText = {
    ...(subject === null ? {} : { subject }),
    ...(opening.length === 0 ? {} : { opening }),
    ...(closing.length === 0 ? {} : { closing }),
  };
  return Object.keys(said).length === 0 ? null : said;
}

/** What the audit says of it. */
function toldOf(kind: NoticeKind, { subject, opening = [], closing = [] }: OwnText = {}) {
  return { occasion: kind, subject: subject ?? null, opening, closing };
}
