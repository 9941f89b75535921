import type { Connection, mongo } from 'mongoose';

type Filter = Record<string, unknown>;

/** One call of the database as its profiler saw it, as a query: what it looks for, in which order. */
export interface ProfiledCall {
  collection: string;
  /** `find`, `update`, `delete`, `findAndModify` or `aggregate`. */
  by: string;
  filter: Filter;
  sort: Record<string, 1 | -1>;
}

/** Everything the profiler has seen of calls that look for documents; each shape of filter and order once. */
export async function profiledCalls(database: Connection): Promise<ProfiledCall[]> {
  const seen = new Map<string, ProfiledCall>();
  for await (const { command } of database.collection('system.profile').find())
    for (const call of callsOf(command as Filter)) {
      if (call.collection.startsWith('system.')) continue;
      const shape = JSON.stringify([call.collection, call.by, shapeOf(call.filter), call.sort]);
      if (!seen.has(shape)) seen.set(shape, call);
    }
  return [...seen.values()];
}

function callsOf(command: Filter): ProfiledCall[] {
  const on = (by: string, filter: unknown, sort: unknown = {}): ProfiledCall => ({
    ...{ collection: String(command[by]), by, filter: filter as Filter },
    sort: (sort ?? {}) as ProfiledCall['sort'],
  });
  const each = (list: unknown): Filter[] => (list as { q: Filter }[]).map(({ q }) => q);
  if ('find' in command) return [on('find', command['filter'] ?? {}, command['sort'])];
  if ('findAndModify' in command) return [on('findAndModify', command['query'] ?? {}, command['sort'])];
  if ('update' in command) return each(command['updates']).map((q) => on('update', q));
  if ('delete' in command) return each(command['deletes']).map((q) => on('delete', q));
  if (!('aggregate' in command)) return [];
  return readsOf(String(command['aggregate']), command['pipeline'] as Filter[]);
}

/** A pipeline is one read, and one more for each collection that it brings in beside: what is asked for together goes as one of these. */
function readsOf(collection: string, pipeline: readonly Filter[]): ProfiledCall[] {
  const [first, second] = pipeline;
  const own = { collection, by: 'aggregate', filter: (first?.['$match'] ?? {}) as Filter };
  const beside = pipeline.flatMap((stage) => {
    const { coll, pipeline: inner } = (stage['$unionWith'] ?? {}) as { coll?: string; pipeline?: Filter[] };
    return coll === undefined ? [] : readsOf(coll, inner ?? []);
  });
  return [{ ...own, sort: (second?.['$sort'] ?? {}) as ProfiledCall['sort'] }, ...beside];
}

/** A filter without its values: two of the same shape are looked for in the same way. */
function shapeOf(value: unknown, field = ''): unknown {
  if (field.startsWith('$') && field !== '$or' && field !== '$and') return field;
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(shapeOf(one))))];
  if (value === null) return null;
  const plain = typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
  if (!plain) return typeof value;
  return Object.fromEntries(Object.entries(value as Filter).map(([key, one]) => [key, shapeOf(one, key)]));
}

/** The stages of the plan by which the database would look for it. */
export async function stagesOf(
  database: Connection,
  { collection, filter, sort }: ProfiledCall,
): Promise<string[]> {
  const cursor = database.db!.collection(collection).find(filter as mongo.Filter<mongo.Document>);
  const plan = (await cursor.sort(sort).explain('queryPlanner')) as { queryPlanner: { winningPlan: Filter } };
  const stages: string[] = [];
  const walk = (stage: Filter): void => {
    if (typeof stage['stage'] === 'string') stages.push(stage['stage']);
    for (const inner of [
      stage['inputStage'],
      ...((stage['inputStages'] ?? []) as unknown[]),
      stage['queryPlan'],
    ])
      if (inner !== null && typeof inner === 'object') walk(inner as Filter);
  };
  walk(plan.queryPlanner.winningPlan);
  return stages;
}

/** Whether every document it may find is of one merchant, by the filter itself. */
export function namesMerchant(filter: Filter): boolean {
  if (typeof filter['merchantId'] === 'string') return true;
  const either = filter['$or'];
  return Array.isArray(either) && either.length > 0 && (either as Filter[]).every(namesMerchant);
}

/** A call as a failing test shows it. */
export function inWords({ collection, by, filter, sort }: ProfiledCall, stages: string[] = []): string {
  return `${by} ${collection} ${JSON.stringify(filter)} ${JSON.stringify(sort)} ${stages.join(' ← ')}`.trim();
}
