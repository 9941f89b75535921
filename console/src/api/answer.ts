/** A call that the API refused: its code, which never changes, and the numbers and states behind it. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly facts: Readonly<Record<string, unknown>>,
    /** Names the call in the log of the installation. */
    readonly requestId: string | null,
    /** Seconds to wait before it is worth trying again. */
    readonly retryAfter: number | null,
    /** Whether it is what the same call was answered before. */
    readonly replayed = false,
  ) {
    super(typeof facts['detail'] === 'string' ? facts['detail'] : code);
  }

  /** What is wrong with which field, in words, where the API said so. */
  get fields(): readonly { field: string; message: string }[] {
    const { errors } = this.facts;
    return Array.isArray(errors) ? (errors as { field: string; message: string }[]) : [];
  }
}

/** No answer came: the network is down, or the call was cut off. What was asked may have been done. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Said to whoever may not call, or not now, before what they ask is looked at. */
const AT_THE_DOOR = new Set([403, 429]);

/**
 * Whether nothing was done and nothing will be: after everything else it may have been done, or be done yet.
 * @param isAgain the same call was sent before and had no answer: what is refused at the door says nothing of that one
 */
export function isFinal(failure: unknown, isAgain = false): boolean {
  if (!(failure instanceof Refused)) return false;
  const { status, code, replayed } = failure;
  if (isAgain && !replayed && AT_THE_DOOR.has(status)) return false;
  return (status < 500 && code !== 'request_in_progress' && status !== 401) || code === 'request_expired';
}

/** What openapi-fetch gives for a call. */
interface Called<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** An answer, and whether it is the one of an earlier call with the same key. */
export interface Answer<T> {
  body: T;
  replayed: boolean;
}

/**
 * The answer of a call.
 *
 * @throws {Refused} the API said no
 * @throws {NoAnswer} nothing came back
 */
export async function answered<T>(call: Promise<Called<T>>): Promise<Answer<T>> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw new NoAnswer('no answer', { cause });
  });
  if (!response.ok) throw refusalOf(response, error);
  return { body: data as T, replayed: isReplayed(response) };
}

/** The body of an answer; see {@link answered}. */
export async function bodyOf<T>(call: Promise<Called<T>>): Promise<T> {
  return (await answered(call)).body;
}

function isReplayed({ headers }: Response): boolean {
  return headers.get('Idempotency-Replayed') === 'true';
}

function refusalOf(response: Response, error: unknown): Refused {
  const facts = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  // A proxy answers for an API that is away, in words of its own.
  const code = typeof facts['code'] === 'string' ? facts['code'] : 'service_unavailable';
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new Refused(
    code,
    response.status,
    facts,
    response.headers.get('X-Request-Id'),
    Number.isFinite(wait) ? wait : null,
    isReplayed(response),
  );
}
