import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { portable } from './portable-document';
import { problemResponses } from './problem-responses';
import { requestTextsSaid } from './request-texts';
import { SESSION_COOKIE } from './session-cookie';

const ABOUT = [
  'Loyalty on top of the Bling ERP: cashback, points and vouchers in a ledger that can be proved.',
  'Money is integer cents, rates integer basis points, instants ISO 8601 UTC, dates YYYY-MM-DD in the store’s zone.',
  'Texts have no control characters, line breaks included. Formats of our own are `iana-zone` (a zone of the IANA base), `duration` (ISO 8601 without a sign, of at most a century), `phone` (Brazilian with its area code, or with a country’s), `email-or-domain` (`caixa@loja.com.br` or `@loja.com.br`) and `access-key` (the 44 characters of an invoice).',
  'Refusals are RFC 9457 problem documents with a stable `code` and a text in Brazilian Portuguese.',
  'Answers come in the type documented here, whatever `Accept` asks for, and name their request in `X-Request-Id`; of reports, which have two, `Accept: text/csv` gives the table.',
  'A path answers HEAD where it answers GET, and OPTIONS (204); another method is refused with 405 `method_not_allowed`. Both name the methods of the path in `Allow`.',
  'Every call that moves value takes an `Idempotency-Key`: repeat with the same key whenever the outcome is not known.',
].join('\n\n');

/** The OpenAPI 3.1 document of these routes. */
export function openApiDocument(routes: readonly RouteConfig[], root: string): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key of the merchant. Its scope is `full`, `till` (what staff do at the counter) or `read`; `x-permission` of an operation says which are let in.',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description:
      'The session of a person who has signed in (`POST /v1/session`); under https the name begins with `__Host-` or `__Secure-`. Calls that change something need a same-origin `Origin`; a person of several merchants names one in the header `Retorno-Merchant`.',
  });
  // An operation that asks for no key says so: else whoever reads the document takes it for forgotten.
  // An address can be too long wherever it leads.
  const tooLarge = problemResponses(['headers_too_large']);
  for (const route of routes)
    registry.registerPath({ security: [], ...route, responses: { ...route.responses, ...tooLarge } });
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Retorno', version: '1', description: ABOUT },
    servers: [{ url: root }],
  });
  return portable(requestTextsSaid(document));
}
