/** The body of the webhook by which Meta tells of a text that a phone has written. `from` null: its owner shows no number. */
export function answerBody(
  { id, from, user, text, at }: { id: string; from: string | null; user: string; text: string; at: number },
  phoneNumberId: string,
): string {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '5554933330000', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: '' }, ...(from === null ? {} : { wa_id: from }), user_id: user }],
    messages: [
      {
        ...(from === null ? {} : { from }),
        from_user_id: user,
        id,
        timestamp: String(Math.floor(at / 1000)),
        type: 'text',
        text: { body: text },
      },
    ],
  };
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }],
  });
}
