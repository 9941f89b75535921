import type { AppDeps, Route } from '../http';
import { DONE, openEndpoint, ownEndpoint } from '../http';
import { Problem } from '../http/problem';
import { beginSession } from './begin-session';
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

/** Signing in and out, and the browsers one has signed in with. */
export function sessionRoutes(deps: AppDeps): Route[] {
  return [signIn(deps), current(deps), signOut(deps), list(deps), end(deps)];
}

function signIn(deps: AppDeps): Route {
  return openEndpoint(deps, {
    method: 'post',
    path: '/v1/session',
    permission: 'public',
    tag,
    summary: 'Sign in by e-mail and password',
    description:
      'The session is in the cookie `retorno_session`, whose name begins with `__Host-` under https, or with `__Secure-` where the address has a path: twelve hours unused end it, and thirty days in any case. Within a quarter of an hour ten wrong passwords for one e-mail from one network are looked at, fifty from one network, and two hundred for one e-mail. Of the second factor, ten wrong codes of one person are looked at within an hour.',
    body: { schema: signInSchema, example: { email: 'ana@example.com', password: 'uma senha bem longa' } },
    reply: { status: 201, description: 'Signed in', schema: sessionSchema, example: sessionExample },
    refusals: ['sign_in_refused', 'second_factor_required', 'second_factor_wrong', 'too_many_requests'],
    async answer(call) {
      const proven = await personSigningIn(deps.store, { ...call.body, address: call.address }, call.now);
      return beginSession(deps, proven, call);
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
