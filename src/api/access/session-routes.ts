import { beginningOf } from '../../text';
import type { AppDeps, Route } from '../http';
import { DONE, openEndpoint, ownEndpoint } from '../http';
import { Problem } from '../http/problem';
import {
  sessionExample,
  sessionListedExample,
  sessionListSchema,
  sessionSchema,
  signInSchema,
} from './session-schema';
import { listedSession, sessionView } from './session-view';
import { personSigningIn } from './sign-in';

const tag = 'Access';

/** As much of what a browser says of itself as one is recognised by. */
const USER_AGENT_LENGTH = 200;

/** Signing in and out, and the browsers one has signed in with. */
export function sessionRoutes(deps: AppDeps): Route[] {
  return [signIn(deps), current(deps), signOut(deps), list(deps), end(deps)];
}

function signIn(deps: AppDeps): Route {
  const { store } = deps;
  return openEndpoint(deps, {
    method: 'post',
    path: '/v1/session',
    permission: 'public',
    tag,
    summary: 'Sign in by e-mail and password',
    description:
      'The session is in the cookie `retorno_session`: twelve hours unused end it, and thirty days in any case. Within a quarter of an hour ten wrong passwords for one e-mail are looked at, and fifty from one address.',
    body: { schema: signInSchema, example: { email: 'ana@example.com', password: 'uma senha bem longa' } },
    reply: { status: 201, description: 'Signed in', schema: sessionSchema, example: sessionExample },
    refusals: ['sign_in_refused', 'second_factor_required', 'second_factor_wrong', 'too_many_requests'],
    async answer({ body, address, userAgent, token: former, now, keepSession, log }) {
      const person = await personSigningIn(store, { ...body, address }, now);
      const at = new Date(now);
      // Whoever signs in anew has no use for the session before.
      const before = former === null ? null : await store.sessions.use(former, at);
      if (before) await store.sessions.end(before.personId, before.id);
      const agent = userAgent === null ? null : beginningOf(userAgent, USER_AGENT_LENGTH);
      const { token, session } = await store.sessions.begin(person.id, agent, at);
      keepSession({ token, endsAt: session.endsAt });
      log.info({ personId: person.id }, 'signed in');
      return sessionView(deps, { person, session });
    },
  });
}

function current(deps: AppDeps): Route {
  return ownEndpoint(deps, {
    method: 'get',
    path: '/v1/session',
    permission: 'signed-in',
    tag,
    summary: 'Who has signed in, and what they are in which merchants',
    reply: { description: 'The session', schema: sessionSchema, example: sessionExample },
    answer: (call) => sessionView(deps, call),
  });
}

function signOut(deps: AppDeps): Route {
  return ownEndpoint(deps, {
    method: 'delete',
    path: '/v1/session',
    permission: 'signed-in',
    tag,
    summary: 'Sign out',
    reply: DONE,
    async answer({ person, session, keepSession }) {
      await deps.store.sessions.end(person.id, session.id);
      keepSession(null);
    },
  });
}

function list(deps: AppDeps): Route {
  return ownEndpoint(deps, {
    method: 'get',
    path: '/v1/sessions',
    permission: 'signed-in',
    tag,
    summary: 'The browsers one has signed in with, the latest used first',
    reply: {
      description: 'One’s own sessions',
      schema: sessionListSchema,
      example: { data: [sessionListedExample] },
    },
    async answer({ person, session, now }) {
      const all = await deps.store.sessions.ofPerson(person.id, new Date(now));
      return { data: all.map((one) => listedSession(one, session)) };
    },
  });
}

function end(deps: AppDeps): Route {
  return ownEndpoint(deps, {
    method: 'delete',
    path: '/v1/sessions/{id}',
    permission: 'signed-in',
    tag,
    summary: 'Sign out with another browser',
    reply: DONE,
    refusals: ['session_not_found'],
    async answer({ person, id }) {
      if (!(await deps.store.sessions.end(person.id, id))) throw new Problem('session_not_found');
    },
  });
}
