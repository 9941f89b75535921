/*
 * Texts that are planted in what callers send, and whether every field of every route that the OpenAPI document knows has got one.
 */

/** The parts of an OpenAPI document that say what a caller may type. */
export interface Described {
  paths: Record<string, Record<string, OperationJson>>;
  [part: string]: unknown;
}

interface OperationJson {
  parameters?: { name: string; in: string; schema: SchemaJson }[];
  requestBody?: { content: Record<string, { schema: SchemaJson }> };
}

interface SchemaJson {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: SchemaJson[];
  oneOf?: SchemaJson[];
  allOf?: SchemaJson[];
  items?: SchemaJson;
  properties?: Record<string, SchemaJson>;
  additionalProperties?: boolean | SchemaJson;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** One call as it was made: `path` with its query. */
export interface Call {
  method: string;
  path: string;
  body: unknown;
}

/** What was planted, where, and what was called. */
export class Planted {
  /** Everything that may be found nowhere. */
  readonly texts: string[] = [];
  private readonly calls: Call[] = [];

  /** A text of its own, as somebody might type it. */
  mark(): string {
    return this.plant(`MARCAxyz${this.texts.length + 1}x`);
  }

  /** A text that means something, such as a document, and may be found nowhere either. */
  plant(text: string): string {
    this.texts.push(text);
    return text;
  }

  /** Notes a call. */
  sent(method: string, path: string, body?: unknown): void {
    this.calls.push({ method, path, body });
  }

  /** Each call that was made to a path with names in it once more, with marks for the names: of what nobody has made. */
  inPaths(document: Described): Call[] {
    return Object.keys(document.paths).flatMap((template) => {
      const made = this.calls.filter((call) => templateOf(call, template) === template);
      const byMethod = new Map(made.map((call) => [call.method, call]));
      const calls = [...byMethod.values()].map(({ method, body }) => {
        const path = template.replace(/\{\w+\}/g, () => this.mark());
        return { method, path, body };
      });
      return template.includes('{') ? calls : [];
    });
  }

  /** What of the document was not called, or not planted in. @param isNoText fields that hold no text of anybody's */
  left(document: Described, isNoText: (field: string) => boolean): string[] {
    return Object.entries(document.paths).flatMap(([path, operations]) =>
      METHODS.flatMap((method) => {
        const operation = operations[method];
        if (!operation) return [];
        const route = `${method.toUpperCase()} ${path}`;
        const calls = this.calls.filter((call) => `${call.method} ${templateOf(call, path)}` === route);
        if (calls.length === 0) return [route];
        const planted = new Set(calls.flatMap((call) => this.plantedIn(call, path)));
        return [...new Set(textsOf(document, operation))]
          .filter((field) => ![...planted].some((one) => isSameField(field, one)) && !isNoText(field))
          .map((field) => `${route}: ${field}`);
      }),
    );
  }

  private plantedIn({ path, body }: Call, template: string): string[] {
    const { pathname, searchParams: query } = new URL(path, 'http://x');
    const asked = pathname.split('/');
    const inPath = template.split('/').filter((_, at) => this.holds(asked[at] ?? ''));
    const inQuery = [...query].filter(([, value]) => this.holds(value)).map(([name]) => `query ${name}`);
    return [
      ...inPath.map((name) => `path ${name.slice(1, -1)}`),
      ...inQuery,
      ...this.plantedFields(body, ''),
    ];
  }

  private plantedFields(value: unknown, at: string): string[] {
    if (typeof value === 'string') return this.holds(value) ? [at] : [];
    if (Array.isArray(value)) return value.flatMap((one) => this.plantedFields(one, `${at}[]`));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, one]) =>
      this.plantedFields(one, at === '' ? name : `${at}.${name}`),
    );
  }

  private holds(value: string): boolean {
    return this.texts.some((text) => value.includes(text));
  }
}

/** Whether a field of the document, in which `*` is any name and a list may have one element, is the one of a call. */
function isSameField(described: string, called: string): boolean {
  const names = (field: string): string[] => field.replace(/^(query .*)\[\]$/, '$1').split('.');
  const [one, other] = [names(described), names(called)];
  return one.length === other.length && one.every((name, index) => name === '*' || name === other[index]);
}

/** The path of the document, if the call is one of it. */
function templateOf({ path }: Call, template: string): string {
  const asked = new URL(path, 'http://x').pathname.split('/');
  const parts = template.split('/');
  const fits =
    parts.length === asked.length &&
    parts.every((part, index) => part.startsWith('{') || part === asked[index]);
  return fits ? template : path;
}

/** The fields of a route in which a caller may write what he likes: of its path, its query and its body. */
function textsOf(document: Described, { parameters = [], requestBody }: OperationJson): string[] {
  const inQuery = parameters.filter((one) => one.in === 'query');
  return [
    ...parameters.filter((one) => one.in === 'path').map(({ name }) => `path ${name}`),
    ...inQuery.flatMap(({ name, schema }) => textsIn(document, schema, `query ${name}`)),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => textsIn(document, schema, '')),
  ];
}

function textsIn(document: Described, schema: SchemaJson, at: string): string[] {
  if (schema.$ref) return textsIn(document, resolved(document, schema.$ref), at);
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const isText = [schema.type].flat().includes('string') && !schema.enum && schema.const === undefined;
  const free = isText && schema.format === undefined && schema.pattern === undefined;
  const { additionalProperties: others } = schema;
  return [
    ...(free ? [at] : []),
    ...inner.flatMap((one) => textsIn(document, one, at)),
    ...(schema.items ? textsIn(document, schema.items, `${at}[]`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      textsIn(document, one, at === '' ? name : `${at}.${name}`),
    ),
    ...(typeof others === 'object' ? textsIn(document, others, `${at}.*`) : []),
  ];
}

function resolved(document: Described, ref: string): SchemaJson {
  const found = ref
    .split('/')
    .slice(1)
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], document);
  return found as SchemaJson;
}
