import type { z } from 'zod';
import { beginningOf } from '../../text';
import type { AppDeps, BrowserCall } from '../http';
import { Problem } from '../http/problem';
import type { sessionSchema } from './session-schema';
import { sessionView } from './session-view';
import type { Proven } from './sign-in';

/** As much of what a browser says of itself as one is recognised by. */
const USER_AGENT_LENGTH = 200;

/**
 * Signs a person in with the browser that asks, in place of whoever was signed in with it before.
 * @throws Problem `sign_in_refused` where what they have proved counts no more
 */
export async function beginSession(
  deps: Pick<AppDeps, 'store'>,
  { person, proof }: Proven,
  call: Pick<BrowserCall<unknown, unknown>, 'userAgent' | 'token' | 'now' | 'keepSession' | 'log'>,
): Promise<z.output<typeof sessionSchema>> {
  const { sessions } = deps.store;
  const at = new Date(call.now);
  const agent = call.userAgent === null ? null : beginningOf(call.userAgent, USER_AGENT_LENGTH);
  const begun = await sessions.begin(proof, agent, at);
  if (!begun) throw new Problem('sign_in_refused');
  const before = call.token === null ? null : await sessions.use(call.token, at);
  if (before) await sessions.end(before.personId, before.id);
  const { token, session } = begun;
  call.keepSession({ token, endsAt: session.endsAt });
  call.log.info({ personId: person.id }, 'signed in');
  return sessionView(deps, { person, session });
}
