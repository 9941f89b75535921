import type { Connection, Model, Schema } from 'mongoose';

/** A collection that can be made ready. */
export interface Collection {
  /** Makes sure that the collection and its indexes exist. */
  ensure(mongo: Mongo): Promise<void>;
}

/** A kind of document: what mongoose calls it, and its schema with its indexes. Declared beside the repository that keeps it. */
export interface ModelDefinition<Doc> extends Collection {
  name: string;
  schema: Schema<Doc>;
}

/** Declares a kind of document. @param name what mongoose calls it, unique within the process */
export function modelDefinition<Doc>(name: string, schema: Schema<Doc>): ModelDefinition<Doc> {
  const definition: ModelDefinition<Doc> = {
    name,
    schema,
    async ensure(mongo) {
      const model = mongo.of(definition);
      await model.createCollection();
      await model.createIndexes();
    },
  };
  return definition;
}

/** The models over one connection. */
export class Mongo {
  private readonly models = new Map<string, unknown>();

  constructor(readonly connection: Connection) {}

  /** The model of a kind of document, the same one each time. */
  of<Doc>({ name, schema }: ModelDefinition<Doc>): Model<Doc> {
    const known = this.models.get(name) as Model<Doc> | undefined;
    if (known) return known;
    const model = this.connection.model<Doc>(name, schema);
    this.models.set(name, model);
    return model;
  }
}
