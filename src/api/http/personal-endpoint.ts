import type { Request, Response } from 'express';
import type { z } from 'zod';
import { signedInHere } from './auth';
import type { AppDeps } from './deps';
import { describeEndpoint } from './describe-endpoint';
import type { BrowserCall, OpenEndpoint, OwnEndpoint } from './endpoint-spec';
import { askedBy, readAsked } from './read-call';
import { requireOwnOrigin, sessionToken, setSessionCookie } from './session-cookie';
import type { Route } from './route';
import { sendReply } from './send-reply';

type Spec<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType> =
  OwnEndpoint<Query, Body, Reply> | OpenEndpoint<Query, Body, Reply>;

/** Makes a route of what a person asks about themselves, whatever the merchant. */
export function ownEndpoint<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  deps: AppDeps,
  spec: OwnEndpoint<Query, Body, Reply>,
): Route {
  return browserRoute(deps, spec, (call, res) => spec.answer({ ...call, ...signedInHere(res) }));
}

/** Makes a route of what anybody may ask, such as to sign in. What can be tried again and again has limits of its own. */
export function openEndpoint<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  deps: AppDeps,
  spec: OpenEndpoint<Query, Body, Reply>,
): Route {
  return browserRoute(deps, spec, (call) => spec.answer(call));
}

function browserRoute<Query extends z.ZodObject, Body extends z.ZodType, Reply extends z.ZodType>(
  deps: AppDeps,
  spec: Spec<Query, Body, Reply>,
  answer: (call: BrowserCall<z.output<Query>, z.output<Body>>, res: Response) => Promise<z.output<Reply>>,
): Route {
  async function handle(req: Request, res: Response): Promise<void> {
    res.set('Cache-Control', 'no-store');
    requireOwnOrigin(req, deps.config, 'taken');
    const asked = askedBy(req);
    const call = {
      address: req.ip ?? '',
      userAgent: req.get('user-agent') ?? null,
      id: asked.id,
      ...readAsked(spec, req, asked),
      now: deps.now(),
      requestId: req.id as string,
      log: deps.log.child({ requestId: req.id }),
      token: sessionToken(req, deps.config),
      keepSession: (session: { token: string; endsAt: Date } | null) =>
        setSessionCookie(res, deps.config, session),
    };
    sendReply(res, { status: spec.reply.status ?? 200, body: await answer(call, res) });
  }
  const { permission, method, path } = spec;
  return {
    ...{ permission, body: spec.body ? 'json' : null, method, path, handle },
    describe: () => describeEndpoint(spec),
  };
}
