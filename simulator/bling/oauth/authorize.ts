import type { Request, Response } from 'express';
import { sendHtml } from '../answer';
import type { AppRegistration, Bling } from '../bling';
import { consentPage, refusedPage } from './consent-page';

/** Why a merchant comes back without a code. */
export type AuthorizationError = 'access_denied' | 'app_inativo' | 'UNAUTHORIZED_ERROR';

const descriptions: Record<AuthorizationError, string> = {
  access_denied: 'The user denied access to your application',
  app_inativo: 'O aplicativo está inativo',
  UNAUTHORIZED_ERROR: 'O usuário não tem permissão para autorizar o aplicativo',
};

function callback(app: AppRegistration, params: Record<string, string>): string {
  if (app.redirectUrl === undefined) {
    throw new Error(
      'The app has no redirect URL registered. Pass redirectUrl to startSimulator, or configure it later.',
    );
  }
  const url = new URL(app.redirectUrl);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.toString();
}

/** Where the merchant is sent after allowing access: the registered redirect with a fresh code. */
export function allowedUrl(bling: Bling, companyIndex: number, state: string): string {
  return callback(bling.app, { code: bling.grants.issueCode(companyIndex), state });
}

/** Where the merchant is sent after a refusal. */
export function refusedUrl(bling: Bling, error: AuthorizationError, state: string): string {
  return callback(bling.app, { error, error_description: descriptions[error], error_uri: '', state });
}

/** Why a request cannot go on, told to the merchant; undefined when it can. Redirect and scope in it are ignored. */
function objection(app: AppRegistration, clientId: string, state: string): string | undefined {
  if (clientId !== app.clientId) return 'O client_id informado não pertence a nenhum aplicativo.';
  if (state === '') return 'O parâmetro state é obrigatório e não pode ser vazio.';
  if (app.redirectUrl === undefined) return 'O aplicativo não tem um link de redirecionamento cadastrado.';
  return undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `GET /oauth/authorize`: the consent page. */
export function showConsent(bling: Bling, req: Request, res: Response): void {
  const clientId = text(req.query.client_id);
  const state = text(req.query.state);
  const unknownType =
    text(req.query.response_type) === 'code' ? undefined : 'O response_type precisa ser "code".';
  const reason = unknownType ?? objection(bling.app, clientId, state);
  if (reason !== undefined) return sendHtml(res, 400, refusedPage(reason));
  sendHtml(res, 200, consentPage(bling.companies, clientId, state));
}

/** `POST /oauth/authorize`: what the merchant decided on the consent page. */
export function decideConsent(bling: Bling, req: Request, res: Response): void {
  const form = (req.body ?? {}) as Record<string, unknown>;
  const state = text(form.state);
  const company = bling.companies[Number(text(form.company) || 0)];
  const reason = company
    ? objection(bling.app, text(form.client_id), state)
    : 'A empresa escolhida não existe.';
  if (!company || reason !== undefined) return sendHtml(res, 400, refusedPage(reason ?? ''));
  const allowed = text(form.decision) === 'allow';
  const target = allowed
    ? allowedUrl(bling, company.profile.index, state)
    : refusedUrl(bling, 'access_denied', state);
  res.redirect(302, target);
}
