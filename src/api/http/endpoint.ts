import { webcrypto } from 'node:crypto';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { actorId, withoutValues } from '../../store';
import type { Caller } from '../../store';
import { audited, begunAct, refusedAct } from './audited';
import { callerIn } from './auth';
import type { AppDeps } from './deps';
import { inputJson, sha256 } from './digest';
import type { Call, CallOutcome, Endpoint } from './endpoint-spec';
import { answerOnce, readIdempotencyKey } from './idempotency';
import type { Answer } from './idempotency';
import { sendCsv } from './csv';
import { describeEndpoint } from './describe-endpoint';
import { checkClock } from './check-clock';
import { inCounterTurn } from './counter-turns';
import { maskedAgain } from './masks';
import { withPeopleNamed } from './name-people';
import { Problem, problemOf } from './problem';
import { askedBy, readAsked } from './read-call';
import type { Asked } from './read-call';
import type { Route } from './route';
import { sendReply } from './send-reply';

/** Makes a route of an endpoint: authorisation, reading, idempotency, answer. */
export function endpoint<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  deps: AppDeps,
  spec: Endpoint<Query, Body, Reply>,
): Route {
  function read(req: Request, asked: Asked, caller: Caller): Call<z.output<Query>, z.output<Body>> {
    const { merchantId } = caller;
    return {
      merchantId,
      caller,
      address: req.ip ?? '',
      id: asked.id,
      ...readAsked(spec, req, asked),
      key: spec.movesValue ? keyOf(caller, readIdempotencyKey(req.get('idempotency-key'))) : '',
      now: deps.now(),
      requestId: req.id as string,
      log: deps.log.child({ requestId: req.id, merchantId }),
      tell: () => undefined,
    };
  }

  async function work(call: Call<z.output<Query>, z.output<Body>>): Promise<Answer> {
    const { act } = spec;
    const body =
      act === undefined || spec.isDryRun?.(call)
        ? await spec.answer(call)
        : await audited(deps, begunAct(act, call), (tell) => spec.answer({ ...call, tell }));
    return { status: spec.reply.status ?? 200, body };
  }

  async function perform(req: Request, asked: Asked, caller: Caller): Promise<CallOutcome> {
    await checkClock(deps, caller, spec.movesValue ?? false);
    const call = read(req, asked, caller);
    if (!spec.movesValue) return { ...(await work(call)), replayed: false };
    const { merchantId, id, key } = call;
    const compared = {
      id,
      ...(spec.query ? { query: asked.query } : {}),
      ...repeatedBy(caller),
      body: await digested(asked.body),
    };
    const request = {
      merchantId,
      route: `${spec.method} ${spec.path}`,
      key,
      bodyHash: sha256(inputJson(compared)),
    };
    return answerOnce(deps, call.log, request, () => work(call));
  }

  /** The answer has been found: that a witness cannot write it down must not turn it into a failure. */
  async function witnessed(asked: Asked, caller: Caller, outcome: CallOutcome): Promise<void> {
    if (!spec.witness) return;
    await spec
      .witness({ ...asked, caller, body: await digested(asked.body), now: deps.now() }, outcome)
      .catch((cause: unknown) => deps.log.warn({ cause: withoutValues(cause) }, 'attempt was not kept'));
  }

  async function witnessedOutcome(req: Request, asked: Asked, caller: Caller): Promise<CallOutcome> {
    const outcome = await perform(req, asked, caller).catch(async (error: unknown) => {
      const body = problemOf(error).toDocument();
      await witnessed(asked, caller, { status: body.status, body, replayed: false });
      throw error;
    });
    await witnessed(asked, caller, outcome);
    return outcome;
  }

  async function handle(req: Request, res: Response): Promise<void> {
    const caller = callerIn(res);
    if (!caller) throw new Problem('unauthenticated');
    const work = (): Promise<CallOutcome> => witnessedOutcome(req, askedBy(req), caller);
    const isMove = spec.permission === 'counter' && spec.movesValue;
    const outcome = await (isMove ? inCounterTurn(caller.merchantId, spec.path, work) : work());
    if (outcome.replayed) res.set('Idempotency-Replayed', 'true');
    // Kept from when they may have been allowed more.
    const seen = outcome.replayed ? maskedAgain(caller.actor, outcome.body) : outcome.body;
    const body = await withPeopleNamed(deps.store, seen);
    if (spec.csv && outcome.status < 400 && req.accepts('json', 'text/csv') === 'text/csv')
      sendCsv(res, spec.csv.name, spec.csv.rows(body as z.output<Reply>));
    else sendReply(res, { status: outcome.status, body });
  }

  const kind = spec.body?.type === 'text/csv' ? 'csv' : 'json';
  const { permission, method, path, act } = spec;
  const route: Route = {
    ...{ permission, body: spec.body ? kind : null, method, path, handle },
    describe: () => describeEndpoint(spec),
  };
  return act === undefined ? route : { ...route, act, refused: refusedAct(deps, act) };
}

/** A key is its person's own: nobody takes another's, nor learns that it was taken. */
function keyOf({ actor }: Caller, key: string): string {
  return actor.kind === 'person' ? `${actor.personId}/${key}` : key;
}

/** Only who asked is answered again, but for keys that are told all there is, which a shop may use by turns. */
function repeatedBy({ actor }: Caller): { by?: string } {
  return actor.kind === 'key' && actor.scope === 'full' ? {} : { by: actorId(actor) };
}

/** A body as far as requests are compared by it: bytes by their digest, which is made beside the event loop. */
async function digested(body: unknown): Promise<unknown> {
  if (!Buffer.isBuffer(body)) return body;
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', body)).toString('hex');
}
