import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { portable } from './portable-document';

const ABOUT = [
  'Loyalty on top of the Bling ERP: cashback, points and vouchers in a ledger that can be proved.',
  'Money is integer cents, rates integer basis points, instants ISO 8601 UTC, dates YYYY-MM-DD in the store’s zone.',
  'Refusals are RFC 9457 problem documents with a stable `code` and a text in Brazilian Portuguese.',
  'Answers come in the type documented here, whatever `Accept` asks for, and name their request in `X-Request-Id`.',
  'A path answers HEAD where it answers GET, and OPTIONS (204); another method is refused with 405 `method_not_allowed`. Both name the methods of the path in `Allow`.',
  'Every call that moves value takes an `Idempotency-Key`: repeat with the same key whenever the outcome is not known.',
].join('\n\n');

/** The OpenAPI 3.1 document of these routes. */
export function openApiDocument(routes: readonly RouteConfig[]): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of the merchant',
  });
  // An operation that asks for no key says so: else whoever reads the document takes it for forgotten.
  for (const route of routes) registry.registerPath({ security: [], ...route });
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Retorno', version: '1', description: ABOUT },
    servers: [{ url: '/' }],
  });
  return portable(document);
}
