import type { Alerts } from '../alert';
import type { Held, SendPause, SendPauses } from './send-pauses';

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
  rooms: PauseRooms,
  merchantId: string,
  pause: SendPause,
  text: (pause: SendPause) => string,
  now: Date,
): Promise<void> {
  if (pause.alert && !pause.merchants.includes(merchantId)) await raise(rooms, merchantId, pause, text, now);
}

/** The same of what was refused just now: whoever has an alert of it sees that it lasts, and by which code by now. */
export async function tellOfRefusal(
  rooms: PauseRooms,
  merchantId: string,
  { pause, counted }: Held,
  text: (pause: SendPause) => string,
  now: Date,
): Promise<void> {
  if (!counted) return tellOfPause(rooms, merchantId, pause, text, now);
  if (!pause.alert) return;
  for (const one of new Set([...pause.merchants, merchantId])) await raise(rooms, one, pause, text, now);
}

async function raise(
  { sendPauses, alerts }: PauseRooms,
  merchantId: string,
  pause: SendPause,
  text: (pause: SendPause) => string,
  now: Date,
): Promise<void> {
  const { sender, template, code } = pause;
  const about = alertOf(pause, merchantId);
  const facts = { sender, code, ...(template === null ? {} : { template }) };
  await alerts.raise(about, { text: text(pause), facts }, now);
  if (!(await sendPauses.tell(pause.id, merchantId))) await alerts.resolve(about, now);
}

/**
 * Something went that a pause stood in the way of: it is over, and so are its alerts.
 * @param at since when, by whoever's clock tells of it
 */
export async function endPause(
  { sendPauses, alerts }: PauseRooms,
  pause: SendPause,
  now: Date,
  at = now,
): Promise<void> {
  const ended = await sendPauses.end(pause, at, now);
  for (const merchantId of ended?.merchants ?? []) await alerts.resolve(alertOf(pause, merchantId), now);
}

/**
 * Closes what a merchant still has open of pauses that are over, and ends those of what nothing goes by any more: a number or a template
 * that was given up. No message of theirs will ever show that they are over.
 * @param used the pauses there can be, by what messages go by now
 */
export async function closeForsaken(
  rooms: PauseRooms & { sendPauses: Pick<SendPauses, 'get'>; alerts: Pick<Alerts, 'open'> },
  merchantId: string,
  used: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  for (const about of await rooms.alerts.open(merchantId, ['sender_paused', 'template_paused'])) {
    const pause = await rooms.sendPauses.get(about.subject);
    if (pause && used.has(about.subject)) continue;
    if (pause) await endPause(rooms, pause, now);
    // What was raised of a new one since stays.
    await rooms.alerts.resolve(about, now, now);
  }
}
