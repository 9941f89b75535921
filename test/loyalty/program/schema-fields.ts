import { z } from 'zod';
import { programSchema } from '../../../src/loyalty/program';

interface Node {
  type?: string;
  const?: unknown;
  properties?: Record<string, Node>;
  additionalProperties?: Node | false;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
}

/**
 * The path of every field of the program that holds a value, read off the schema itself so that a new field cannot be
 * forgotten: `earning.rules.*.grant(points).perCents`. Members of lists and of `vouchers` are `*`, a list of plain values
 * is one field, and the variants of a union stand in brackets.
 */
export function schemaFields(): string[] {
  // Without the names of its variants, so that they stand in their places.
  const metadata = z.registry<{ id?: string }>();
  const schema = z.toJSONSchema(programSchema, { io: 'output', unrepresentable: 'any', metadata });
  return fieldsOf(schema as Node, '');
}

function fieldsOf(node: Node, path: string): string[] {
  const variants = node.anyOf ?? node.oneOf;
  if (variants) return variants.flatMap((variant) => fieldsOf(variant, `${path}(${typeOf(variant)})`));
  if (node.properties) {
    return Object.entries(node.properties)
      .filter(([, { const: fixed }]) => fixed === undefined)
      .flatMap(([name, child]) => fieldsOf(child, path === '' ? name : `${path}.${name}`));
  }
  if (node.items?.properties) return fieldsOf(node.items, `${path}.*`);
  if (node.type === 'object' && node.additionalProperties)
    return fieldsOf(node.additionalProperties, `${path}.*`);
  return [path];
}

function typeOf({ properties }: Node): string {
  return String(properties?.['type']?.const);
}
