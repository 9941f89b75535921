import { countsToCaps, decide, momentOf } from '../../loyalty';
import type { Decision, MessageCase } from '../../loyalty';
import type { RenderedMessage } from '../../messaging';
import { messagesEnded } from '../../metrics';
import { isMomentary, messageIdOf } from '../../store';
import type { Customer, Message, MessageDecision, MessageIdentity, Opening } from '../../store';
import type { ActivityDeps } from '../runtime';
import { afterFailure, FIRST_RETRY_MS } from './after-failure';
import type { Delivery } from './delivery';
import { isWaiting, mayBeginAnew, mayHaveGone, ownCase, toldNobody, triedFrom } from './fate';
import { openGate, pauseIn, takePlace, takeTurns, tellOfWaiting } from './gate';
import type { Gate } from './gate';
import { given, givenLately } from './given-lately';
import { mayLeave, THIS_STEP } from './leaving';
import type { SendingStep } from './leaving';
import { outletOf, wayTo } from './sending';
import type { Way } from './sending';
import { resolveUncertain, UNCERTAIN_MS } from './uncertain';

/** Two notices to one person that are about to go at once both step back, each for a moment of its own up to this long. */
const APART_MS = 60_000;

/** One message by one channel: which, to whom, its words, and what is decided by. */
export interface Dispatch {
  identity: MessageIdentity;
  customer: Customer;
  of: Omit<MessageCase, 'since' | 'waitedFor' | 'pause'>;
  /** Null: nothing it goes by can be held up. */
  gate: Gate | null;
  /** Null: there is nothing to say, and the case says why. */
  content: RenderedMessage | null;
}

/** A dispatch, how it reaches its customer, and who sends it. */
type Plan = Dispatch & { of: Omit<MessageCase, 'since' | 'waitedFor'>; way: Way; step: SendingStep };

/**
 * Brings messages to the outside world as the policy decides, each at most once as far as can be known. What certainly failed is tried
 * again later; what may have gone waits for a delivery report and is then sent again only where that cannot double it.
 * @param now when the step began; by what time it is then messages are marked, and leave
 */
export async function deliver(
  deps: ActivityDeps,
  dispatches: readonly Dispatch[],
  now: Date,
  step = THIS_STEP,
): Promise<Delivery[]> {
  const plans = dispatches.map((dispatch) => planOf(deps, dispatch, step, now));
  const marked = new Date(step.clock());
  const opened = await deps.store.messages.open(
    plans.map((plan) => openingOf(deps, plan, now)),
    marked,
  );
  return Promise.all(
    opened.map(({ message, fresh }, index) =>
      fresh
        ? begin(deps, { ...message, sendingSince: marked }, plans[index]!, now)
        : carryOn(deps, message, plans[index]!, now),
    ),
  );
}

function planOf(deps: ActivityDeps, dispatch: Dispatch, step: SendingStep, now: Date): Plan {
  const { identity, customer, of, gate } = dispatch;
  const way = wayTo(deps, customer, identity.channel, messageIdOf(identity));
  const barriers = 'lacks' in way ? new Set([...of.barriers, way.lacks]) : of.barriers;
  return { ...dispatch, of: { ...of, barriers, ...pauseIn(gate, now) }, way, step };
}

function openingOf(deps: ActivityDeps, { identity, customer, of }: Plan, now: Date): Opening {
  const decision = decide({ ...of, since: now.getTime(), waitedFor: null }, now.getTime());
  return {
    identity,
    about: { customerId: customer.id, kind: of.kind },
    decision: asDecided(decision, now),
    beginning:
      decision.do === 'send'
        ? { state: 'sending', ...outletOf(deps, identity.channel, customer) }
        : decision.do === 'skip'
          ? { state: 'skipped', reason: decision.because }
          : { state: 'queued', reason: decision.because, nextAttemptAt: new Date(decision.until) },
  };
}

function asDecided(decision: Decision, now: Date): MessageDecision {
  return {
    at: now,
    do: decision.do,
    because: decision.do === 'send' ? null : decision.because,
    until: decision.do === 'wait' ? new Date(decision.until) : null,
  };
}

/** Nobody has opened it before. */
async function begin(deps: ActivityDeps, message: Message, plan: Plan, now: Date): Promise<Delivery> {
  if (message.state === 'sending') return takeTurn(deps, message, plan, now);
  if (message.state === 'skipped') messagesEnded.inc({ channel: message.channel, state: 'skipped' });
  if (message.state === 'queued') await tellIfPaused(deps, message.reason, plan, now);
  return { again: message.nextAttemptAt, untold: true };
}

/** Somebody has. */
async function carryOn(deps: ActivityDeps, message: Message, plan: Plan, now: Date): Promise<Delivery> {
  const decision = decide({ ...plan.of, ...ownCase(message) }, now.getTime());
  if (mayBeginAnew(message)) {
    if (decision.do !== 'skip') return beginAnew(deps, message, plan, now);
    // Due again, and not told for another reason: that is for good.
    if (decision.because !== 'no_longer_due') return end(deps, message, decision, now);
  }
  if (message.state !== 'queued' && message.state !== 'sending') return dealtWith(toldNobody(message));
  if (decision.do === 'skip') return end(deps, message, decision, now);
  if (message.state === 'sending') return waiting(await resolveUncertain(deps, message, now));
  if (decision.do === 'wait') return hold(deps, message, plan, decision, now);
  const { nextAttemptAt } = message;
  if (nextAttemptAt !== null && nextAttemptAt > now)
    return { again: nextAttemptAt, untold: !mayHaveGone(message) };
  const to = { customerId: plan.customer.id, ...outletOf(deps, message.channel, plan.customer) };
  const marked = new Date(plan.step.clock());
  const mine = await deps.store.messages.startSending(message.id, marked, asDecided(decision, now), to);
  if (!mine) return waiting(new Date(now.getTime() + UNCERTAIN_MS));
  const begun = { ...message, ...to, attempts: message.attempts + 1, sendingSince: marked };
  // What may have gone once has had its turn.
  return mayHaveGone(message) ? attempt(deps, begun, plan, now) : takeTurn(deps, begun, plan, now);
}

function dealtWith(untold = false): Delivery {
  return { again: null, untold };
}

function waiting(again: Date | null): Delivery {
  return { again, untold: false };
}

/** Its notice is due again, and nobody has heard of it. */
async function beginAnew(deps: ActivityDeps, message: Message, plan: Plan, now: Date): Promise<Delivery> {
  const decision = { at: now, do: 'wait', because: null, until: now } as const;
  const anew = { state: 'queued', reason: 'due_again', nextAttemptAt: now, decision } as const;
  await deps.store.messages.finish(message.id, anew, now, 'skipped');
  return carryOn(deps, { ...message, ...anew, heldUntil: now }, plan, now);
}

/** It is not sent for good. One that was on its way may have arrived: only a report can say so now. */
async function end(
  { store }: ActivityDeps,
  message: Message,
  decision: Decision & { do: 'skip' },
  now: Date,
): Promise<Delivery> {
  const { id, channel } = message;
  const outcome = mayHaveGone(message)
    ? ({ state: 'unknown', reason: 'no_report' } as const)
    : ({ state: 'skipped', reason: decision.because, decision: asDecided(decision, now) } as const);
  await store.messages.finish(id, outcome, now, message.state);
  messagesEnded.inc({ channel, state: outcome.state });
  return dealtWith(outcome.state === 'skipped');
}

/** Until it may go. What may have gone already is not sent again hours later. */
async function hold(
  deps: ActivityDeps,
  message: Message,
  plan: Plan,
  decision: Decision & { do: 'wait' },
  now: Date,
): Promise<Delivery> {
  const { store } = deps;
  const { id, channel, nextAttemptAt } = message;
  // A line that is full for seconds keeps nothing from being sent again that may be.
  if (mayHaveGone(message) && isMomentary(decision.because))
    return { again: new Date(decision.until), untold: false };
  if (mayHaveGone(message)) {
    await store.messages.finish(id, { state: 'unknown', reason: 'no_report' }, now, 'queued');
    messagesEnded.inc({ channel, state: 'unknown' });
    return dealtWith();
  }
  if (isWaiting(message) && nextAttemptAt !== null && nextAttemptAt > now)
    return { again: nextAttemptAt, untold: true };
  const again = new Date(decision.until);
  await store.messages.finish(
    id,
    { state: 'queued', reason: decision.because, nextAttemptAt: again, decision: asDecided(decision, now) },
    now,
    'queued',
  );
  await tellIfPaused(deps, decision.because, plan, now);
  return { again, untold: true };
}

/** What waits until somebody acts is known to whoever can. */
async function tellIfPaused(
  deps: ActivityDeps,
  because: string | null,
  { identity: { merchantId, channel }, gate }: Plan,
  now: Date,
): Promise<void> {
  if (because === 'sender_paused' || because === 'template_paused')
    await tellOfWaiting(deps, merchantId, channel, gate, now);
}

/**
 * It is marked as on its way, and nothing has gone yet. Where caps hold, whoever else writes to this customer just now is looked for: of
 * two who both look after both have marked, at least one sees the other.
 */
async function takeTurn(deps: ActivityDeps, message: Message, plan: Plan, now: Date): Promise<Delivery> {
  const { of, customer, identity } = plan;
  const turn = { ...of, ...ownCase(message) };
  if (countsToCaps(of.kind)) {
    const others = await unlessAway(deps, message, now, () =>
      givenLately(deps.store, identity, customer.id, now),
    );
    const settled = decide({ ...turn, told: given(others, false) }, now.getTime());
    const decision = decide({ ...turn, told: given(others, true) }, now.getTime());
    if (decision.do !== 'send')
      return stepBack(deps, message, settled.do === 'send' ? apart(message.id, now) : settled, now);
  }
  // It is come back for during a day from when it was let go, whatever it had waited for before.
  const tried = { ...turn, since: triedFrom(message) };
  const waits = await unlessAway(
    deps,
    message,
    now,
    async () =>
      (await takePlace(deps, plan.gate, tried, now)) ?? (await takeTurns(deps, plan.gate, turn, now)),
  );
  if (waits) return stepBack(deps, message, waits, now);
  return attempt(deps, message, plan, now);
}

/** What could not be looked at was not sent: it is put back as that, so that nobody takes it for one that may have gone. */
async function unlessAway<T>(
  deps: ActivityDeps,
  message: Message,
  now: Date,
  look: () => Promise<T>,
): Promise<T> {
  try {
    return await look();
  } catch (error) {
    await stepBack(deps, message, apart(message.id, now), now).catch(() => undefined);
    throw error;
  }
}

/** Another moment each time: whose moments are close would only meet again. */
function apart(id: string, now: Date): Decision & { do: 'wait' } {
  const moment = momentOf(`${id}/${now.getTime()}`);
  const until = now.getTime() + 1_000 + Math.floor(moment * APART_MS);
  return { do: 'wait', because: 'frequency_cap', until };
}

/** It has not left in its time, and waits as it waited before: whoever looks for it later marks it anew. */
async function leaveLater({ store }: ActivityDeps, message: Message, now: Date): Promise<Delivery> {
  const { id, attempts } = message;
  const maybeGone = message.state === 'queued' && mayHaveGone(message);
  const nextAttemptAt = new Date(now.getTime() + FIRST_RETRY_MS);
  const outcome = { state: 'queued', nextAttemptAt, ...(maybeGone ? {} : { reason: 'delayed' }) } as const;
  if (!(await store.messages.stepBack(id, attempts, outcome, now)))
    return waiting(new Date(now.getTime() + UNCERTAIN_MS));
  return { again: nextAttemptAt, untold: !maybeGone };
}

async function stepBack(
  { store }: ActivityDeps,
  { id, channel, attempts }: Message,
  decision: Exclude<Decision, { do: 'send' }>,
  now: Date,
): Promise<Delivery> {
  const decided = { reason: decision.because, decision: asDecided(decision, now) };
  const again = decision.do === 'wait' ? new Date(decision.until) : null;
  const outcome =
    again === null
      ? { state: 'skipped' as const, ...decided }
      : { state: 'queued' as const, ...decided, nextAttemptAt: again };
  // Whoever else has taken it up meanwhile will say what became of it.
  if (!(await store.messages.stepBack(id, attempts, outcome, now)))
    return waiting(new Date(now.getTime() + UNCERTAIN_MS));
  if (again === null) messagesEnded.inc({ channel, state: 'skipped' });
  return { again, untold: true };
}

async function attempt(deps: ActivityDeps, message: Message, plan: Plan, now: Date): Promise<Delivery> {
  const { way, content, step } = plan;
  if ('lacks' in way || content === null)
    throw new Error(`Message ${message.id} was let go and has no words or no way.`);
  if (!mayLeave(step, message.sendingSince!.getTime()))
    return leaveLater(deps, message, new Date(step.clock()));
  try {
    const providerId = await way.send(content);
    const outcome = { state: 'sent' as const, ...(providerId === null ? {} : { providerId }) };
    await deps.store.messages.finish(message.id, outcome, new Date(step.clock()));
    messagesEnded.inc({ channel: message.channel, state: 'sent' });
  } catch (error) {
    return afterFailure(deps, { message, customer: plan.customer, gate: plan.gate }, error, now);
  }
  await openGate(deps, plan.gate, now);
  return dealtWith();
}
