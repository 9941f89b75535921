import { z } from 'zod';
import { MetaError } from './meta-error';
import { recipientDigits } from './phone-number';
import { parameterCount, rendered, templateOf } from './template';
import type { Template } from './template';

/** A text of the business's own, which passes within a day of what the phone wrote. */
export interface OutgoingText {
  to: string;
  digits: string;
  text: string;
}

/** A message that passed Meta's checks. */
export interface OutgoingMessage {
  /** As the sender wrote it. */
  to: string;
  /** The same in digits. */
  digits: string;
  template: Template;
  parameters: string[];
  text: string;
  /** What the button adds to its address; null: there is none. */
  button: string | null;
  opaque?: string;
}

const component = z.object({
  type: z.string(),
  sub_type: z.string().optional(),
  index: z.union([z.string(), z.number()]).optional(),
  parameters: z.array(z.looseObject({ type: z.string() })).default([]),
});
const templateShape = z.object({
  name: z.string(),
  language: z.object({ code: z.string() }),
  components: z.array(component).default([]),
});

function textField(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new MetaError(100, `The parameter ${name} is required.`);
}

/** The texts for the placeholders. Throws a MetaError where they do not fit the template. */
function parametersOf(template: Template, components: readonly z.infer<typeof component>[]): string[] {
  const other = components.find((one) => one.type !== 'body' && one.type !== 'button');
  if (other) throw new MetaError(132012, `${other.type}: the template has no such component with parameters`);
  const given = components.flatMap((one) => (one.type === 'body' ? one.parameters : []));
  const expected = parameterCount(template);
  if (given.length !== expected) {
    const counts = `number of localizable_params (${given.length}) does not match the expected number of params (${expected})`;
    throw new MetaError(132000, `body: ${counts}`);
  }
  return given.map((parameter, at) => {
    if (parameter.type !== 'text' || typeof parameter.text !== 'string' || parameter.text === '') {
      throw new MetaError(132012, `body: parameter ${at + 1} must be of type text with a text in it`);
    }
    if (/[\n\t]| {5,}/.test(parameter.text)) {
      throw new MetaError(
        100,
        'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
      );
    }
    return parameter.text;
  });
}

/** What the button adds to its address; null: the template has none. */
function buttonOf(components: readonly z.infer<typeof component>[], hasButton: boolean): string | null {
  const given = components.flatMap((one) => (one.type === 'button' ? [one] : []));
  if (given.length !== (hasButton ? 1 : 0))
    throw new MetaError(132000, `buttons: ${given.length} given, ${hasButton ? 1 : 0} expected`);
  const [button] = given;
  if (!button) return null;
  const [parameter] = button.parameters;
  const isUrl = button.sub_type === 'url' && String(button.index) === '0' && button.parameters.length === 1;
  if (!isUrl || parameter?.type !== 'text' || typeof parameter.text !== 'string' || parameter.text === '')
    throw new MetaError(132012, 'button: a url button takes one text');
  return parameter.text;
}

const ownText = z.object({ body: z.string().min(1).max(4_096) });

function textOf(given: unknown, isOpen: boolean): string {
  const parsed = ownText.safeParse(given);
  if (!parsed.success) throw new MetaError(100, 'text.body must be a text of at most 4096 characters');
  if (!isOpen) throw new MetaError(131047, 'More than 24 hours have passed since the recipient last replied');
  return parsed.data.body;
}

/**
 * Checks the body of a send request as Meta does. Throws a MetaError.
 * @param isOpen whether a phone has written within the last day
 * @param hasButton whether templates have a button whose address ends as the sender says
 */
export function checkedMessage(
  body: unknown,
  isOpen: (digits: string) => boolean,
  hasButton: boolean,
): OutgoingMessage | OutgoingText {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (textField(fields, 'messaging_product') !== 'whatsapp') {
    throw new MetaError(100, 'Param messaging_product must be one of {WHATSAPP} - got another value');
  }
  const to = textField(fields, 'to');
  const digits = recipientDigits(to);
  if (digits === undefined) throw new MetaError(131009, 'The recipient is not a phone number');
  if (fields.type === 'text') return { to, digits, text: textOf(fields.text, isOpen(digits)) };
  if (fields.type !== 'template') throw new MetaError(131051, 'Messages of this type are not played');
  const shape = templateShape.safeParse(fields.template);
  if (!shape.success)
    throw new MetaError(100, 'The template needs a name, a language code and a list of components');
  const { name, language, components } = shape.data;
  const template = templateOf(name, language.code);
  if (!template) throw new MetaError(132001, `template name (${name}) does not exist in ${language.code}`);
  const parameters = parametersOf(template, components);
  const button = buttonOf(components, hasButton);
  const opaque = fields.biz_opaque_callback_data;
  if (opaque !== undefined && (typeof opaque !== 'string' || opaque.length > 512)) {
    throw new MetaError(100, 'biz_opaque_callback_data must be a text of at most 512 characters');
  }
  return { to, digits, template, parameters, button, text: rendered(template, parameters), opaque };
}
