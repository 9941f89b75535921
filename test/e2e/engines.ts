import { randomUUID } from 'node:crypto';

/** What `npm test` started, as it names it in the environment; of servers that of this file's lane. */
export function engine(
  name: 'TEST_TEMPORAL_ADDRESS' | 'TEST_MONGODB_URI' | 'TEST_WORKFLOW_BUNDLE' | 'TEST_TIME_SKIPPING_SERVER',
): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests need the engines that "npm test" starts.`);
  const ofLanes = value.split(' ');
  return ofLanes[(Number(process.env['JEST_WORKER_ID'] ?? 1) - 1) % ofLanes.length]!;
}

/** A database of its own for whoever asks. */
export function testMongoUri(): string {
  const uri = new URL(engine('TEST_MONGODB_URI'));
  uri.pathname = `/t_${randomUUID().slice(0, 8)}`;
  return uri.toString();
}
