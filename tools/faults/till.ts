import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { RetornoToolError } from '../processes';
import type { HttpCaller, Shop } from '../rig';

/** A call that moves value. */
export interface TillCall {
  readonly shop: Shop;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
}

/** An answer that will not be another one. */
export interface FinalAnswer {
  readonly status: number;
  readonly body: { readonly id: string; readonly code?: string };
}

/** What one attempt brought: an answer that is final, or why it is none. */
export type Attempt = { readonly final: FinalAnswer } | { readonly open: string };

/** A call that got no final answer although everything had time to come up again. */
class NoFinalAnswerError extends RetornoToolError {
  constructor({ path, key }: TillCall, last: string) {
    super(
      'no_final_answer',
      `POST ${path} under the key ${key} got no final answer in ten minutes, last: ${last}`,
    );
  }
}

/** What says that the same call has to be asked again under its key. */
const OPEN = new Set(['outcome_unknown', 'request_expired', 'request_in_progress', 'service_unavailable']);
const AGAIN_MS = 500;
const PATIENCE_MS = 600_000;

/** A till that has to know what became of each of its calls. */
export class Till {
  /** How often an answer that was not final came, by its code. */
  readonly again: Record<string, number> = {};

  constructor(
    private readonly api: HttpCaller,
    private readonly signal: AbortSignal,
  ) {}

  /** Calls under a key of its own until the answer is final. @throws {NoFinalAnswerError} */
  async toTheEnd(call: Omit<TillCall, 'key'>): Promise<FinalAnswer & { key: string }> {
    const keyed = { ...call, key: randomUUID() };
    return { ...(await this.asked(keyed)), key: keyed.key };
  }

  /** Calls under a key that is given until the answer is final. @throws {NoFinalAnswerError} */
  async asked(call: TillCall): Promise<FinalAnswer> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const attempt = await this.once(call);
      if ('final' in attempt) return attempt.final;
      if (Date.now() > deadline) throw new NoFinalAnswerError(call, attempt.open);
      await pause(AGAIN_MS, undefined, { signal: this.signal });
    }
  }

  /** Calls once. */
  async once({ shop, path, body, key }: TillCall): Promise<Attempt> {
    const headers = { authorization: `Bearer ${shop.apiKey}`, 'idempotency-key': key };
    const sent = { 'content-type': 'application/json', ...headers };
    const call = { method: 'POST', path, headers: sent, body: JSON.stringify(body) } as const;
    const reply = await this.api.send(call).catch(() => null);
    if (reply === null) return this.toBeAskedAgain('no answer');
    const said = JSON.parse(reply.text) as FinalAnswer['body'];
    if (reply.status >= 400 && OPEN.has(said.code ?? '')) return this.toBeAskedAgain(said.code!);
    return { final: { status: reply.status, body: said } };
  }

  private toBeAskedAgain(why: string): Attempt {
    this.again[why] = (this.again[why] ?? 0) + 1;
    return { open: why };
  }
}
