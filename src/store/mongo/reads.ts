import type { mongo } from 'mongoose';

/** What is looked for in one collection. */
export interface Look {
  collection: string;
  filter: Record<string, unknown>;
  sort?: Record<string, 1 | -1>;
  limit?: number;
  /** The only fields that are wanted, or those that are not. */
  fields?: Record<string, 0 | 1>;
}

interface Waiting {
  look: Look;
  found(documents: mongo.Document[]): void;
  failed(error: unknown): void;
}

/** A pipeline takes a thousand stages at most, and so many reads need no single round trip. */
const TOGETHER = 100;

/** More than any step looks for at once: an answer of the usual size would have to be fetched in two parts. */
const IN_ONE_ANSWER = 1_000;

/**
 * Reads outside of transactions. Those that are begun in one go, as the members of a `Promise.all` are, make one round trip: most
 * of what a read costs is the way there and back. They say nothing of each other: each is answered as if it had been made alone.
 */
export class Reads {
  private waiting: Waiting[] = [];

  constructor(private readonly database: () => mongo.Db) {}

  /** @throws the driver's error; that of one read is that of all that were begun with it */
  find(look: Look): Promise<mongo.Document[]> {
    return new Promise((found, failed) => {
      this.waiting.push({ look, found, failed });
      if (this.waiting.length === 1) queueMicrotask(() => this.sendAll(this.waiting.splice(0)));
    });
  }

  private sendAll(all: readonly Waiting[]): void {
    for (let from = 0; from < all.length; from += TOGETHER) void this.send(all.slice(from, from + TOGETHER));
  }

  private async send(together: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.answers(together.map(({ look }) => look));
      for (const [index, { found }] of together.entries()) found(answers[index]!);
    } catch (error) {
      for (const { failed } of together) failed(error);
    }
  }

  private async answers(looks: readonly Look[]): Promise<mongo.Document[][]> {
    const [first, ...others] = looks;
    return others.length === 0 ? [await this.alone(first!)] : this.united(looks);
  }

  private async united(looks: readonly Look[]): Promise<mongo.Document[][]> {
    const [first, ...others] = looks;
    const found = await this.database()
      .collection(first!.collection)
      .aggregate<{ of: number; doc: mongo.Document }>(
        [
          ...stages(first!, 0),
          ...others.map((look, index) => ({
            $unionWith: { coll: look.collection, pipeline: stages(look, index + 1) },
          })),
        ],
        { batchSize: IN_ONE_ANSWER },
      )
      .toArray();
    return looks.map((_, index) => found.filter(({ of }) => of === index).map(({ doc }) => doc));
  }

  private alone({ collection, filter, sort, limit = 0, fields = {} }: Look): Promise<mongo.Document[]> {
    const cursor = this.database().collection(collection).find(filter).project(fields).limit(limit);
    return (sort ? cursor.sort(sort) : cursor).toArray();
  }
}

function stages({ filter, sort, limit, fields }: Look, of: number): mongo.Document[] {
  return [
    { $match: filter },
    ...(sort ? [{ $sort: sort }] : []),
    ...(limit === undefined ? [] : [{ $limit: limit }]),
    ...(fields ? [{ $project: fields }] : []),
    { $project: { _id: 0, of: { $literal: of }, doc: '$$ROOT' } },
  ];
}
