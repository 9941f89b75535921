import { isGrpcServiceError } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time';
import { RetornoToolError, waitUntil } from '../processes';
import { QUERY_OVER_ALL_ATTRIBUTES, SEARCH_ATTRIBUTES } from './search-attributes';

/** What a namespace has to be before Retorno can run in it. */
export interface NamespaceSpec {
  readonly namespace: string;
  /** How long closed runs stay readable. Set on a new namespace. */
  readonly retentionDays: number;
  /** Also lengthens the retention of a namespace that exists already: only for our own local server. */
  readonly lengthenRetention: boolean;
}

/** What was done; empty when everything was there already. */
export interface Preparation {
  readonly created: boolean;
  readonly addedAttributes: readonly string[];
}

/** The cluster does not let us prepare the namespace, or holds something else under one of our names. */
export class NamespaceNotPreparedError extends RetornoToolError {
  constructor(message: string, cause?: unknown) {
    super('namespace_not_prepared', message, { cause });
  }
}

/** gRPC status codes: https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const UNIMPLEMENTED = 12;
const UNAUTHENTICATED = 16;

/** Servers learn of new namespaces and attributes from a cache they refresh once a minute at the latest. */
const USABLE_WITHIN_MS = 120_000;
const DAY_MS = 86_400_000;

/**
 * Brings a namespace to the point where Retorno's workflows can run in it: it exists, our search attributes
 * are registered, and queries over them are answered. Doing it again changes nothing.
 *
 * @throws {NamespaceNotPreparedError} with what a person has to do by hand
 */
export async function prepareNamespace(connection: Connection, spec: NamespaceSpec): Promise<Preparation> {
  const { namespace } = spec;
  const created = await ensureExists(connection, spec);
  const usable = { timeoutMs: USABLE_WITHIN_MS, everyMs: 250 };
  const addedAttributes = await waitUntil(() => ensureAttributes(connection, namespace), {
    what: `Namespace ${namespace} is known to the server`,
    ...usable,
    isNotYet: (error) => hasCode(error, NOT_FOUND),
  });
  const query = QUERY_OVER_ALL_ATTRIBUTES;
  await waitUntil(() => connection.workflowService.countWorkflowExecutions({ namespace, query }), {
    what: `Search attributes of namespace ${namespace} are usable`,
    ...usable,
    isNotYet: (error) => hasCode(error, NOT_FOUND) || hasCode(error, INVALID_ARGUMENT),
  });
  return { created, addedAttributes };
}

async function ensureExists(connection: Connection, spec: NamespaceSpec): Promise<boolean> {
  const { namespace, retentionDays } = spec;
  const retention = msToTs(retentionDays * DAY_MS);
  try {
    const found = await connection.workflowService.describeNamespace({ namespace });
    const present = optionalTsToMs(found.config?.workflowExecutionRetentionTtl) ?? 0;
    if (spec.lengthenRetention && present < retentionDays * DAY_MS) {
      const config = { workflowExecutionRetentionTtl: retention };
      await connection.workflowService.updateNamespace({ namespace, config });
    }
    return false;
  } catch (error) {
    if (!hasCode(error, NOT_FOUND))
      throw byHand(error, `The namespace ${namespace} cannot be read`, namespace);
  }
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: retention,
    });
    return true;
  } catch (error) {
    if (hasCode(error, ALREADY_EXISTS)) return false;
    throw byHand(error, `The namespace ${namespace} does not exist and cannot be created`, namespace);
  }
}

async function ensureAttributes(connection: Connection, namespace: string): Promise<string[]> {
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = SEARCH_ATTRIBUTES.filter(({ name, typeNumber }) => {
      const present = customAttributes?.[name];
      if (present != null && Number(present) !== typeNumber) throw otherType(namespace, name);
      return present == null;
    });
    if (missing.length > 0) {
      const searchAttributes = Object.fromEntries(missing.map(({ name, typeNumber }) => [name, typeNumber]));
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    }
    return missing.map(({ name }) => name);
  } catch (error) {
    if (error instanceof NamespaceNotPreparedError) throw error;
    // Another process registered them at the same moment.
    if (hasCode(error, ALREADY_EXISTS)) return [];
    throw byHand(error, `The search attributes of namespace ${namespace} cannot be registered`, namespace);
  }
}

function otherType(namespace: string, name: string): NamespaceNotPreparedError {
  return new NamespaceNotPreparedError(
    `The namespace ${namespace} has a search attribute ${name} of another type, which another program registered. ` +
      `Remove it (\`temporal operator search-attribute remove --name ${name}\`) or use a namespace of its own: TEMPORAL_NAMESPACE`,
  );
}

function byHand(error: unknown, what: string, namespace: string): Error {
  const refused = [PERMISSION_DENIED, UNIMPLEMENTED, UNAUTHENTICATED].some((code) => hasCode(error, code));
  if (!refused) return error instanceof Error ? error : new Error(String(error));
  const attributes = SEARCH_ATTRIBUTES.map(({ name, typeName }) => `${name}=${typeName}`);
  return new NamespaceNotPreparedError(
    `${what}: the cluster refused it (${(error as Error).message}). On Temporal Cloud this is done with ` +
      `the web page or tcld: create the namespace ${namespace} and add the search attributes ${attributes.join(', ')}. ` +
      'Then run this again: it checks them.',
    error,
  );
}

function hasCode(error: unknown, code: number): boolean {
  return isGrpcServiceError(error) && Number(error.code) === code;
}
