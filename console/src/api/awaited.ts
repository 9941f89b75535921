/** Calls that are agreed and not in the OpenAPI document yet: none. */
export type AwaitedPaths = Record<never, never>;
