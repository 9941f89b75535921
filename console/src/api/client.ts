import createClient from 'openapi-fetch';
import type { Paths } from './paths';
import { chosenMerchant } from './merchant-choice';

/** What everything of this installation lies under: pages, their files and the API. */
export const ROOT = new URL('.', document.baseURI);

/** Calls of the API, each with the types of its OpenAPI document. The session's cookie goes with them. */
export const api = createClient<Paths>({
  baseUrl: ROOT.href.replace(/\/$/, ''),
  // Looked up at each call: what stands in for it in a test is used as well.
  fetch: (request) => fetch(request),
});

api.use({
  onRequest({ request }) {
    const merchantId = chosenMerchant();
    if (merchantId !== null) request.headers.set('Retorno-Merchant', merchantId);
    return request;
  },
});
