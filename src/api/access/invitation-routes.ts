import { z } from 'zod';
import type { Invitation } from '../../store';
import type { AppDeps, Route } from '../http';
import { inputText, instant, iso, noteDone, openEndpoint } from '../http';
import { beginSession } from './begin-session';
import { linkProblem } from './link-problem';
import { linkLimits, takeOrRefuse } from './own-limits';
import { knownPassword, requireFit } from './password-field';
import { hashedPassword } from './password-work';
import { sessionExample, sessionSchema } from './session-schema';
import { personSigningIn } from './sign-in';

const tag = 'Access';
const token = inputText(200).meta({ description: 'As it stands in the link' });

const offerSchema = z
  .strictObject({
    merchantName: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(['owner', 'manager', 'staff']),
    known: z.boolean().meta({
      description:
        'Somebody signs in with this e-mail already: it is accepted with their own password, and their name stays',
    }),
    expiresAt: instant,
  })
  .meta({ id: 'Offer' });

/** What the link of an invitation opens. */
export function invitationRoutes(deps: AppDeps): Route[] {
  return [look(deps), accept(deps)];
}

function look(deps: AppDeps): Route {
  const { store } = deps;
  return openEndpoint(deps, {
    method: 'post',
    path: '/v1/invitations/look',
    permission: 'public',
    tag,
    summary: 'What an invitation is to',
    body: { schema: z.strictObject({ token }), example: { token: 'K7qm3Xrt9whP' } },
    reply: {
      description: 'The invitation',
      schema: offerSchema,
      example: {
        ...{ merchantName: 'Loja demo', email: 'bia@example.com', name: 'Bia Exemplo', role: 'staff' },
        ...{ known: false, expiresAt: '2026-11-06T12:00:00.000Z' },
      },
    },
    refusals: ['link_not_found', 'link_closed', 'link_expired', 'too_many_requests'],
    async answer({ body, address, now }) {
      await takeOrRefuse(store, linkLimits(address), now);
      const { merchantId, email, name, role, expiresAt } = await openInvitation(deps, body.token, now);
      const [merchant, person] = await Promise.all([
        store.merchants.get(merchantId),
        store.people.byEmail(email),
      ]);
      return {
        ...{ merchantName: merchant?.name ?? '', email, name: name || null, role },
        ...{ known: person !== null, expiresAt: iso(expiresAt) },
      };
    },
  });
}

function accept(deps: AppDeps): Route {
  const { store } = deps;
  return openEndpoint(deps, {
    method: 'post',
    path: '/v1/invitations/accept',
    permission: 'public',
    tag,
    summary: 'Accept an invitation, and be signed in',
    description:
      'Whoever is new chooses a password. Where somebody signs in with the e-mail already, the password is theirs, and the code of their second factor if they have one; the link alone gives nobody their access. Of several who accept at once one does.',
    body: {
      schema: z.strictObject({
        token,
        name: inputText(120),
        password: knownPassword,
        code: inputText(40).optional(),
      }),
      example: { token: 'K7qm3Xrt9whP', name: 'Bia Exemplo', password: 'uma senha bem longa' },
    },
    reply: { status: 201, description: 'Signed in', schema: sessionSchema, example: sessionExample },
    refusals: [
      ...(['link_not_found', 'link_closed', 'link_expired', 'sign_in_refused'] as const),
      ...([
        'second_factor_required',
        'second_factor_wrong',
        'too_many_requests',
        'request_in_progress',
      ] as const),
    ],
    async answer(call) {
      const { body, address, requestId, now } = call;
      await takeOrRefuse(store, linkLimits(address), now);
      const invitation = await openInvitation(deps, body.token, now);
      const { merchantId, email } = invitation;
      const known = await store.people.byEmail(email);
      if (!known) requireFit(body.password);
      const proven = known && (await personSigningIn(store, { ...body, email, address }, now));
      const password = proven?.proof.password ?? (await hashedPassword(body.password));
      const who = proven ? { personId: proven.person.id } : { name: body.name, password };
      const accepted = await store.links.accept(body.token, who, new Date(now));
      if (typeof accepted === 'string') throw linkProblem(accepted);
      const { personId } = accepted;
      if (accepted.joined)
        await writtenDown(deps, accepted.invitation, { personId, address, requestId, now });
      call.log.info({ merchantId, personId }, 'invitation accepted');
      const person = proven?.person ?? (await store.people.get(personId))!;
      const proof = proven?.proof ?? { personId, password, secondFactor: false };
      return beginSession(deps, { person, proof }, call);
    },
  });
}

/** That somebody has become one of a merchant's people is in its audit. */
async function writtenDown(
  deps: AppDeps,
  { id, merchantId, role, storeIds }: Invitation,
  {
    personId,
    address,
    requestId,
    now,
  }: { personId: string; address: string; requestId: string; now: number },
): Promise<void> {
  const actor = { kind: 'person' as const, id: personId };
  const act = { merchantId, at: new Date(now), actor, address, requestId, act: 'people.join' };
  const after = { invitationId: id, role, storeIds };
  const change = { subject: { kind: 'person', id: personId }, after };
  await noteDone(deps, act, change);
}

async function openInvitation({ store }: AppDeps, text: string, now: number): Promise<Invitation> {
  const invitation = await store.links.invitation(text, new Date(now));
  if (typeof invitation === 'string') throw linkProblem(invitation);
  return invitation;
}
