import { z } from 'zod';
import { parseEmail } from '../../loyalty';
import { withoutValues } from '../../store';
import type { AppDeps, Route } from '../http';
import { DONE, inputText, openEndpoint } from '../http';
import { linkTo } from './invite';
import { linkProblem } from './link-problem';
import { linkLimits, resetLimits, takeOrRefuse } from './own-limits';
import { noteOwnDeed } from './own-deed';
import { newPassword } from './password-field';
import { hashedPassword } from './password-work';
import { emailLimits } from './sign-in';

const tag = 'Access';
const MINUTES = 60;

/** A forgotten password: a link by e-mail, and what it opens. */
export function passwordRoutes(deps: AppDeps): Route[] {
  return [ask(deps), complete(deps)];
}

function ask(deps: AppDeps): Route {
  const { store, mail, config } = deps;
  return openEndpoint(deps, {
    method: 'post',
    path: '/v1/password-resets',
    permission: 'public',
    tag,
    summary: 'Ask for a link by which another password is chosen',
    description:
      'The answer is the same whether anybody has the e-mail or not, and so is the work. The link serves once, within an hour, and goes out by e-mail beside the answer.',
    body: { schema: z.strictObject({ email: inputText(300) }), example: { email: 'ana@example.com' } },
    reply: DONE,
    refusals: ['too_many_requests'],
    async answer({ body, address, now }) {
      const email = parseEmail(body.email);
      await takeOrRefuse(store, resetLimits(email ?? body.email, address), now);
      const person = email === null ? null : await store.people.byEmail(email);
      const { id, token } = await store.links.requestReset(person?.id ?? null, new Date(now));
      if (!person) return;
      const link = linkTo(config.publicUrl, 'senha', token);
      mail.sendBeside(person.email, id, {
        kind: 'password_reset',
        name: person.name,
        link,
        minutes: MINUTES,
      });
    },
  });
}

function complete(deps: AppDeps): Route {
  const { store, mail } = deps;
  return openEndpoint(deps, {
    method: 'post',
    path: '/v1/password-resets/complete',
    permission: 'public',
    tag,
    summary: 'Choose another password by such a link',
    description:
      'Every session of the person ends, and their other links of this kind; wrong passwords before count no more. Their second factor stays as it is, but for somebody invited who does this for the first time: another may have accepted in their place, as the link of an invitation is shown to whoever invites.',
    body: {
      schema: z.strictObject({ token: inputText(200), password: newPassword }),
      example: { token: 'K7qm3Xrt9whP', password: 'uma senha bem longa' },
    },
    reply: DONE,
    refusals: ['link_not_found', 'link_closed', 'link_expired', 'too_many_requests'],
    async answer(call) {
      const { body, address, now, log } = call;
      await takeOrRefuse(store, linkLimits(address), now);
      const fault = await store.links.resetFault(body.token, new Date(now));
      if (fault) throw linkProblem(fault);
      const hashed = await hashedPassword(body.password);
      const reset = await store.links.resetPassword(body.token, hashed, new Date(now));
      if (typeof reset === 'string') throw linkProblem(reset);
      const { personId, linkId, freed } = reset;
      log.info({ personId, freed }, 'password changed by a link');
      await noteOwnDeed(deps, personId, 'own.password_by_link', call);
      const person = await store.people.get(personId);
      if (!person) return;
      // The password is another: that somebody has to wait must not turn the answer into a failure.
      await store.limits
        .clear(emailLimits(person.email, address))
        .catch((cause: unknown) =>
          log.warn({ cause: withoutValues(cause), personId }, 'limits were not cleared'),
        );
      mail.sendBeside(person.email, `${linkId}.done`, { kind: 'password_changed', name: person.name });
    },
  });
}
