import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Caller } from '../../store';
import { callerIn } from './auth';
import type { AppDeps } from './deps';
import { inputJson, sha256 } from './digest';
import type { Call, CallOutcome, Endpoint } from './endpoint-spec';
import { answerOnce, readIdempotencyKey } from './idempotency';
import type { Answer } from './idempotency';
import { describeEndpoint } from './describe-endpoint';
import { Problem, problemOf } from './problem';
import { readInput } from './read-input';
import type { Route } from './route';

const nothing = z.strictObject({});

/** Makes a route of an endpoint: authorisation, reading, idempotency, answer. */
export function endpoint<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  deps: AppDeps,
  spec: Endpoint<Query, Body, Reply>,
): Route {
  function read(req: Request, caller: Caller): Call<z.output<Query>, z.output<Body>> {
    const { merchantId } = caller;
    const json = (req.body as unknown) ?? {};
    return {
      merchantId,
      caller,
      id: resourceIn(req),
      query: readInput(spec.query ?? nothing, req.query) as z.output<Query>,
      body: (spec.body?.read?.(json) ?? readInput(spec.body?.schema ?? z.unknown(), json)) as z.output<Body>,
      key: spec.movesValue ? readIdempotencyKey(req.get('idempotency-key')) : '',
      now: deps.now(),
      log: deps.log.child({ requestId: req.id, merchantId }),
    };
  }

  async function work(call: Call<z.output<Query>, z.output<Body>>): Promise<Answer> {
    return { status: spec.reply.status ?? 200, body: await spec.answer(call) };
  }

  async function perform(req: Request, caller: Caller): Promise<CallOutcome> {
    const call = read(req, caller);
    if (!spec.movesValue) return { ...(await work(call)), replayed: false };
    const { merchantId, id, key } = call;
    const asked = { id, ...(spec.query ? { query: req.query } : {}), body: bodyIn(req) };
    const request = {
      merchantId,
      route: `${spec.method} ${spec.path}`,
      key,
      bodyHash: sha256(inputJson(asked)),
    };
    return answerOnce(deps, call.log, request, () => work(call));
  }

  /** The answer has been found: that a witness cannot write it down must not turn it into a failure. */
  async function witnessed(req: Request, caller: Caller, outcome: CallOutcome): Promise<void> {
    if (!spec.witness) return;
    const attempt = { caller, id: resourceIn(req), query: req.query, body: bodyIn(req), now: deps.now() };
    await spec
      .witness(attempt, outcome)
      .catch((cause: unknown) => deps.log.warn({ cause: String(cause) }, 'attempt was not kept'));
  }

  async function handle(req: Request, res: Response): Promise<void> {
    const caller = callerIn(res);
    if (!caller) throw new Problem('unauthenticated');
    const outcome = await perform(req, caller).catch(async (error: unknown) => {
      const body = problemOf(error).toDocument();
      await witnessed(req, caller, { status: body.status, body, replayed: false });
      throw error;
    });
    await witnessed(req, caller, outcome);
    if (outcome.replayed) res.set('Idempotency-Replayed', 'true');
    send(res, outcome);
  }

  const kind = spec.body?.type === 'text/csv' ? 'csv' : 'json';
  return { secured: true, body: spec.body ? kind : null, doc: describeEndpoint(spec), handle };
}

/** The resource a path names; empty where it names none. */
function resourceIn(req: Request): string {
  return String(Object.values(req.params)[0] ?? '');
}

/** What a request asks for, as far as its body says it; bytes by their digest. */
function bodyIn(req: Request): unknown {
  const body = (req.body as unknown) ?? {};
  return Buffer.isBuffer(body) ? sha256(body) : body;
}

function send(res: Response, { status, body }: Answer): void {
  res.status(status);
  if (status >= 400) res.type('application/problem+json').send(JSON.stringify(body));
  else res.json(body);
}
