import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const CHANGE: readonly string[] = ['subject', 'before', 'after'];

/** A field that an act says of what changed by it, and a place that does. */
export interface ToldField {
  /** `*`: there are fields of which the compiler does not know the names. */
  name: string;
  place: string;
}

/** Every field of `before` and `after` of any act, as the compiler sees what is handed on as a change of the audit. */
export function toldFields(): ToldField[] {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const roots = ['src/server.ts', 'tools/merchant.ts'].map((path) => join(ROOT, path));
  const program = ts.createProgram(roots, { ...options, noEmit: true, incremental: false });
  const checker = program.getTypeChecker();
  const found: ToldField[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node))
      for (const one of node.arguments) if (isWanted(checker, one)) found.push(...fieldsOf(checker, one));
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === 'change' &&
      isWanted(checker, node.initializer)
    )
      found.push(...fieldsOf(checker, node.initializer));
    ts.forEachChild(node, look);
  };
  for (const file of program.getSourceFiles())
    if (!file.isDeclarationFile && !file.fileName.includes('node_modules')) look(file);
  return found;
}

/** Whether a change of the audit is wanted there. */
function isWanted(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const wanted = checker.getContextualType(node);
  const names = (wanted?.getProperties() ?? []).map(({ name }) => name);
  return names.length === CHANGE.length && names.every((name) => CHANGE.includes(name));
}

function fieldsOf(checker: ts.TypeChecker, node: ts.Expression): ToldField[] {
  const type = checker.getTypeAtLocation(node);
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  const place = `${node.getSourceFile().fileName.replace(`${ROOT}/`, '')}:${line + 1}`;
  // What hands on what it was given says nothing itself.
  if (ts.isIdentifier(node) && isWanted(checker, node) && checker.getContextualType(node) === type) return [];
  return ['before', 'after'].flatMap((side) => {
    const property = type.getProperty(side);
    if (!property) return [];
    const facts = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, node));
    const parts = facts.isUnion() ? facts.types : [facts];
    return parts.flatMap((part) => [
      ...(part.getStringIndexType() ? [{ name: '*', place }] : []),
      ...part.getProperties().map(({ name }) => ({ name, place })),
    ]);
  });
}
