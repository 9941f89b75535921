/** Bling's error envelope. */
export interface BlingErrorBody {
  error: {
    type: string;
    message: string;
    description: string;
    limit?: number;
    period?: 'second' | 'day';
    fields?: { code: number; msg: string; element: string; namespace: string }[];
  };
}

/** An answer of Bling that is not a success: its HTTP status and literal body. */
export class BlingRefusal extends Error {
  override readonly name = 'BlingRefusal';

  constructor(
    readonly status: number,
    readonly body: BlingErrorBody,
  ) {
    super(`Bling refuses with ${status} ${body.error.type}: ${body.error.description}`);
  }
}

function refusal(status: number, type: string, message: string, description: string): BlingRefusal {
  return new BlingRefusal(status, { error: { type, message, description } });
}

function oauth(status: number, type: string, description: string): BlingRefusal {
  return refusal(status, type, type, description);
}

/** 401: the access token was never issued or has been revoked. */
export const invalidToken = (): BlingRefusal =>
  oauth(401, 'invalid_token', 'The access token provided is invalid');

/** 401: the access token is over its six hours. */
export const expiredToken = (): BlingRefusal =>
  oauth(401, 'invalid_token', 'The access token provided has expired');

/** 400: an Authorization header that is not what the endpoint takes. */
export const malformedHeader = (): BlingRefusal => oauth(400, 'invalid_request', 'Malformed auth header');

/** 403: the app lacks the scope of the endpoint. */
export const insufficientScope = (): BlingRefusal =>
  oauth(
    403,
    'insufficient_scope',
    'The request requires higher privileges than provided by the access token',
  );

/** 401: the Basic credentials are missing or wrong, or stand in the body, where Bling does not take them. */
export const invalidClient = (): BlingRefusal =>
  oauth(401, 'invalid_client', 'The client credentials are invalid');

/** 400: a code or refresh token that cannot be used. */
export const invalidGrant = (description: string): BlingRefusal => oauth(400, 'invalid_grant', description);

/** 400: a token request that is incomplete or not a form. */
export const invalidRequest = (description: string): BlingRefusal =>
  oauth(400, 'invalid_request', description);

/** 400: a code used twice; its user has just been revoked. */
export const reusedCode = (): BlingRefusal =>
  refusal(
    400,
    'VALIDATION_ERROR',
    'Invalid authorization code',
    'This authorization code has already been used, for security reasons the user has been revoked.',
  );

/** 400: a parameter Bling does not accept. */
export const invalidParameter = (): BlingRefusal =>
  refusal(
    400,
    'VALIDATION_ERROR',
    'Não foi possível executar a operação',
    'Ocorreu um erro ao validar os dados recebidos.',
  );

/** 404: an unknown route or id. */
export const notFound = (): BlingRefusal =>
  refusal(
    404,
    'RESOURCE_NOT_FOUND',
    'Recurso não encontrado',
    'O recurso requisitado não foi encontrado. Verifique se o endpoint solicitado e o identificador estão corretos.',
  );

/** 429: over three requests in a second, or over the quota of the day. There is no Retry-After. */
export function tooManyRequests(period: 'second' | 'day', limit: number): BlingRefusal {
  const description =
    period === 'second'
      ? 'O limite de requisições por segundo foi atingido, tente novamente mais tarde.'
      : 'O limite de requisições por dia foi atingido, tente novamente amanhã.';
  const message = 'Limite de requisições atingido.';
  return new BlingRefusal(429, { error: { type: 'TOO_MANY_REQUESTS', message, description, limit, period } });
}

/** 500: Bling's own trouble. */
export const serverError = (): BlingRefusal =>
  refusal(500, 'SERVER_ERROR', 'Não foi possível executar a operação', 'Um erro interno ocorreu.');
