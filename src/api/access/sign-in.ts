import { parseEmail } from '../../loyalty';
import type { Instant } from '../../loyalty';
import type { CodeVerdict, Limit, Person, Proof, Store, Taken } from '../../store';
import { Problem } from '../http/problem';
import { networkOf } from '../http';
import { isPassword } from './password-work';

const QUARTER_MS = 15 * 60_000;
/**
 * Wrong passwords within a quarter of an hour, after which no more are looked at: from one network, for one e-mail from it, and for one
 * e-mail from wherever. The last is high: somebody far away must not keep out whose e-mail it is.
 */
const FROM_NETWORK = 50;
const FOR_EMAIL_FROM_NETWORK = 10;
const FOR_EMAIL = 200;
/**
 * Wrong codes of one person within an hour, from wherever: one is a guess among a million, and whoever knows the password could make
 * many of many networks. Nobody else gets so far, so that no stranger keeps anybody out by it.
 */
const CODES = 10;
const HOUR_MS = 60 * 60_000;

/** What somebody says who they are by, and from where. */
interface Attempt {
  email: string;
  password: string;
  /** Of the second factor. */
  code?: string;
  address: string;
}

/** Who somebody is, and what they were compared with: a session begins only if that is stored still. */
export interface Proven {
  person: Person;
  proof: Proof;
}

/**
 * Whose e-mail and password these are. Each try is counted before it is looked at, so that of many at once no more are than may be;
 * one that is right gives its count back. An unknown e-mail is answered like a wrong password, after the same work.
 * @throws Problem `sign_in_refused`, `second_factor_required`, `second_factor_wrong` or `too_many_requests`
 */
export async function personSigningIn(
  { limits, people, secondFactors }: Pick<Store, 'limits' | 'people' | 'secondFactors'>,
  { email, password, code, address }: Attempt,
  now: Instant,
): Promise<Proven> {
  const { person, taken } = await byPassword({ limits, people }, { email, password, address }, now);
  if (!person) throw new Problem('sign_in_refused');
  const wanted = code === undefined && (await secondFactors.isOn(person.id));
  const verdict = code === undefined ? 'off' : await judged({ limits, secondFactors }, person.id, code, now);
  // A wrong code counts like a wrong password; that none was brought tells nobody anything.
  if (verdict === 'wrong') throw new Problem('second_factor_wrong');
  const proof = { personId: person.id, password: person.password, secondFactor: verdict === 'right' };
  await limits.giveBack(taken);
  if (wanted) throw new Problem('second_factor_required');
  return { person, proof };
}

/** What a code is worth. It is counted before it is looked at, and stays so if it is wrong. @throws Problem `too_many_requests` */
async function judged(
  { limits, secondFactors }: Pick<Store, 'limits' | 'secondFactors'>,
  personId: string,
  code: string,
  now: Instant,
): Promise<CodeVerdict> {
  const limit = { name: `second-factor/person/${personId}`, most: CODES, withinMs: HOUR_MS };
  const taken = await limits.take([limit], now);
  if ('until' in taken) throw tooMany(TOO_MANY_CODES, taken.until, now);
  const verdict = await secondFactors.use(personId, code, new Date(now)).catch(async (error: unknown) => {
    await limits.giveBack(taken).catch(() => undefined);
    throw error;
  });
  if (verdict !== 'wrong') await limits.giveBack(taken);
  return verdict;
}

/** Somebody who is signed in proves by their password to be the person. @throws Problem `password_wrong` or `too_many_requests` */
export async function personByPassword(
  store: Pick<Store, 'limits' | 'people'>,
  attempt: Omit<Attempt, 'code'>,
  now: Instant,
): Promise<Person> {
  const { person, taken } = await byPassword(store, attempt, now);
  if (!person) throw new Problem('password_wrong');
  await store.limits.giveBack(taken);
  return person;
}

/** Whose e-mail and password these are, null: nobody's; and what the try has taken of its limits. */
async function byPassword(
  { limits, people }: Pick<Store, 'limits' | 'people'>,
  { email, password, address }: Omit<Attempt, 'code'>,
  now: Instant,
): Promise<{ person: Person | null; taken: Taken }> {
  const known = parseEmail(email);
  const taken = await limits.take(signInLimits(known ?? email, address), now);
  if ('until' in taken) throw tooMany(TOO_MANY_SIGN_INS, taken.until, now);
  const { person, right } = await compared(people, { email: known, password }).catch(
    async (error: unknown) => {
      // Nothing was compared.
      await limits.giveBack(taken).catch(() => undefined);
      throw error;
    },
  );
  return { person: right ? person : null, taken };
}

async function compared(
  people: Store['people'],
  { email, password }: { email: string | null; password: string },
): Promise<{ person: Person | null; right: boolean }> {
  const person = email === null ? null : await people.byEmail(email);
  const right = await isPassword(password, person?.password ?? null);
  return { person, right };
}

function signInLimits(email: string, address: string): Limit[] {
  const fromNetwork = { most: FROM_NETWORK, withinMs: QUARTER_MS };
  return [{ name: `sign-in/network/${networkOf(address)}`, ...fromNetwork }, ...emailLimits(email, address)];
}

/** Those of signing in that whoever has proved to read an e-mail's letters is free of. */
export function emailLimits(email: string, address: string): Limit[] {
  const from = `sign-in/email-from-network/${networkOf(address)}/${email}`;
  return [
    { name: from, most: FOR_EMAIL_FROM_NETWORK, withinMs: QUARTER_MS },
    { name: `sign-in/email/${email}`, most: FOR_EMAIL, withinMs: QUARTER_MS },
  ];
}

const TOO_MANY_SIGN_INS =
  'Houve tentativas demais de entrar com este e-mail ou a partir deste endereço, e a senha nem foi conferida. Espere o tempo indicado em Retry-After; se a senha foi esquecida, peça outra.';
const TOO_MANY_CODES =
  'Houve códigos errados demais da verificação em duas etapas deste acesso, e este nem foi conferido. Espere o tempo indicado em Retry-After. Se não foi você, alguém sabe a sua senha: peça outra.';

function tooMany(detail: string, until: Instant, now: Instant): Problem {
  const seconds = Math.max(1, Math.ceil((until - now) / 1_000));
  return new Problem('too_many_requests', { detail, headers: { 'Retry-After': String(seconds) } });
}
