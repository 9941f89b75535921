import type { components } from './schema';

/**
 * Calls that are agreed and not in the OpenAPI document yet. As soon as the document has one, its own types count and the ones
 * here are taken away.
 */
type Ok<T> = { content: { 'application/json': T }; headers: Record<string, unknown> };
type Params<Q, H> = { query?: Q; header?: H; path?: never; cookie?: never };
type Post<B, R, H = never> = {
  parameters: Params<never, H>;
  requestBody: { content: { 'application/json': B } };
  responses: { 200: Ok<R> };
};
type Path<M> = M & { parameters: Params<never, never> };
type Session = components['schemas']['Session'];
type Role = Session['merchants'][number]['role'];

interface Offer {
  merchantName: string;
  email: string;
  name: string | null;
  role: Role;
  /** Somebody signs in with this e-mail already. */
  known: boolean;
}

export interface AwaitedPaths {
  '/v1/invitations/look': Path<{ post: Post<{ token: string }, Offer> }>;
  '/v1/invitations/accept': Path<{ post: Post<{ token: string; name: string; password: string }, Session> }>;
  '/v1/password-resets': Path<{ post: Post<{ email: string }, object> }>;
  '/v1/password-resets/complete': Path<{ post: Post<{ token: string; password: string }, object> }>;
}
