import type { Request, RequestHandler, Response } from 'express';
import type { Company } from '../world';
import { sendHtml, sendJson } from './answer';
import type { Bling } from './bling';
import { strikes } from './faults';
import type { BlingRoute } from './faults';
import { blockPage, misbehave } from './misbehave';
import { BlingRefusal, expiredToken, invalidToken, malformedHeader, tooManyRequests } from './refusal';

/** What a route is asked. */
export interface Asked {
  company: Company;
  /** The id in the path; NaN where there is none or it is no whole number. */
  id: number;
  query: Request['query'];
}

/** One route of the API: its name, its path for express, and its answer. `answer` may throw a BlingRefusal. */
export interface ApiRoute {
  name: BlingRoute;
  path: string;
  answer: (asked: Asked) => unknown;
}

const hour = 3_600_000;

/** The company the bearer token opens. An opaque token sent along with `enable-jwt` is refused, as Bling does. */
function authenticate(bling: Bling, req: Request): Company {
  const header = req.headers.authorization;
  if (header === undefined) throw invalidToken();
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw malformedHeader();
  const access = bling.grants.accessOf(token);
  if (!access || (!access.jwt && req.headers['enable-jwt'] === '1')) throw invalidToken();
  if (access.expiresAt <= bling.clock()) throw expiredToken();
  return bling.companies[access.companyIndex] as Company;
}

/** Counts the request and holds it against the quota. The day changes at midnight in Brasília, UTC−3. */
function admit(bling: Bling, companyIndex: number, route: BlingRoute): void {
  const now = performance.now();
  bling.counterOf(companyIndex).saw(route, now);
  const day = Math.floor((bling.clock() - 3 * hour) / (24 * hour));
  const verdict = bling.quotaOf(companyIndex).admit(now, day);
  if (verdict === 'admitted') return;
  throw tooManyRequests(verdict, verdict === 'second' ? bling.limits.perSecond : bling.limits.perDay);
}

async function answer(bling: Bling, route: ApiRoute, req: Request, res: Response): Promise<void> {
  let company: Company | undefined;
  if (!bling.address.admit(performance.now())) return sendHtml(res, 403, blockPage);
  res.once('finish', () => {
    if (res.statusCode >= 400) bling.address.erred(performance.now());
  });
  try {
    company = authenticate(bling, req);
    admit(bling, company.profile.index, route.name);
    const { index } = company.profile;
    const id = /^\d+$/.test(String(req.params.id)) ? Number(req.params.id) : NaN;
    const fault = bling.faults.take((one) => strikes(one, index, route.name, id));
    const outcome = fault ? await misbehave(fault, req, res) : 'proceed';
    if (outcome === 'done') return;
    sendJson(res, 200, route.answer({ company, id, query: req.query }), outcome === 'cut');
  } catch (error) {
    if (!(error instanceof BlingRefusal)) throw error;
    if (company && error.status === 429) bling.counterOf(company.profile.index).refused();
    sendJson(res, error.status, error.body);
  }
}

/** The express handler of a route: who asks, may they, does a fault strike, and only then the answer. */
export function guarded(bling: Bling, route: ApiRoute): RequestHandler {
  return (req, res) => answer(bling, route, req, res);
}
