import type { z } from 'zod';
import { parseEmail } from '../../loyalty';
import type { Member, MemberFault, Membership, Role, Shop } from '../../store';
import type { AppDeps, Route } from '../http';
import { DONE, endpoint, invalidField, iso } from '../http';
import { Problem } from '../http/problem';
import { deedOf } from './deed-of';
import { invitePerson } from './invite';
import { invitationLimits, takeOrRefuse } from './own-limits';
import {
  invitedExample,
  invitedSchema,
  inviteSchema,
  peopleSchema,
  personChangeSchema,
  personExample,
  personSchema,
} from './people-schema';

const tag = 'People';

/** Who works with the merchant's program, and what each may. */
export function peopleRoutes(deps: AppDeps): Route[] {
  return [list(deps), invite(deps), change(deps), remove(deps)];
}

function list(deps: AppDeps): Route {
  const { link: _link, mail: _mail, ...invitation } = invitedExample;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/people',
    permission: 'people',
    tag,
    summary: 'The merchant’s people, and open invitations',
    reply: {
      description: 'All of them',
      schema: peopleSchema,
      example: { data: [personExample], invitations: [invitation] },
    },
    async answer({ merchantId, now }) {
      const { people, secondFactors, links } = deps.store;
      const [members, invitations, shops] = await Promise.all([
        people.members(merchantId),
        links.invitations(merchantId, new Date(now)),
        deps.store.shops.list(merchantId),
      ]);
      const secured = await secondFactors.on(members.map(({ person }) => person.id));
      return {
        data: members.map((member) => personView(member, secured, shops)),
        invitations: invitations.map(({ id, name, email, role, storeIds, expiresAt }) => ({
          ...{ id, name, email, role, storeIds, expiresAt: iso(expiresAt) },
        })),
      };
    },
  });
}

function invite(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/people',
    permission: 'people',
    act: 'people.invite',
    tag,
    summary: 'Invite somebody',
    description:
      'A link that serves once, for 72 hours, goes out by e-mail, and is in this answer as well. It takes the place of an open invitation to the same address. A merchant invites sixty times an hour at most. Owners and managers are bound to no store.',
    body: {
      schema: inviteSchema,
      example: { email: 'bia@example.com', name: 'Bia Exemplo', role: 'staff' },
    },
    reply: { status: 201, description: 'The invitation', schema: invitedSchema, example: invitedExample },
    refusals: ['already_member', 'too_many_requests'],
    async answer({ merchantId, caller: { actor }, body, now, tell }) {
      const email = parseEmail(body.email);
      if (email === null) throw invalidField('email', NO_ADDRESS);
      const { name, role, storeIds = null } = body;
      await requireStores(deps, merchantId, role, storeIds);
      await takeOrRefuse(deps.store, invitationLimits(merchantId), now);
      const inviter = actor.kind === 'person' ? actor : null;
      const offer = { merchantId, email, name, role, storeIds, invitedBy: inviter?.personId ?? null };
      const invited = await invitePerson(
        deps,
        { ...offer, inviterName: inviter?.name ?? null },
        new Date(now),
      );
      const { id, link, expiresAt, mail } = invited;
      tell({ subject: { kind: 'invitation', id }, after: { role, storeIds } });
      return { id, name, email, role, storeIds, expiresAt: iso(expiresAt), link, mail };
    },
  });
}

function change(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'patch',
    path: '/v1/people/{id}',
    permission: 'people',
    act: 'people.change',
    tag,
    summary: 'Change what a person may',
    description: 'It counts from the person’s next call on. A merchant always keeps an owner.',
    body: { schema: personChangeSchema, example: { role: 'manager' } },
    reply: { description: 'The person as they are now', schema: personSchema, example: personExample },
    refusals: ['person_not_found', 'last_owner'],
    async answer({ merchantId, caller, id, body, now, tell }) {
      const member = await memberOf(deps, merchantId, id);
      await requireStores(deps, merchantId, body.role ?? 'staff', body.storeIds ?? null);
      const given = {
        ...(body.role === undefined ? {} : { role: body.role }),
        ...(body.storeIds === undefined ? {} : { storeIds: body.storeIds }),
      };
      const changed = await deps.store.people.change(merchantId, id, given, deedOf(caller, now));
      if (typeof changed === 'string') throw memberProblem(changed);
      const { before, after } = changed;
      tell({ subject: { kind: 'person', id }, before: boundTo(before), after: boundTo(after) });
      const [secured, shops] = await Promise.all([
        deps.store.secondFactors.on([id]),
        deps.store.shops.list(merchantId),
      ]);
      return personView({ ...member, ...boundTo(after) }, secured, shops);
    },
  });
}

function remove(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'delete',
    path: '/v1/people/{id}',
    permission: 'people',
    act: 'people.remove',
    tag,
    summary: 'Take a person, or an open invitation, away from the merchant',
    description: 'It counts from the person’s next call on. A merchant always keeps an owner.',
    reply: DONE,
    refusals: ['person_not_found', 'last_owner'],
    async answer({ merchantId, caller, id, now, tell }) {
      const deed = deedOf(caller, now);
      const withdrawn = await deps.store.links.withdraw(merchantId, id, deed);
      if (withdrawn) {
        tell({ subject: { kind: 'invitation', id }, before: { role: withdrawn.role } });
        return;
      }
      const left = await deps.store.people.leave(merchantId, id, deed);
      if (typeof left === 'string') throw memberProblem(left);
      tell({ subject: { kind: 'person', id }, before: boundTo(left) });
    },
  });
}

const NO_ADDRESS = 'Isto não é um endereço de e-mail. Escreva, por exemplo, bia@loja.com.br.';
const NO_STORES = 'Só atendentes ficam limitados a lojas. Para donos e gerentes, deixe este campo de fora.';
const UNKNOWN_STORE = 'Alguma destas lojas não existe nesta conta. Confira os ids em GET /v1/stores.';

/** @throws Problem `invalid_request` where a role is bound to no store, or a store is not the merchant's */
async function requireStores(
  { store }: AppDeps,
  merchantId: string,
  role: Role,
  storeIds: readonly string[] | null,
): Promise<void> {
  if (storeIds === null) return;
  if (role !== 'staff') throw invalidField('storeIds', NO_STORES);
  const known = new Set((await store.shops.list(merchantId)).map(({ id }) => id));
  if (!storeIds.every((id) => known.has(id))) throw invalidField('storeIds', UNKNOWN_STORE);
}

/** The refusal of what cannot be changed of somebody's membership. */
function memberProblem(fault: MemberFault): Problem {
  if (fault === 'stores_bind_staff') return invalidField('storeIds', NO_STORES);
  return new Problem(fault === 'last_owner' ? 'last_owner' : 'person_not_found');
}

/** What the audit keeps of a membership. */
function boundTo({
  role,
  storeIds,
}: Pick<Membership, 'role' | 'storeIds'>): Pick<Membership, 'role' | 'storeIds'> {
  return { role, storeIds };
}

/** @throws Problem `person_not_found` */
async function memberOf({ store }: AppDeps, merchantId: string, personId: string): Promise<Member> {
  const members = await store.people.members(merchantId);
  const found = members.find(({ person }) => person.id === personId);
  if (!found) throw new Problem('person_not_found');
  return found;
}

function personView(
  { person: { id, name, email }, role, storeIds, since }: Member,
  secured: ReadonlySet<string>,
  shops: readonly Shop[],
): z.output<typeof personSchema> {
  const storeNames =
    storeIds && storeIds.map((store) => shops.find((one) => one.id === store)?.name ?? store);
  const bound = { role, storeIds, storeNames };
  return { id, name, email, ...bound, secondFactor: secured.has(id), since: iso(since) };
}
