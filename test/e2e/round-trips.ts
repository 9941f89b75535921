import { asyncLocalStorage } from '@temporalio/activity';
import mongoose from 'mongoose';

/** One command to MongoDB, for whose answer something waits. */
export interface RoundTrip {
  /** The step that asks; null: none, such as the API. */
  by: string | null;
  /** `find`, `update`, `commitTransaction`, … */
  command: string;
  /** What it is about first; null for the end of a transaction. */
  collection: string | null;
  inTransaction: boolean;
}

/** What the driver does by itself: nobody waits for it. */
const DRIVERS_OWN = ['hello', 'ismaster', 'ping', 'endSessions'];

/** The same database, with a driver that tells of its commands. */
export function watched(uri: string): string {
  const address = new URL(uri);
  address.searchParams.set('monitorCommands', 'true');
  return address.toString();
}

/** Notes every command of this process to a `watched` database, from now on. Only steps that run in this process are named. */
export function noteRoundTrips(uri: string): RoundTrip[] {
  const name = new URL(uri).pathname.slice(1);
  const noted: RoundTrip[] = [];
  const connections = mongoose.connections.filter((one) => one.name === name);
  if (connections.length === 0) throw new Error(`Nobody is connected to ${name}.`);
  for (const connection of connections)
    connection.getClient().on('commandStarted', ({ commandName: command, command: asked }) => {
      if (DRIVERS_OWN.includes(command)) return;
      const { [command]: about, autocommit } = asked as Record<string, unknown>;
      noted.push({
        by: asyncLocalStorage.getStore()?.info.activityType ?? null,
        command,
        collection: typeof about === 'string' ? about : null,
        inTransaction: autocommit === false,
      });
    });
  return noted;
}

/** Fails with every command in its order where a step made more of them than it may, or is not named. */
export function expectAtMost(trips: readonly RoundTrip[], most: Readonly<Record<string, number>>): void {
  const counts = new Map<string, number>(Object.keys(most).map((step) => [step, 0]));
  for (const { by } of trips) counts.set(by ?? '', (counts.get(by ?? '') ?? 0) + 1);
  const tooMany = [...counts].filter(([step, count]) => count > (most[step] ?? 0));
  const idle = [...counts].filter(([, count]) => count === 0);
  if (tooMany.length + idle.length === 0) return;
  const found = [...tooMany, ...idle].map(
    ([step, count]) => `${step} made ${count} round trips, not between 1 and ${most[step] ?? 0}`,
  );
  throw new Error([...found, '', ...trips.map(lineOf)].join('\n'));
}

function lineOf({ by, command, collection, inTransaction }: RoundTrip): string {
  return `  ${by}: ${command} ${collection ?? ''}${inTransaction ? ' (in a transaction)' : ''}`;
}
