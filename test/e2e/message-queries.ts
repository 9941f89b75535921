import type { Store } from '../../src/store';

/** Everything that is asked about what to tell customers by no sale. */
export async function followUpsAsked(
  { followUpPlans, sales }: Store,
  merchantId: string,
  now: Date,
): Promise<void> {
  await followUpPlans.seen(merchantId, 'cus_x');
  await followUpPlans.keep(merchantId, 'cus_x', 0, { at: now, version: 1 });
  await followUpPlans.changed(merchantId, 'cus_x');
  await followUpPlans.outdated(merchantId, 1, { id: '', version: null }, 1_000);
  await followUpPlans.outdated(merchantId, 3, { id: 'cus_x', version: 1 }, 1_000);
  await followUpPlans.due(merchantId, now, { at: 0, id: '' }, 10);
  await sales.purchases(merchantId, 'cus_x');
}

/** Everything that is asked of the outbox about a message and its customer. */
export async function messagesAsked(
  { alerts, merchants, messages, reports, sendPaces, sendPauses, suppressions }: Store,
  merchantId: string,
  now: Date,
): Promise<void> {
  const id = `${merchantId}/sal_x/earned/email`;
  const decision = { at: now, do: 'send', because: null, until: null } as const;
  await messages.get(id);
  await merchants.setText(merchantId, 'earned', { opening: ['Oi!'] });
  await merchants.setText(merchantId, 'earned', null);
  await reports.invited(merchantId, {
    zone: 'America/Sao_Paulo',
    ...{ from: new Date(0), end: now, kinds: ['earned', 'expiring'], barredBy: ['opted_out'] },
    ...{ withinMs: 86_400_000, statuses: ['active'] },
  });
  const place = { before: now, beforeId: id, limit: 2 };
  for (const one of [
    {},
    { customerId: 'cus_x' },
    { saleId: 'sal_x' },
    { state: 'sent' },
    { kind: 'earned' },
  ] as const)
    for (const page of [{ limit: 2 }, place]) await messages.list(merchantId, { ...one, ...page });
  await messages.startSending(id, now, decision, { customerId: 'cus_x' });
  await messages.stepBack(id, 1, { state: 'queued', decision }, now);
  await messages.givenTo(merchantId, 'cus_x', ['expiring'], now);
  await messages.toCustomer(merchantId, 'cus_x', ['balance'], now);
  const path = { sender: 'whatsapp/1', template: 'retorno_saldo', to: '+5511988880001' };
  const refused = { what: 'template', code: '132015', reason: 'template_blocked', alert: true } as const;
  const held = { ...refused, at: now, holdMs: () => 1 };
  const { pause } = (await sendPauses.hold(path, { ...held, by: 'report' }, now))!;
  await sendPauses.hold(path, { ...held, by: 'tried' }, now);
  await sendPauses.on(path);
  await sendPauses.reportedOf(path.sender, { templates: [path.template], phones: [path.to] });
  await sendPauses.get(pause.id);
  await sendPauses.tryNow(pause, now);
  await sendPauses.accepted(pause, now);
  await sendPauses.tell(pause.id, merchantId);
  await sendPauses.end(pause, now, now);
  await alerts.open(merchantId, ['sender_paused']);
  for (let n = 0; n < 50; n += 1) await sendPaces.take(path, 1_000);
  const address = { phone: '+5511988880001' };
  await suppressions.failed(merchantId, address, id, now);
  await suppressions.reached(merchantId, [{ address, at: now }]);
}
