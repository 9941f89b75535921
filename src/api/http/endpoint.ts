import { webcrypto } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { withoutValues } from '../../store';
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
import { Problem, problemOf } from './problem';
import { missingBody, readInput } from './read-input';
import { soundInput, soundQuery } from './sound-input';
import type { Route } from './route';

const nothing = z.strictObject({});

/** Makes a route of an endpoint: authorisation, reading, idempotency, answer. */
export function endpoint<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  deps: AppDeps,
  spec: Endpoint<Query, Body, Reply>,
): Route {
  function read(req: Request, asked: Asked, caller: Caller): Call<z.output<Query>, z.output<Body>> {
    const { merchantId } = caller;
    const { id, query } = asked;
    return {
      merchantId,
      caller,
      address: req.ip ?? '',
      id,
      query: readInput(spec.query ?? nothing, query) as z.output<Query>,
      body: readBody(req, asked),
      key: spec.movesValue ? readIdempotencyKey(req.get('idempotency-key')) : '',
      now: deps.now(),
      requestId: req.id as string,
      log: deps.log.child({ requestId: req.id, merchantId }),
      tell: () => undefined,
    };
  }

  function readBody(req: Request, { body }: Asked): z.output<Body> {
    const given = (spec.body?.read?.(body) ??
      readInput(spec.body?.schema ?? z.unknown(), body)) as z.output<Body>;
    // Where every field can be left out, a body that was lost on its way would set all of them back.
    if (req.body === undefined && spec.body && !spec.body.optional) throw missingBody();
    return given;
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
    const compared = { id, ...(spec.query ? { query: asked.query } : {}), body: await digested(asked.body) };
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

  async function handle(req: Request, res: Response): Promise<void> {
    const caller = callerIn(res);
    if (!caller) throw new Problem('unauthenticated');
    const asked = askedBy(req);
    const outcome = await perform(req, asked, caller).catch(async (error: unknown) => {
      const body = problemOf(error).toDocument();
      await witnessed(asked, caller, { status: body.status, body, replayed: false });
      throw error;
    });
    await witnessed(asked, caller, outcome);
    if (outcome.replayed) res.set('Idempotency-Replayed', 'true');
    if (spec.csv && outcome.status < 400 && req.accepts('json', 'text/csv') === 'text/csv')
      sendCsv(res, spec.csv.name, spec.csv.rows(outcome.body as z.output<Reply>));
    else send(res, outcome);
  }

  const kind = spec.body?.type === 'text/csv' ? 'csv' : 'json';
  const { permission, act } = spec;
  const route = { permission, body: spec.body ? kind : null, doc: describeEndpoint(spec), handle } as const;
  return act === undefined ? route : { ...route, act, refused: refusedAct(deps, act) };
}

/** What a request asks for, its texts sound: nothing else of path, query and body goes any further. */
interface Asked {
  /** The resource the path names; empty where it names none. */
  id: string;
  query: unknown;
  body: unknown;
}

/** @throws Problem `invalid_request` where a text of it cannot be stored as it is */
function askedBy(req: Request): Asked {
  const params = soundInput(req.params) as Record<string, string>;
  return {
    id: Object.values(params)[0] ?? '',
    query: soundQuery(req.query),
    body: soundInput((req.body as unknown) ?? {}),
  };
}

/** A body as far as requests are compared by it: bytes by their digest, which is made beside the event loop. */
async function digested(body: unknown): Promise<unknown> {
  if (!Buffer.isBuffer(body)) return body;
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', body)).toString('hex');
}

function send(res: Response, { status, body }: Answer): void {
  res.status(status);
  if (status >= 400) res.type('application/problem+json').send(JSON.stringify(body));
  else res.json(body);
}
