import type { Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../../loyalty';
import {
  ClockSkewError,
  ConcurrentChangeError,
  ForgedProgramError,
  isDuplicateKey,
  NotAnOwnerError,
} from '../../../store';
import {
  EngineUnavailableError,
  OutcomeUnknownError,
  ProgramNotAsPublishedError,
  WaitedInVainError,
} from '../../../runs';
import { isOutage } from './outage';
import { problemKind } from './problem-catalogue';
import type { ProblemCode } from './problem-catalogue';
import type { Facts } from './problem-kind';

/** One field that cannot be accepted: where it is (`items[0].sku`), and what to do about it (pt-BR). */
export interface FieldError {
  field: string;
  message: string;
}

/** An RFC 9457 problem document; `facts` of the refusal are further members. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  errors?: FieldError[];
  [fact: string]: unknown;
}

/** The schema of a problem document, for OpenAPI. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'urn:retorno:problem: and the code' }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; decide by this' }),
    detail: z.string().meta({ description: 'pt-BR: what happened, why, what to do next' }),
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem document. Some codes add members, such as requiredCents.',
  });

interface About {
  facts?: Facts;
  errors?: FieldError[];
  /** Members that say more than a text could: lists of objects. Never personal data. */
  lists?: Readonly<Record<string, readonly object[]>>;
  /** In place of the catalogue's text, where more is known. */
  detail?: string;
  /** In place of the catalogue's status: 400 for what cannot even be read. */
  status?: number;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** A call that is not answered as asked. Thrown anywhere in the API, it becomes the answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(
    readonly code: ProblemCode,
    private readonly about: About = {},
  ) {
    const { status, title, retryAfter } = problemKind(code);
    super(title, { cause: about.cause });
    this.status = about.status ?? status;
    this.headers = {
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
      ...about.headers,
    };
  }

  /** Whether a repetition meets the same refusal: only then may an idempotency key keep it. */
  get final(): boolean {
    return this.status < 500 && problemKind(this.code).retryAfter === undefined;
  }

  toDocument(): ProblemDocument {
    const { facts = {}, lists = {}, errors, detail } = this.about;
    const { title, detail: text } = problemKind(this.code);
    const standard = {
      type: `urn:retorno:problem:${this.code}`,
      title,
      status: this.status,
      code: this.code,
      detail: detail ?? text(facts),
      ...(errors ? { errors } : {}),
    };
    return { ...standard, ...facts, ...lists, ...standard };
  }
}

/** Seconds after which it is worth asking whether a person has mended something. */
const MENDED_BY_HAND_S = 300;

/** What any error means to the caller. Whatever is not known here is an `internal_error` and tells nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return new Problem(error.code, { facts: error.facts });
  if (error instanceof NotAnOwnerError) return new Problem('forbidden');
  if (error instanceof ClockSkewError) return new Problem('clock_skew', { cause: error });
  if (error instanceof ForgedProgramError || error instanceof ProgramNotAsPublishedError)
    return programForged(error);
  if (error instanceof OutcomeUnknownError) return new Problem('outcome_unknown', { cause: error });
  if (error instanceof EngineUnavailableError || error instanceof WaitedInVainError || isOutage(error))
    return new Problem('service_unavailable', { cause: error });
  if (error instanceof ConcurrentChangeError || isDuplicateKey(error))
    return new Problem('request_in_progress', { cause: error });
  return unreadable(error) ?? new Problem('internal_error', { cause: error });
}

/** A person has to mend it: asking every few seconds would be in vain. */
function programForged(error: ForgedProgramError | ProgramNotAsPublishedError): Problem {
  const which = error.version === null ? 'Uma versão' : `A versão ${error.version}`;
  return new Problem('service_unavailable', {
    detail:
      `${which} do programa de fidelidade não está no banco de dados como foi publicada: alguém a alterou à mão. ` +
      'Por segurança nada é calculado por ela, e esta chamada não mudou saldos nem vales. Uma devolução, ou uma venda assumida por um ' +
      'cliente, pode já estar registrada: não a informe de novo por outra chamada. Avise o suporte, que devolve essa versão a partir da ' +
      'cópia de segurança; se ela é a versão em vigor, publicar outra também resolve as próximas operações. ' +
      'Depois repita a chamada com a mesma Idempotency-Key: ela termina o que falta e não registra nada duas vezes.',
    headers: { 'Retry-After': String(MENDED_BY_HAND_S) },
    cause: error,
  });
}

/** Express and its body parsers throw errors with a status of their own for what they cannot read. */
function unreadable(error: unknown): Problem | null {
  const { status } = error as { status?: unknown };
  if (!(error instanceof Error) || typeof status !== 'number' || status < 400 || status > 499) return null;
  if (status === 413) return new Problem('payload_too_large');
  if (status === 415) return new Problem('unsupported_media_type');
  return malformed();
}

/** What cannot even be read. @param detail in place of the text for a malformed JSON body or address */
export function malformed(detail?: string): Problem {
  return new Problem('invalid_request', {
    status: 400,
    detail:
      detail ??
      'A requisição não pôde ser lida: o corpo não é um JSON válido ou o endereço está malformado. Nada foi feito. Corrija e envie de novo.',
  });
}

/** Answers with a problem document. What of the body has not been read by then never is: the connection ends with the answer. */
export function sendProblem(res: Response, problem: Problem): void {
  if (!res.req.complete) res.set('Connection', 'close');
  res
    .status(problem.status)
    .set(problem.headers)
    .type('application/problem+json')
    .send(JSON.stringify(problem.toDocument()));
}
