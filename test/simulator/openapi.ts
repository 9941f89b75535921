import Ajv from 'ajv';
import type { AnySchemaObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** As much of an OpenAPI 3.0 document as is needed here. */
export interface OpenApi {
  paths: Record<
    string,
    { get: { responses: Record<string, { content: Record<string, { schema: AnySchemaObject }> }> } }
  >;
  components: { schemas: Record<string, AnySchemaObject> };
}

/**
 * Bling's document as JSON Schema. It is OpenAPI 3.0, so `nullable` becomes a type. Where it contradicts what Bling is
 * known to send, what is sent wins: `valorLista` is required but nowhere defined; unset dates are "0000-00-00" and an
 * unset sex is ""; `ErrorResponse` requires the fields of the error at its top. What is only written is not answered.
 */
function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, example: _example, readOnly: _readOnly, ...rest } = schema as AnySchemaObject;
  const result = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, asJsonSchema(value)]),
  ) as AnySchemaObject;
  const { properties = {} } = schema as { properties?: Record<string, AnySchemaObject> };
  for (const [name, { writeOnly }] of Object.entries(properties))
    if (writeOnly === true) delete (result.properties as Record<string, unknown>)[name];
  if (nullable === true && typeof result.type === 'string') result.type = [result.type, 'null'];
  if (result.format === 'date') return { anyOf: [result, { const: '0000-00-00' }] };
  if (Array.isArray(result.enum) && result.enum.join() === 'M,F') result.enum = ['M', 'F', ''];
  if (Array.isArray(result.required)) {
    const known = result.properties as Record<string, unknown> | undefined;
    result.required = (result.required as string[]).filter((name) => known === undefined || name in known);
  }
  return result;
}

/** A validator of the JSON body an operation answers with a status. */
export function bodyValidator(api: OpenApi, path: string, status: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('datetime', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
  const schema = api.paths[path]?.get.responses[status]?.content['application/json']?.schema;
  if (!schema) throw new Error(`The specification says nothing of ${path} answering ${status}.`);
  const components = asJsonSchema({ schemas: api.components.schemas });
  return ajv.compile({ ...(asJsonSchema(schema) as AnySchemaObject), components });
}
