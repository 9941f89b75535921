import { randomBytes } from 'node:crypto';

/** Meta's titles of the error codes a sender meets. */
const titles: Record<number, string> = {
  0: 'AuthException',
  1: 'API Unknown',
  2: 'API Service',
  3: 'API Method',
  4: 'Application request limit reached',
  10: 'Permission Denied',
  33: 'Parameter value is not valid',
  100: 'Invalid parameter',
  190: 'Invalid OAuth access token',
  368: 'Temporarily blocked for policies violations',
  80007: 'Rate limit issues',
  130429: 'Rate limit hit',
  130472: "User's number is part of an experiment",
  131000: 'Something went wrong',
  131005: 'Access denied',
  131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid',
  131021: 'Recipient cannot be sender',
  131016: 'Service unavailable',
  131026: 'Message undeliverable',
  131031: 'Account has been locked',
  131042: 'Business eligibility payment issue',
  131045: 'Incorrect certificate',
  131047: 'Re-engagement message',
  131048: 'Spam rate limit hit',
  131049: 'This message was not delivered to maintain healthy ecosystem engagement',
  131050: 'User has stopped marketing messages',
  131051: 'Unsupported message type',
  131056: '(Business Account, Consumer Account) pair rate limit hit',
  131057: 'Account in maintenance mode',
  132000: 'Number of parameters does not match the expected number of params',
  132001: 'Template name does not exist in the translation',
  132005: 'Template hydrated text too long',
  132007: 'Template format character policy violated',
  132012: 'Parameter format does not match format in the created template',
  132015: 'Template is paused',
  132016: 'Template is disabled',
  132068: 'Flow is blocked',
  133004: 'Server temporarily unavailable',
  133010: 'Phone number not registered',
  135000: 'Generic user error',
};

/** Codes whose HTTP status is not 400. */
const statuses: Record<number, number> = {
  4: 429,
  190: 401,
  80007: 429,
  130429: 429,
  131000: 500,
  131005: 403,
  131016: 503,
  131056: 429,
  133004: 503,
  132001: 404,
};

/** The title of a code. */
export function titleOf(code: number): string {
  return titles[code] ?? 'Something went wrong';
}

/** An error answer of the Cloud API; build on `code` and `details`. */
export class MetaError extends Error {
  override readonly name = 'MetaError';

  constructor(
    readonly code: number,
    readonly details: string,
    readonly status = statuses[code] ?? 400,
  ) {
    super(`(#${code}) ${titleOf(code)}`);
  }

  /** The body as Meta writes it. */
  body(): Record<string, unknown> {
    return {
      error: {
        message: this.message,
        type: 'OAuthException',
        code: this.code,
        error_data: { messaging_product: 'whatsapp', details: this.details },
        fbtrace_id: randomBytes(8).toString('base64url'),
      },
    };
  }
}
