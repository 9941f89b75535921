import { z } from 'zod';
import type { AppDeps, Route } from '../http';
import { DONE, ownEndpoint } from '../http';
import { Problem } from '../http/problem';
import { noteOwnDeed } from './own-deed';
import { knownPassword, newPassword } from './password-field';
import { hashedPassword } from './password-work';
import { personByPassword } from './sign-in';

/** One's own password. */
export function ownPasswordRoutes(deps: AppDeps): Route[] {
  const { store, mail } = deps;
  return [
    ownEndpoint(deps, {
      method: 'post',
      path: '/v1/password',
      permission: 'signed-in',
      tag: 'Access',
      summary: 'Choose another password, with the one there is',
      description:
        'Every other session of the person ends, and links to another password close; a notice goes to their e-mail.',
      body: {
        schema: z.strictObject({ password: knownPassword, newPassword }),
        example: { password: 'uma senha bem longa', newPassword: 'outra senha bem longa' },
      },
      reply: DONE,
      refusals: ['password_wrong', 'too_many_requests'],
      async answer(call) {
        const { person, session, body, address, requestId, now, log } = call;
        const attempt = { email: person.email, password: body.password, address };
        const { password: from } = await personByPassword(store, attempt, now);
        const change = { from, to: await hashedPassword(body.newPassword), sessionId: session.id };
        if (!(await store.people.changePassword(person.id, change, new Date(now))))
          throw new Problem('password_wrong');
        log.info({ personId: person.id }, 'password changed');
        await noteOwnDeed(deps, person.id, 'own.password', call);
        mail.sendBeside(person.email, `${requestId}.done`, { kind: 'password_changed', name: person.name });
      },
    }),
  ];
}
