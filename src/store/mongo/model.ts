import type { Connection, Model, Schema } from 'mongoose';
import { keyedDigest } from '../secret';
import type { CollectionPlan, FormerIndex } from './index-plan';
import { indexesOf } from './index-plan';
import { Reads } from './reads';
import type { Look } from './reads';

/** A kind of document: what mongoose calls it, its schema, and what its collection has to be. Declared beside the repository that keeps it. */
export interface ModelDefinition<Doc> {
  name: string;
  schema: Schema<Doc>;
  plan: CollectionPlan;
}

/**
 * Declares a kind of document. A field that this version does not know, because a newer one runs beside it, is neither refused nor
 * lost when a document is written.
 * @param name what mongoose calls it, unique within the process
 * @param former the indexes that earlier versions made and this one does not use
 */
export function modelDefinition<Doc>(
  name: string,
  schema: Schema<Doc>,
  former: readonly FormerIndex[] = [],
): ModelDefinition<Doc> {
  const collection = schema.get('collection');
  if (!collection) throw new Error(`The schema of ${name} does not say which collection it is of.`);
  schema.set('strict', false);
  return { name, schema, plan: { collection, indexes: indexesOf(schema), former } };
}

/** The models over one connection. */
export class Mongo {
  private readonly models = new Map<string, unknown>();
  private readonly digests = new Map<string, (text: string) => string>();
  private readonly reads = new Reads(() => this.connection.getClient().db());

  /** @param key the database's own, 32 bytes; null: for who seals nothing */
  constructor(
    readonly connection: Connection,
    private readonly key: Buffer | null = null,
  ) {}

  /** The same connection, with the database's own key. */
  under(key: Buffer): Mongo {
    return new Mongo(this.connection, key);
  }

  /** A digest under the database's own key, which nobody makes who can only write to it. @param purpose keeps those of one use apart */
  keyedDigest(purpose: string, text: string): string {
    if (!this.key) throw new Error('This connection was opened without the key of the database.');
    const digestOf = this.digests.get(purpose) ?? keyedDigest(this.key, purpose);
    this.digests.set(purpose, digestOf);
    return digestOf(text);
  }

  /** The model of a kind of document, the same one each time. */
  of<Doc>({ name, schema }: ModelDefinition<Doc>): Model<Doc> {
    const known = this.models.get(name) as Model<Doc> | undefined;
    if (known) return known;
    const model = this.connection.model<Doc>(name, schema);
    this.models.set(name, model);
    return model;
  }

  /** Documents as they are stored, read outside of transactions: together with what else is looked for in one go (`Reads`). */
  async find<Doc>(
    { plan: { collection } }: ModelDefinition<Doc>,
    filter: Look['filter'],
    how: Pick<Look, 'sort' | 'limit' | 'fields'> = {},
  ): Promise<Doc[]> {
    return (await this.reads.find({ collection, filter, ...how })) as Doc[];
  }

  /** The first of them; null: there is none. */
  async findOne<Doc>(
    definition: ModelDefinition<Doc>,
    filter: Look['filter'],
    how: Pick<Look, 'sort' | 'fields'> = {},
  ): Promise<Doc | null> {
    return (await this.find(definition, filter, { ...how, limit: 1 }))[0] ?? null;
  }
}
