import type {
  Activations,
  ApiKey,
  Limit,
  Limits,
  Membership,
  Merchants,
  People,
  Person,
  SecondFactors,
  Session,
  Sessions,
} from '../../../src/store';
import { DEFAULT_MESSAGE_RULES, NO_STAND_INS } from '../../../src/loyalty';
import { NotAnOwnerError } from '../../../src/store';
import type { Holdings } from './holdings';

type UsedMerchants = Pick<
  Merchants,
  | 'ids'
  | 'callerOf'
  | 'get'
  | 'standIns'
  | 'setStandIns'
  | 'setSettings'
  | 'setText'
  | 'keys'
  | keyof Activations
  | 'issueKey'
  | 'revokeKey'
>;

/** Merchants and keys; those whose keys speak are all there are. */
export function merchantsIn(holds: Holdings): UsedMerchants {
  const keysOf = (merchantId: string): ApiKey[] =>
    [...holds.keys.values()].flatMap(({ merchantId: of, actor }) =>
      of === merchantId && actor.kind === 'key'
        ? [
            {
              ...{ id: actor.keyId, label: actor.label, scope: actor.scope, prefix: 'rk_abcd' },
              ...{ createdAt: new Date(0), createdBy: null, usedAt: null },
            },
          ]
        : [],
    );
  const isSuspended = (merchantId: string): boolean => holds.suspended.includes(merchantId);
  return {
    callerOf(apiKey) {
      const caller = holds.keys.get(apiKey);
      return Promise.resolve(caller ? { caller, suspended: isSuspended(caller.merchantId) } : null);
    },
    get: (_id) =>
      Promise.resolve({
        ...{ _id, name: `Conta <${_id}>`, createdAt: new Date(0) },
        suspendedAt: isSuspended(_id) ? new Date(0) : null,
        ...holds.settings.get(_id),
      }),
    ids: () => Promise.resolve([...new Set([...holds.keys.values()].map(({ merchantId }) => merchantId))]),
    standIns: (merchantId) => Promise.resolve(holds.standIns.get(merchantId) ?? NO_STAND_INS),
    setStandIns: (merchantId, standIns) => {
      holds.standIns.set(merchantId, standIns);
      return Promise.resolve();
    },
    keys: (merchantId) => Promise.resolve(keysOf(merchantId)),
    issueKey(merchantId, { label, scope, createdBy }) {
      requireOwner(holds, merchantId, createdBy);
      const keyId = String(holds.keys.size).padStart(16, '0');
      const apiKey = `rk_new_${keyId}`;
      holds.keys.set(apiKey, { merchantId, actor: { kind: 'key', keyId, label, scope } });
      return Promise.resolve({ apiKey, key: keysOf(merchantId).find(({ id }) => id === keyId)! });
    },
    revokeKey(merchantId, keyId, { by }) {
      requireOwner(holds, merchantId, by);
      const key = keysOf(merchantId).find(({ id }) => id === keyId) ?? null;
      for (const [apiKey, { actor }] of holds.keys)
        if (key && actor.kind === 'key' && actor.keyId === keyId) holds.keys.delete(apiKey);
      return Promise.resolve(key);
    },
    activation: (merchantId) =>
      Promise.resolve(holds.activations.get(merchantId) ?? { liveAt: 'always' as const }),
    writing: (merchantId) =>
      Promise.resolve({
        live: holds.activations.get(merchantId)?.liveAt !== null,
        rules: { ...DEFAULT_MESSAGE_RULES, ...holds.settings.get(merchantId)?.messages },
        texts: holds.texts.get(merchantId) ?? {},
      }),
    noteChecks(merchantId, connectionId, checks) {
      const before = holds.activations.get(merchantId) ?? { liveAt: 'always' as const };
      holds.activations.set(merchantId, { ...before, checks: { ...before.checks, [connectionId]: checks } });
      return Promise.resolve();
    },
    approveSale(merchantId, approved) {
      const before = holds.activations.get(merchantId) ?? { liveAt: 'always' as const };
      holds.activations.set(merchantId, { ...before, approved });
      return Promise.resolve();
    },
    noteTested(merchantId, channel, tested) {
      const before = holds.activations.get(merchantId) ?? { liveAt: 'always' as const };
      holds.activations.set(merchantId, { ...before, tested: { ...before.tested, [channel]: tested } });
      return Promise.resolve();
    },
    noteTestReport(merchantId, reference, { at, failure }) {
      const tested = holds.activations.get(merchantId)?.tested?.whatsapp;
      if (tested?.reference !== reference || tested.arrivedAt) return Promise.resolve();
      Object.assign(tested, { arrivedAt: failure === null ? at : null, failure });
      return Promise.resolve();
    },
    setLive(merchantId, liveAt) {
      const before = holds.activations.get(merchantId) ?? { liveAt: 'always' as const };
      if ((before.liveAt === null) === (liveAt === null)) return Promise.resolve(false);
      holds.activations.set(merchantId, { ...before, liveAt });
      return Promise.resolve(true);
    },
    setText(merchantId, kind, text) {
      const { [kind]: _before, ...others } = holds.texts.get(merchantId) ?? {};
      holds.texts.set(merchantId, text === null ? others : { ...others, [kind]: text });
      return Promise.resolve();
    },
    setSettings: (merchantId, settings) => {
      const before = holds.settings.get(merchantId);
      const messages = { ...before?.messages, ...settings.messages };
      holds.settings.set(merchantId, { ...before, ...settings, messages });
      return Promise.resolve();
    },
  };
}

/** @throws NotAnOwnerError */
export function requireOwner({ memberships }: Holdings, merchantId: string, by: string | null): void {
  const owns = (one: Membership): boolean =>
    one.merchantId === merchantId && one.personId === by && one.role === 'owner';
  if (by !== null && !memberships.some(owns)) throw new NotAnOwnerError();
}

/** People and what they are; `memberships` of the holdings are read for each call. */
export function peopleIn(holds: Holdings): People {
  const of = (personId: string): Membership[] => holds.memberships.filter((one) => one.personId === personId);
  const find = (is: (person: Person) => boolean): Promise<Person | null> =>
    Promise.resolve(holds.people.find(is) ?? null);
  return {
    get: (personId) => find(({ id }) => id === personId),
    names: (ids) =>
      Promise.resolve(
        new Map(holds.people.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])),
      ),
    byEmail: (email) => find((one) => one.email === email),
    register(fresh, now) {
      const known = holds.people.find(({ email }) => email === fresh.email);
      const person = known ?? { id: `per_${holds.people.length}`, createdAt: now, ...fresh };
      if (!known) holds.people.push(person);
      return Promise.resolve({ person, created: !known });
    },
    setPassword(personId, password) {
      Object.assign(
        holds.people.find(({ id }) => id === personId)!,
        { password },
      );
      return Promise.resolve();
    },
    changePassword(personId, { from, to, sessionId }) {
      const person = holds.people.find(({ id }) => id === personId)!;
      if (person.password !== from) return Promise.resolve(false);
      person.password = to;
      for (const [key, session] of holds.sessions)
        if (session.personId === personId && session.id !== sessionId) holds.sessions.delete(key);
      return Promise.resolve(true);
    },
    memberships: (personId, merchantId) =>
      Promise.resolve(
        of(personId).filter((one) => merchantId === undefined || one.merchantId === merchantId),
      ),
    members: (merchantId) =>
      Promise.resolve(
        holds.memberships
          .filter((one) => one.merchantId === merchantId)
          .map(({ personId, role, storeIds }) => ({
            person: holds.people.find(({ id }) => id === personId)!,
            ...{ role, storeIds, since: new Date(0) },
          })),
      ),
    join(membership) {
      holds.memberships.push(membership);
      return Promise.resolve(true);
    },
    change(merchantId, personId, change, { by }) {
      requireOwner(holds, merchantId, by);
      const known = of(personId).find((one) => one.merchantId === merchantId);
      if (!known) return Promise.resolve('not_a_member');
      const before = { ...known };
      const unbound = change.role && change.role !== 'staff' ? { storeIds: null } : {};
      Object.assign(known, unbound, change);
      return Promise.resolve({ before, after: { ...known } });
    },
    leave(merchantId, personId, { by }) {
      requireOwner(holds, merchantId, by);
      const known = of(personId).find((one) => one.merchantId === merchantId);
      if (!known) return Promise.resolve('not_a_member');
      holds.memberships.splice(holds.memberships.indexOf(known), 1);
      return Promise.resolve(known);
    },
  };
}

/** Sessions by their tokens. */
export function sessionsIn({ sessions, people, secondFactors }: Holdings): Sessions {
  const all = (): [string, Session][] => [...sessions];
  return {
    begin({ personId, password, secondFactor }, userAgent, now) {
      const stored = people.find(({ id }) => id === personId)?.password ?? null;
      if (stored !== password || (!secondFactor && secondFactors.has(personId))) return Promise.resolve(null);
      const n = String(sessions.size);
      const later = new Date(now.getTime() + 1_000_000);
      const session = {
        ...{ id: `ses_${n}`, personId, userAgent, createdAt: now, usedAt: now },
        ...{ expiresAt: later, endsAt: later },
      };
      const token = n.padStart(43, 't');
      sessions.set(token, session);
      return Promise.resolve({ token, session });
    },
    use: (token) => Promise.resolve(sessions.get(token) ?? null),
    ofPerson: (personId) =>
      Promise.resolve(all().flatMap(([, one]) => (one.personId === personId ? [one] : []))),
    end(personId, id) {
      const known = all().find(([, one]) => one.id === id && one.personId === personId);
      return Promise.resolve(known !== undefined && sessions.delete(known[0]));
    },
    endAll(personId) {
      for (const [token, one] of all()) if (one.personId === personId) sessions.delete(token);
      return Promise.resolve();
    },
  };
}

/** Second factors, all with one code that can be used again. */
export function secondFactorsIn({ secondFactors, sessions }: Holdings): SecondFactors {
  const isOn = (personId: string): boolean => secondFactors.has(personId);
  return {
    isOn: (personId) => Promise.resolve(isOn(personId)),
    use: (personId, code) =>
      Promise.resolve(isOn(personId) ? (code === '123456' ? 'right' : 'wrong') : 'off'),
    on: (personIds) => Promise.resolve(new Set(personIds.filter(isOn))),
    begin: (personId, account) =>
      Promise.resolve(isOn(personId) ? null : { secret: 'ABCD', uri: `otpauth://totp/${account}` }),
    confirm(personId, code, _now, goesOn) {
      if (code !== '123456') return Promise.resolve(null);
      secondFactors.add(personId);
      for (const [token, one] of [...sessions])
        if (one.personId === personId && one.id !== goesOn) sessions.delete(token);
      return Promise.resolve(['aaaaa-bbbbb']);
    },
    remove: (personId) => Promise.resolve(void secondFactors.delete(personId)),
  };
}

/** Limits within the test's own memory; they never run out by time. */
export function limitsIn(): Limits {
  const taken = new Map<string, number>();
  return {
    take(limits, now) {
      const so = ({ name }: Limit): number => taken.get(name) ?? 0;
      if (limits.some((limit) => so(limit) >= limit.most)) return Promise.resolve({ until: now + 60_000 });
      for (const limit of limits) taken.set(limit.name, so(limit) + 1);
      return Promise.resolve({ id: 'taken', limits });
    },
    giveBack({ limits }) {
      for (const { name } of limits) taken.set(name, (taken.get(name) ?? 1) - 1);
      return Promise.resolve();
    },
    clear(limits) {
      for (const { name } of limits) taken.delete(name);
      return Promise.resolve();
    },
  };
}
