import type { Alerts } from '../alert';
import type { SendPause, SendPauses } from './send-pauses';

/** The rooms that this takes. */
interface PauseRooms {
  sendPauses: Pick<SendPauses, 'tell' | 'end'>;
  alerts: Pick<Alerts, 'raise' | 'resolve'>;
}

/** What an alert of a pause is about. */
function alertOf(
  { id, what }: SendPause,
  merchantId: string,
): { merchantId: string; kind: 'sender_paused' | 'template_paused'; subject: string } {
  return { merchantId, kind: what === 'template' ? 'template_paused' : 'sender_paused', subject: id };
}

/**
 * Raises the alert of a pause that lasts until somebody acts, once for each merchant whose messages wait for it.
 * @param text asked for only where it is raised
 */
export async function tellOfPause(
  { sendPauses, alerts }: PauseRooms,
  merchantId: string,
  pause: SendPause,
  text: (pause: SendPause) => string,
  now: Date,
): Promise<void> {
  if (!pause.alert || pause.merchants.includes(merchantId)) return;
  const { sender, template, code } = pause;
  const about = alertOf(pause, merchantId);
  const facts = { sender, code, ...(template === null ? {} : { template }) };
  await alerts.raise(about, { text: text(pause), facts }, now);
  if (!(await sendPauses.tell(pause.id, merchantId))) await alerts.resolve(about, now);
}

/** Something went that a pause stood in the way of: it is over, and so are its alerts. */
export async function endPause(
  { sendPauses, alerts }: PauseRooms,
  pause: SendPause,
  now: Date,
): Promise<void> {
  const over = async (merchants: readonly string[]): Promise<void> => {
    for (const merchantId of merchants) await alerts.resolve(alertOf(pause, merchantId), now);
  };
  // First, so that who breaks off here leaves a pause that ends once more.
  await over(pause.merchants);
  const ended = await sendPauses.end(pause);
  await over((ended?.merchants ?? []).filter((one) => !pause.merchants.includes(one)));
}
