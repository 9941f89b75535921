import { titleOf } from './meta-error';

/** What Meta reports of a message. */
export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** The body of a status webhook. `code` is the error of a failed message. */
export function statusBody(
  message: { id: string; waId: string; user: string; opaque?: string },
  status: MessageStatus,
  at: number,
  phoneNumberId: string,
  code?: number,
): string {
  const title = titleOf(code ?? 0);
  const errors = [{ code, title, message: title, error_data: { details: title } }];
  const pricing = { billable: true, pricing_model: 'PMP', category: 'marketing', type: 'regular' };
  const entry = {
    id: message.id,
    status,
    timestamp: String(Math.floor(at / 1000)),
    recipient_id: message.waId,
    ...(status === 'failed' ? { errors } : { pricing, recipient_user_id: message.user }),
    ...(message.opaque === undefined ? {} : { biz_opaque_callback_data: message.opaque }),
  };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '5554933330000', phone_number_id: phoneNumberId },
    ...(status === 'failed'
      ? {}
      : { contacts: [{ profile: { name: '' }, wa_id: message.waId, user_id: message.user }] }),
    statuses: [entry],
  };
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }],
  });
}
