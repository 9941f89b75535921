import type { Request, Response } from 'express';
import { withoutValues } from '../../store';
import type { Actor, AuditActor, BegunAct, EndedAct } from '../../store';
import type { Act } from './act';
import { callerIn } from './auth';
import type { Call } from './endpoint-spec';
import type { AppDeps } from './deps';
import { problemOf } from './problem';

/** What a call says of its act while it does it. */
export type AuditChange = EndedAct['change'];

type Acting = Pick<Call<unknown, unknown>, 'merchantId' | 'caller' | 'address' | 'requestId' | 'now'>;

/** Where a call came from, and by which the logs of it are found. */
export type CallOrigin = Pick<Acting, 'address' | 'requestId'>;

/** Where a call came from. */
export function originOf(req: Request): CallOrigin {
  return { address: req.ip ?? '', requestId: req.id as string };
}

/** What is known of an act before it is done. */
export function begunAct(act: Act, { merchantId, caller, address, requestId, now }: Acting): BegunAct {
  return { merchantId, at: new Date(now), actor: auditActor(caller.actor), address, requestId, act };
}

/**
 * Does `work` as an act that is written down: before it is done, so that none is without a trace, and again when it has ended.
 * @throws what `work` throws, and `service_unavailable` where nothing can be written down: then nothing was done
 */
export async function audited<T>(
  { store, log }: Pick<AppDeps, 'store' | 'log'>,
  act: BegunAct,
  work: (tell: (change: AuditChange) => void) => Promise<T>,
): Promise<T> {
  const id = await store.audit.begin(act);
  let change: AuditChange = {};
  const end = (outcome: string): Promise<void> =>
    store.audit
      .end(act.merchantId, id, { outcome, change })
      .catch((cause: unknown) =>
        log.warn({ cause: withoutValues(cause), auditId: id, outcome }, 'end of an act was not written down'),
      );
  try {
    const result = await work((more) => (change = { ...change, ...more }));
    await end('done');
    return result;
  } catch (error) {
    await end(problemOf(error).code);
    throw error;
  }
}

/** Writes down an act that is done already: that it cannot be written must not turn the answer into a failure. */
export async function noteDone(
  { store, log }: Pick<AppDeps, 'store' | 'log'>,
  act: BegunAct,
  change: AuditChange,
): Promise<void> {
  await store.audit.record(act, { outcome: 'done', change }).catch((cause: unknown) => {
    const { merchantId, requestId } = act;
    const about = { merchantId, requestId, act: act.act, subject: change.subject };
    log.warn({ cause: withoutValues(cause), ...about }, 'act was not written down');
  });
}

/** So long one line stands for everything of a kind that somebody was refused: a key must not be able to fill the audit. */
const REFUSED_MS = 15 * 60_000;

/**
 * Writes down that somebody was refused what is not theirs to do, once for each act within a quarter of an hour; that it cannot be
 * written changes nothing for them.
 */
export function refusedAct(
  { store, log, now }: Pick<AppDeps, 'store' | 'log' | 'now'>,
  act: Act,
): (req: Request, res: Response) => Promise<void> {
  return async (req, res) => {
    const caller = callerIn(res);
    if (!caller) return;
    const { merchantId } = caller;
    const call = { merchantId, caller, ...originOf(req), now: now() };
    const begun = begunAct(act, call);
    const { kind, id } = auditActor(caller.actor);
    const name = `forbidden/${merchantId}/${kind}/${id}/${act}`;
    try {
      const taken = await store.limits.take([{ name, most: 1, withinMs: REFUSED_MS }], call.now);
      if ('id' in taken) await store.audit.record(begun, { outcome: 'forbidden', change: {} });
    } catch (cause) {
      log.warn({ cause: withoutValues(cause), act }, 'refused act was not written down');
    }
  };
}

function auditActor(actor: Actor): Extract<AuditActor, { id: string }> {
  return actor.kind === 'key' ? { kind: 'key', id: actor.keyId } : { kind: 'person', id: actor.personId };
}
