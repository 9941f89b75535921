import { z } from 'zod';
import { blingFaultKinds, blingRoutes } from '../bling';
import { mailFaultKinds } from '../mail';
import { whatsAppFaultKinds } from '../whatsapp';

const cents = z.int().min(0);
const times = z.int().min(1).max(1_000_000);
const ms = z.int().min(0).max(600_000);

const discount = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('REAL'), cents }),
  z.object({ unit: z.literal('PERCENTUAL'), bps: z.int().min(0).max(1_000_000) }),
]);

const item = z.object({
  code: z.string().optional(),
  description: z.string().optional(),
  quantity: z.number().positive().max(1_000_000).optional(),
  unitCents: cents,
});

/** The body that makes or changes an order: an `OrderDraft`. */
export const orderBody = z.strictObject({
  contactId: z.int().optional(),
  items: z.array(item).min(1).optional(),
  totalCents: cents.optional(),
  discount: discount.optional(),
  freightCents: cents.optional(),
  otherExpensesCents: cents.optional(),
  situationId: z.int().optional(),
  channelId: z.int().optional(),
  storeNumber: z.string().optional(),
  date: z.iso.date().optional(),
  instalments: z.int().min(1).max(24).optional(),
});

/** The body that issues an NFC-e: of an order, or at the counter. */
export const invoiceBody = z.strictObject({
  orderId: z.int().optional(),
  contactId: z.int().optional(),
  totalCents: cents.optional(),
  discountCents: cents.optional(),
  consumer: z.strictObject({ document: z.string().max(20), name: z.string().max(100).optional() }).optional(),
  situationId: z.int().min(1).max(11).optional(),
});

/** The body that moves an NFC-e to another situation. */
export const invoiceMoveBody = z.strictObject({ situationId: z.int().min(1).max(11) });

/** The body that adds or edits a contact: a `ContactDraft`. */
export const contactBody = z.strictObject({
  name: z.string().optional(),
  type: z.enum(['F', 'J', 'E']).optional(),
  document: z.string().optional(),
  phone: z.string().optional(),
  mobile: z.string().optional(),
  email: z.string().optional(),
  situation: z.enum(['A', 'E', 'I', 'S']).optional(),
});

/** The number of a page, from 1; absent: the first. */
export const pageNumber = z.coerce.number().int().min(1).max(1_000_000).default(1);

/** The body that sends an order's webhooks again. */
export const againBody = z.strictObject({
  times: times.max(200).default(1),
  reversed: z.boolean().default(false),
});

/** The body that changes how a company's events are treated. */
export const modeBody = z.strictObject({ mode: z.enum(['live', 'held', 'dropped']) });

/** The body that injects a fault. */
export const faultBody = z.discriminatedUnion('target', [
  z.strictObject({
    target: z.literal('bling'),
    kind: z.enum(blingFaultKinds),
    company: z.int().min(0).optional(),
    route: z.enum(blingRoutes).optional(),
    times: times.optional(),
    ms: ms.optional(),
  }),
  z.strictObject({
    target: z.literal('whatsapp'),
    kind: z.enum(whatsAppFaultKinds),
    code: z.int().optional(),
    template: z.string().optional(),
    phone: z.string().optional(),
    times: times.optional(),
    ms: ms.optional(),
  }),
  z.strictObject({
    target: z.literal('mail'),
    kind: z.enum(mailFaultKinds),
    code: z.int().min(400).max(599).optional(),
    address: z.string().optional(),
    times: times.optional(),
  }),
]);

/** The body by which a phone answers the business. */
export const replyBody = z.strictObject({
  phone: z.string().regex(/^[+\d\s().-]{8,20}$/),
  text: z.string().min(1).max(4_096),
});

/** The body by which a phone's owner stops the business's messages in the app, or lets them through again. */
export const blockBody = z.strictObject({ phone: z.string().min(8), blocked: z.boolean() });

/** The body by which a phone leaves WhatsApp, or comes back. */
export const absenceBody = z.strictObject({ phone: z.string().min(8), left: z.boolean() });

/** The body by which Meta refuses what is sent, or one template, with a code until told otherwise; null: not any more. */
export const refusalBody = z.strictObject({
  code: z.int().nullable(),
  template: z.string().min(1).nullable().default(null),
});

/** The body that changes settings. */
export const settingsBody = z.strictObject({
  redirectUrl: z.url().optional(),
  webhookUrl: z.url().optional(),
  whatsapp: z.strictObject({ webhookUrl: z.url().optional() }).optional(),
  webhookDelivery: z
    .strictObject({
      copies: z.int().min(1).max(50).optional(),
      shuffleMs: ms.optional(),
      withSituation: z.boolean().optional(),
      lossRate: z.number().min(0).max(1).optional(),
    })
    .optional(),
  autoSales: z
    .strictObject({ everyMs: z.int().min(100) })
    .nullable()
    .optional(),
});
