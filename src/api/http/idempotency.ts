import type { Logger } from '../../log';
import { withoutValues } from '../../store';
import type { KeyedRequest } from '../../store';
import type { AppDeps } from './deps';
import { invalidField } from './invalid-field';
import { Problem, problemOf } from './problem';

/** The answer to a call: its reply, or the refusal that is final too. */
export interface Answer {
  status: number;
  body: unknown;
}

const HEADER = 'Idempotency-Key';
/** Visible ASCII, with blanks only inside. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/** The `Idempotency-Key` of a call. @throws Problem `invalid_request` naming the header */
export function readIdempotencyKey(header: string | undefined): string {
  if (header !== undefined && IDEMPOTENCY_KEY.test(header)) return header;
  const message =
    header === undefined
      ? 'Falta este cabeçalho, sem o qual uma repetição poderia mover valor duas vezes. Envie um valor único por operação, como um UUID.'
      : 'Este cabeçalho deve ter de 1 a 255 caracteres ASCII visíveis. Envie um valor único por operação, como um UUID.';
  throw invalidField(HEADER, message);
}

/**
 * Does `work` once for each key: whoever repeats the request gets the first answer, refusals included. An outcome that
 * is not final (a failure of ours, or one not known) is not kept, so that the repetition can learn it.
 * @throws Problem `idempotency_key_reused`, `request_in_progress`, or what `work` throws
 */
export async function answerOnce(
  { store, now }: Pick<AppDeps, 'store' | 'now'>,
  log: Logger,
  request: KeyedRequest,
  work: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const claim = await store.idempotency.claim(request, new Date(now()));
  if (claim.kind === 'other_body') throw new Problem('idempotency_key_reused');
  if (claim.kind === 'in_flight') throw new Problem('request_in_progress');
  if (claim.kind === 'answered') return { status: claim.status, body: claim.body, replayed: true };
  const answer = await finalAnswer(work).catch(async (error: unknown) => {
    await store.idempotency
      .abandon(request)
      .catch((cause: unknown) =>
        log.warn({ cause: withoutValues(cause) }, 'idempotency claim was not given back'),
      );
    throw error;
  });
  // The value has moved: a key that cannot be kept must not turn the answer into a failure. A repetition is safe anyway.
  await store.idempotency
    .answer(request, answer)
    .catch((cause: unknown) =>
      log.warn({ cause: withoutValues(cause) }, 'answer was not kept under its key'),
    );
  return { ...answer, replayed: false };
}

/** The work's answer, or the refusal that is one too. Throws where the outcome is not final. */
async function finalAnswer(work: () => Promise<Answer>): Promise<Answer> {
  try {
    const { status, body } = await work();
    return { status, body: JSON.parse(JSON.stringify(body)) as unknown };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem.final) throw error;
    return { status: problem.status, body: problem.toDocument() };
  }
}
