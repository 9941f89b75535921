import type { Attempt } from './delivery';
import { signatureOf } from './signature';

/** Where a sender's webhooks go and how they are signed. */
export interface Destination {
  url: string;
  /** The name of the signature header. */
  header: string;
  secret: string;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const cause = error.cause as { code?: string; message?: string } | undefined;
  return cause?.code ?? cause?.message ?? error.message;
}

/**
 * Posts the exact bytes of a body once, signed, and reports the status or why there was none. Never rejects.
 * @param abort ends the attempt early; used for the time limit as well
 */
export async function postSigned(
  to: Destination,
  body: string,
  timeoutMs: number,
  abort: AbortController,
): Promise<Omit<Attempt, 'at'>> {
  const started = performance.now();
  const headers = { 'Content-Type': 'application/json', [to.header]: signatureOf(body, to.secret) };
  const limit = setTimeout(() => abort.abort(new DOMException('late', 'TimeoutError')), timeoutMs);
  const tookMs = (): number => Math.round(performance.now() - started);
  const { signal } = abort;
  try {
    const answer = await fetch(to.url, {
      method: 'POST',
      headers,
      body: Buffer.from(body),
      signal,
      redirect: 'manual',
    });
    await answer.arrayBuffer();
    return { tookMs: tookMs(), status: answer.status };
  } catch (error) {
    return { tookMs: tookMs(), failure: reason(error) };
  } finally {
    clearTimeout(limit);
  }
}
