import { z } from 'zod';
import { mendedJson } from '../text';
import { answerFailure, transportFailure, unreadableSuccess } from './whatsapp-failure';

/** A template message to one person. */
export interface TemplateMessage {
  /** E.164 without the plus: `5511987654321`. */
  to: string;
  /** Name of a template approved in pt_BR. */
  template: string;
  /**
   * Texts of the body's placeholders, in order; Meta refuses line breaks, tabs and runs of spaces in them.
   */
  parameters: readonly string[];
  /** What the template's button adds to the address that is registered with it; absent: it has none. */
  button?: string;
  /** Our id of the message, up to 512 characters; its status webhooks carry it back. */
  reference: string;
}

/** Meta has taken the message; whether it arrives is told by status webhooks. */
export interface AcceptedMessage {
  /** Meta's id (`wamid.…`). */
  providerId: string;
  /** The number as WhatsApp knows it, in Brazil often without the ninth digit. Personal data. */
  waId: string | null;
}

/** The sending side of the WhatsApp Cloud API. */
export interface WhatsApp {
  /** The sending number's id, which its delivery reports name too. */
  readonly senderId: string;
  /** Whether its templates have a button that leads to the customer's page: without its end of the address Meta refuses them. */
  readonly pageButton: boolean;
  /** How many messages a second the number may send. */
  readonly perSecond: number;
  /** @throws SendError, whose outcome tells whether sending it again is safe. */
  sendTemplate(message: TemplateMessage): Promise<AcceptedMessage>;
  /** A text of our own words, which Meta takes within a day of what somebody has written to us. @throws SendError */
  sendText(message: { to: string; text: string }): Promise<AcceptedMessage>;
}

/** A sending number. */
export interface WhatsAppOptions {
  /** With the Graph version: `https://graph.facebook.com/v23.0`. */
  apiUrl: string;
  phoneNumberId: string;
  /** The system user's token. */
  token: string;
  /** Whether its templates have a button that leads to the customer's page. @default false */
  pageButton?: boolean;
  /** @default 80, as Meta has it for a number of which it says nothing else */
  perSecond?: number;
  fetch?: typeof globalThis.fetch;
  /**
   * Above the platform's ten seconds for connecting, so that a dead line is not mistaken for a lost answer.
   * @default 15000
   */
  timeoutMs?: number;
}

const accepted = z.object({
  contacts: z.array(z.object({ wa_id: z.string().nullish() })).nullish(),
  messages: z.array(z.object({ id: z.string().min(1) })).min(1),
});

/** Builds the sender of one number. It never repeats a call by itself. */
export function createWhatsApp(options: WhatsAppOptions): WhatsApp {
  const {
    apiUrl,
    phoneNumberId,
    token,
    pageButton = false,
    perSecond = 80,
    fetch = globalThis.fetch,
    timeoutMs = 15_000,
  } = options;
  const url = `${apiUrl.replace(/(?<!\/)\/+$/, '')}/${encodeURIComponent(phoneNumberId)}/messages`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

  async function post(body: string): Promise<{ status: number; text: string }> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      throw transportFailure(error);
    }
  }

  async function send(request: object): Promise<AcceptedMessage> {
    const { status, text } = await post(JSON.stringify(request));
    const body = json(text);
    if (status < 200 || status > 299) throw answerFailure(status, body);
    const answer = accepted.safeParse(body);
    const providerId = answer.data?.messages[0]?.id;
    if (providerId === undefined) throw unreadableSuccess(status);
    return { providerId, waId: answer.data?.contacts?.[0]?.wa_id ?? null };
  }

  return {
    senderId: phoneNumberId,
    pageButton,
    perSecond,
    sendTemplate: ({ button, ...message }) =>
      send(requestBody(pageButton && button !== undefined ? { ...message, button } : message)),
    sendText: ({ to, text }) =>
      send({
        ...{ messaging_product: 'whatsapp', recipient_type: 'individual', to, type: 'text' },
        text: { body: text, preview_url: false },
      }),
  };
}

/** The request of the Cloud API for a template whose body has placeholders, and perhaps the address of one button. */
function requestBody({ to, template, parameters, button, reference }: TemplateMessage): object {
  const texts = (all: readonly string[]): object[] => all.map((text) => ({ type: 'text', text }));
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to,
    type: 'template',
    template: {
      name: template,
      language: { policy: 'deterministic', code: 'pt_BR' },
      components: [
        { type: 'body', parameters: texts(parameters) },
        ...(button === undefined
          ? []
          : [{ type: 'button', sub_type: 'url', index: '0', parameters: texts([button]) }]),
      ],
    },
    biz_opaque_callback_data: reference,
  };
}

function json(text: string): unknown {
  try {
    return mendedJson(text);
  } catch {
    return undefined;
  }
}
