import type { Request, Response } from 'express';
import { sendHtml, sendJson } from '../answer';
import type { Bling } from '../bling';
import { strikes } from '../faults';
import { lifetimes } from '../grants';
import type { TokenPair } from '../grants';
import { blockPage, misbehave } from '../misbehave';
import { BlingRefusal, invalidClient, invalidRequest } from '../refusal';
import { checkClient } from './credentials';

const scopes = '98309 318257570 5862218180';

type Form = Record<string, unknown>;

function field(form: Form, name: string): string {
  const value = form[name];
  if (typeof value !== 'string' || value === '')
    throw invalidRequest(`Missing parameter: "${name}" is required`);
  return value;
}

/** The form of a client that has proved who it is. Throws a BlingRefusal. */
function authenticatedForm(bling: Bling, req: Request): Form {
  checkClient(req.headers.authorization, bling.app);
  if (!req.is('application/x-www-form-urlencoded')) {
    throw invalidRequest('The content type must be application/x-www-form-urlencoded');
  }
  const form = (req.body ?? {}) as Form;
  if (form.client_secret !== undefined) throw invalidClient();
  return form;
}

function granted(bling: Bling, form: Form, jwt: boolean): TokenPair {
  const { grants, tokenCounts } = bling;
  const type = field(form, 'grant_type');
  if (type === 'authorization_code') {
    const pair = grants.exchange(field(form, 'code'), jwt);
    tokenCounts.exchanges += 1;
    return pair;
  }
  if (type === 'refresh_token') {
    const pair = grants.renew(field(form, 'refresh_token'), jwt);
    tokenCounts.refreshes += 1;
    return pair;
  }
  throw invalidRequest(`Grant type "${type}" not supported`);
}

/** `POST /oauth/token`: a code or a refresh token for a new pair of tokens. */
export async function giveToken(bling: Bling, req: Request, res: Response): Promise<void> {
  const { faults, grants, tokenCounts } = bling;
  tokenCounts.calls += 1;
  if (!bling.address.admitForToken(performance.now())) return sendHtml(res, 403, blockPage);
  const sent = (req.body ?? {}) as Form;
  const owner = grants.companyOf(String(sent.refresh_token ?? sent.code));
  try {
    const fault = faults.take((one) => strikes(one, owner, 'POST /oauth/token'));
    const outcome = fault ? await misbehave(fault, req, res) : 'proceed';
    if (outcome === 'done') return;
    const pair = granted(bling, authenticatedForm(bling, req), req.headers['enable-jwt'] === '1');
    bling.tokensChanged();
    const tokens = { access_token: pair.accessToken, refresh_token: pair.refreshToken };
    const rest = { expires_in: lifetimes.access / 1000, token_type: 'Bearer', scope: scopes };
    sendJson(res, 200, { ...tokens, ...rest }, outcome === 'cut');
  } catch (error) {
    if (!(error instanceof BlingRefusal)) throw error;
    tokenCounts.refused += 1;
    bling.address.erred(performance.now());
    if (owner !== undefined) bling.tokensChanged();
    sendJson(res, error.status, error.body);
  }
}

/**
 * `POST /oauth/revoke`: takes back one token, or with `revoke_action` all tokens of the token's company (an account
 * has a single user here, so the targets `user` and `company` mean the same). An unknown token is fine.
 */
export function revoke(bling: Bling, req: Request, res: Response): void {
  try {
    const form = authenticatedForm(bling, req);
    const token = field(form, 'token');
    const owner = bling.grants.companyOf(token);
    if (owner !== undefined && form.revoke_action !== undefined) bling.grants.revokeCompany(owner);
    else bling.grants.revokeToken(token);
    if (owner !== undefined) bling.tokensChanged();
    sendJson(res, 200, {});
  } catch (error) {
    if (!(error instanceof BlingRefusal)) throw error;
    sendJson(res, error.status, error.body);
  }
}
