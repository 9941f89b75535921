import { z } from 'zod';
import type { Logger } from '../../log';
import type { Instant } from '../../loyalty';
import type { Caller, EndedAct } from '../../store';
import type { Admission, Permission } from '../access/permission';
import type { Act } from './act';
import type { CsvRow } from './csv';
import type { SignedIn } from './auth';
import type { ProblemCode } from './problem';

/** A call that has been let in and read. */
export interface Call<Query, Body> {
  merchantId: string;
  caller: Caller;
  /** Where the call comes from; behind proxies that are trusted, what they say of it. */
  address: string;
  /** The resource in the path; empty where the path names none. */
  id: string;
  query: Query;
  body: Body;
  /** The `Idempotency-Key`; empty where the call moves no value. */
  key: string;
  now: Instant;
  /** Of the request, by which its logs are found. */
  requestId: string;
  log: Logger;
  /** Adds to what is written down of the route's act: what it is done to, and what changes by it. Never what tells a person. */
  tell(change: EndedAct['change']): void;
}

/** A call as it came in, before anything of it was judged. */
export interface Attempt {
  caller: Caller;
  id: string;
  query: unknown;
  body: unknown;
  now: Instant;
}

/** How a call ended: its reply, or a problem document. `replayed`: kept from an earlier call with the same key. */
export interface CallOutcome {
  status: number;
  body: unknown;
  replayed: boolean;
}

/** What a call takes. */
export interface EndpointInput<Query extends z.ZodObject, Body extends z.ZodType> {
  query?: Query;
  body?: {
    schema: Body;
    example: z.input<Body>;
    optional?: boolean;
    /** A file in place of JSON: `read` gets its bytes, and the schema is that of its text. */
    type?: 'text/csv';
    /** In place of the schema, where a room has its own way to read and its own words. */
    read?: (body: unknown) => z.output<Body>;
  };
}

/** What OpenAPI says of a call, whoever it is for. */
interface AnyEndpoint<
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> extends EndpointInput<Query, Body> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/v1/sales/{id}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  reply: { status?: 200 | 201 | 204; description: string; schema: Reply; example: z.output<Reply> };
  /** Codes it refuses with besides those every such call has. */
  refusals?: ProblemCode[];
}

/** The reply of a call that has nothing to say but that it was done. */
export const DONE = {
  status: 204 as const,
  description: 'Done',
  schema: z.void(),
  example: undefined,
};

/** One call of `/v1`: what OpenAPI says of it and what it does, in one place, so that the two cannot part. */
export interface Endpoint<
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> extends AnyEndpoint<Query, Body, Reply> {
  /** What whoever calls has to be allowed; checked before anything of the call is read. */
  permission: Permission;
  /** The reply as a table, for who asks for `text/csv`; absent: it has no such form. */
  csv?: {
    /** What a browser calls the file, without its ending. */
    name: string;
    rows(reply: z.output<Reply>): CsvRow[];
  };
  /** Takes an `Idempotency-Key`, and is done once for it. */
  movesValue?: boolean;
  /** What the audit calls what it does; absent: nothing that is written down there. */
  act?: Act;
  /** Whether a call only says what it would do, and so is no act. */
  isDryRun?(call: Pick<Call<z.output<Query>, z.output<Body>>, 'query' | 'body'>): boolean;
  answer(call: Call<z.output<Query>, z.output<Body>>): Promise<z.output<Reply>>;
  /** Sees every call before its answer goes out, refused and repeated ones too. */
  witness?(attempt: Attempt, outcome: CallOutcome): Promise<void>;
}

/** A call that is about no merchant: from a browser, as a rule. */
export interface BrowserCall<Query, Body> extends Pick<
  Call<Query, Body>,
  'address' | 'id' | 'query' | 'body' | 'now' | 'requestId' | 'log'
> {
  userAgent: string | null;
  /** Of the session the browser brings, which may be none that lasts; null: it brings none. */
  token: string | null;
  /** Hands a session to the browser, or takes back what it has (null). */
  keepSession(session: { token: string; endsAt: Date } | null): void;
}

/** One call by which a person asks about themselves. */
export interface OwnEndpoint<
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> extends AnyEndpoint<Query, Body, Reply> {
  permission: 'signed-in';
  answer(call: BrowserCall<z.output<Query>, z.output<Body>> & SignedIn): Promise<z.output<Reply>>;
}

/** One call that anybody may make. */
export interface OpenEndpoint<
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> extends AnyEndpoint<Query, Body, Reply> {
  permission: 'public';
  answer(call: BrowserCall<z.output<Query>, z.output<Body>>): Promise<z.output<Reply>>;
}

/** What OpenAPI is made of. */
export type DescribedEndpoint = AnyEndpoint<z.ZodObject, z.ZodType, z.ZodType> & {
  permission: Admission;
  movesValue?: boolean;
  csv?: object;
};
