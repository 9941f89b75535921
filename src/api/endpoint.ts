import type { Request, Response } from 'express';
import { z } from 'zod';
import { callerIn } from './auth';
import type { AppDeps } from './deps';
import { digestOf, digestOfJson } from './digest';
import type { Call, Endpoint } from './endpoint-spec';
import { once, readIdempotencyKey } from './idempotency';
import type { Answer } from './idempotency';
import { describeEndpoint } from './openapi';
import { Problem } from './problem';
import { readInput } from './read-input';
import type { Route } from './route';

const nothing = z.strictObject({});

/** Makes a route of an endpoint: authorisation, reading, idempotency, answer. */
export function endpoint<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  deps: AppDeps,
  spec: Endpoint<Query, Body, Reply>,
): Route {
  function read(req: Request, res: Response): Call<z.output<Query>, z.output<Body>> {
    const caller = callerIn(res);
    if (!caller) throw new Problem('unauthenticated');
    const { merchantId } = caller;
    const json = (req.body as unknown) ?? {};
    return {
      merchantId,
      id: String(req.params['id'] ?? ''),
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

  async function handle(req: Request, res: Response): Promise<void> {
    const call = read(req, res);
    if (!spec.movesValue) return send(res, await work(call));
    const { merchantId, id, key } = call;
    const bodyHash = digestOfJson({ id, ...(spec.query ? { query: req.query } : {}), body: bodyOf(req) });
    const request = { merchantId, route: `${spec.method} ${spec.path}`, key, bodyHash };
    const answer = await once(deps, call.log, request, () => work(call));
    if (answer.replayed) res.set('Idempotency-Replayed', 'true');
    send(res, answer);
  }

  const kind = spec.body?.type === 'text/csv' ? 'csv' : 'json';
  return { secured: true, body: spec.body ? kind : null, doc: describeEndpoint(spec), handle };
}

/** What a request asks for, as far as its body says it; bytes by their digest. */
function bodyOf(req: Request): unknown {
  const body = (req.body as unknown) ?? {};
  return Buffer.isBuffer(body) ? digestOf(body) : body;
}

function send(res: Response, { status, body }: Answer): void {
  res.status(status);
  if (status >= 400) res.type('application/problem+json').send(JSON.stringify(body));
  else res.json(body);
}
