import type { z } from 'zod';
import type { Person } from '../../store';
import { beginningOf } from '../../text';
import type { AppDeps, BrowserCall } from '../http';
import type { sessionSchema } from './session-schema';
import { sessionView } from './session-view';

/** As much of what a browser says of itself as one is recognised by. */
const USER_AGENT_LENGTH = 200;

/** Signs a person in with the browser that asks, in place of whoever was signed in with it before. */
export async function beginSession(
  deps: Pick<AppDeps, 'store'>,
  person: Person,
  call: Pick<BrowserCall<unknown, unknown>, 'userAgent' | 'token' | 'now' | 'keepSession' | 'log'>,
): Promise<z.output<typeof sessionSchema>> {
  const { sessions } = deps.store;
  const at = new Date(call.now);
  const before = call.token === null ? null : await sessions.use(call.token, at);
  if (before) await sessions.end(before.personId, before.id);
  const agent = call.userAgent === null ? null : beginningOf(call.userAgent, USER_AGENT_LENGTH);
  const { token, session } = await sessions.begin(person.id, agent, at);
  call.keepSession({ token, endsAt: session.endsAt });
  call.log.info({ personId: person.id }, 'signed in');
  return sessionView(deps, { person, session });
}
