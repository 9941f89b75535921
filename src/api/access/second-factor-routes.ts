import { z } from 'zod';
import type { AppDeps, Route } from '../http';
import { DONE, inputText, ownEndpoint } from '../http';
import { Problem } from '../http/problem';
import { noteOwnDeed } from './own-deed';
import { knownPassword } from './password-field';
import { personByPassword, personSigningIn } from './sign-in';

const tag = 'Access';

const secretSchema = z
  .strictObject({
    secret: z.string().meta({ description: 'Base32, to be typed into the app' }),
    uri: z.string().meta({ description: 'The same for a QR code' }),
  })
  .meta({ id: 'SecondFactorSecret' });

const recoverySchema = z
  .strictObject({
    recoveryCodes: z
      .array(z.string())
      .meta({ description: 'Each signs in once in place of a code; told only now' }),
  })
  .meta({ id: 'RecoveryCodes' });

/** One's own second factor: codes of an authenticator app (RFC 6238). */
export function secondFactorRoutes(deps: AppDeps): Route[] {
  return [begin(deps), confirm(deps), remove(deps)];
}

function begin(deps: AppDeps): Route {
  return ownEndpoint(deps, {
    method: 'post',
    path: '/v1/second-factor',
    permission: 'signed-in',
    tag,
    summary: 'A secret for one’s authenticator app',
    description: 'It counts once a first code has confirmed it; asked for again before, it is another one.',
    reply: {
      status: 201,
      description: 'The secret, readable only now',
      schema: secretSchema,
      example: {
        secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        uri: 'otpauth://totp/Retorno:ana%40example.com?issuer=Retorno&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
      },
    },
    refusals: ['second_factor_on'],
    async answer({ person, now }) {
      const begun = await deps.store.secondFactors.begin(person.id, person.email, new Date(now));
      if (!begun) throw new Problem('second_factor_on');
      return begun;
    },
  });
}

function confirm(deps: AppDeps): Route {
  return ownEndpoint(deps, {
    method: 'post',
    path: '/v1/second-factor/confirm',
    permission: 'signed-in',
    tag,
    summary: 'Turn the second factor on, with one’s password and a first code',
    description: 'Every other session of the person ends: it was begun without the second factor.',
    body: {
      schema: z.strictObject({ password: knownPassword, code: inputText(40) }),
      example: { password: 'uma senha bem longa', code: '123456' },
    },
    reply: {
      description: 'It is on',
      schema: recoverySchema,
      example: { recoveryCodes: ['k7qm3-xrt9w', 'h2b8d-5fj4n'] },
    },
    refusals: ['password_wrong', 'second_factor_wrong', 'too_many_requests'],
    async answer(call) {
      const { person, session, body, address, now, log } = call;
      await personByPassword(deps.store, { email: person.email, password: body.password, address }, now);
      const { secondFactors } = deps.store;
      const recoveryCodes = await secondFactors.confirm(person.id, body.code, new Date(now), session.id);
      if (!recoveryCodes) throw new Problem('second_factor_wrong');
      log.info({ personId: person.id }, 'second factor turned on');
      await noteOwnDeed(deps, person.id, 'own.second_factor_on', call);
      return { recoveryCodes };
    },
  });
}

function remove(deps: AppDeps): Route {
  const { store } = deps;
  return ownEndpoint(deps, {
    method: 'post',
    path: '/v1/second-factor/remove',
    permission: 'signed-in',
    tag,
    summary: 'Turn the second factor off, with one’s password and a code',
    description: 'The code is of the app, or a recovery code.',
    body: {
      schema: z.strictObject({ password: knownPassword, code: inputText(40) }),
      example: { password: 'uma senha bem longa', code: '123456' },
    },
    reply: DONE,
    refusals: ['password_wrong', 'second_factor_wrong', 'too_many_requests'],
    async answer(call) {
      const { person, body, address, now, log } = call;
      await requireProof(deps, { ...body, email: person.email, address }, now);
      await store.secondFactors.remove(person.id);
      log.info({ personId: person.id }, 'second factor turned off');
      await noteOwnDeed(deps, person.id, 'own.second_factor_off', call);
    },
  });
}

/** Whoever is signed in proves to be the person. @throws Problem `password_wrong` or `second_factor_wrong` */
async function requireProof(
  { store }: AppDeps,
  attempt: Parameters<typeof personSigningIn>[1],
  now: number,
): Promise<void> {
  try {
    await personSigningIn(store, attempt, now);
  } catch (error) {
    // Signed in they are.
    if (error instanceof Problem && error.code === 'sign_in_refused') throw new Problem('password_wrong');
    throw error;
  }
}
