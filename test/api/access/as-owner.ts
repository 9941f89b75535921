import request from 'supertest';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE } from '../builders';
import { signedIn } from '../callers';

export const ORIGIN = 'http://localhost:3000';
export const PASSWORD = 'uma senha bem longa';

/** The API as an owner uses it in a browser. */
export type OwnersApi = AnApi & {
  call(method: 'get' | 'post' | 'patch' | 'delete', path: string): request.Test;
};

/** One with an owner who has signed in. @param password theirs, hashed */
export function anOwnersApi(password: string): OwnersApi {
  const api = anApi();
  const cookie = signedIn(api.holds, { merchantId: MINE, role: 'owner', storeIds: null });
  Object.assign(api.holds.people[0]!, { password });
  return {
    ...api,
    call: (method, path) => request(api.app)[method](path).set('cookie', cookie).set('origin', ORIGIN),
  };
}
