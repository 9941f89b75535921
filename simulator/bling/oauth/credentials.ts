import { timingSafeEqual } from 'node:crypto';
import { invalidClient, malformedHeader } from '../refusal';

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Checks the client's credentials, which Bling takes as HTTP Basic only: in the body they count as absent.
 * Throws a BlingRefusal.
 */
export function checkClient(
  header: string | undefined,
  client: { clientId: string; clientSecret: string },
): void {
  if (header === undefined) throw invalidClient();
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1];
  if (encoded === undefined) throw malformedHeader();
  const given = Buffer.from(encoded, 'base64').toString();
  if (!same(given, `${client.clientId}:${client.clientSecret}`)) throw invalidClient();
}
