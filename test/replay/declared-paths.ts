import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import * as definitions from '../../src/workflows/definitions';
import * as workflows from '../../src/workflows/bundle';
import { PROJECT_ROOT } from '../../tools/local-settings';

const FOLDER = join(PROJECT_ROOT, 'src', 'workflows');

/** One source file of the workflows, parsed. */
interface Source {
  file: string;
  tree: ts.SourceFile;
}

/**
 * What the workflows' source declares, as {@link factsOf} words it, but without the workflow where the source does not say which: every
 * workflow, update, signal, step, timer, patch and continuation. Read from the source, so that nobody has to list it.
 */
export function declaredPaths(): string[] {
  const sources = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file,
      tree: ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.ES2022, true),
    }));
  return [
    ...Object.keys(workflows).map((name) => `${name}: starts`),
    ...callsNamed(),
    ...sources.flatMap((source) => declaredIn(source)),
  ];
}

/** Updates and signals, of whichever workflow. */
function callsNamed(): string[] {
  return Object.values(definitions).flatMap((value) =>
    typeof value === 'object' ? [`: ${value.type} ${value.name}`] : [],
  );
}

function declaredIn(source: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      found.push(...declaredBy(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return found;
}

/** What one call declares. */
function declaredBy(call: ts.CallExpression, source: Source): string[] {
  const [first] = call.arguments;
  switch ((call.expression as ts.Identifier).text) {
    case 'step':
      return first && ts.isStringLiteral(first) ? [`: step ${first.text}`] : [];
    case 'patched':
      return textsOf(first, source).map((id) => `${workflowOf(source)}: patch ${id}`);
    case 'continueAsNew':
      return [`${workflowOf(source)}: continues as new`, `${workflowOf(source)}: goes on from a former run`];
    case 'sleep':
      return timers(call.arguments[1], source, ['']);
    case 'condition':
      return call.arguments.length > 1 ? timers(call.arguments[2], source, ['', ' fires']) : [];
    default:
      return [];
  }
}

/** A timer is known by its summary; one without has none. */
function timers(options: ts.Expression | undefined, source: Source, ways: string[]): string[] {
  const summary =
    options && ts.isObjectLiteralExpression(options)
      ? options.properties.find((property) => property.name?.getText() === 'summary')
      : undefined;
  const texts = summary && ts.isPropertyAssignment(summary) ? textsOf(summary.initializer, source) : [''];
  return texts.flatMap((text) => ways.map((way) => `${workflowOf(source)}: timer "${text}"${way}`));
}

/** The texts that an expression can be: its own, that of a constant of the file, or those of the fields of one. */
function textsOf(expression: ts.Expression | undefined, source: Source): string[] {
  if (!expression) return [];
  if (ts.isStringLiteral(expression)) return [expression.text];
  if (ts.isElementAccessExpression(expression)) return textsOf(expression.expression, source);
  if (ts.isObjectLiteralExpression(expression))
    return expression.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) ? textsOf(property.initializer, source) : [],
    );
  if (ts.isIdentifier(expression)) {
    const constant = source.tree.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .find(({ name }) => name.getText() === expression.text);
    return textsOf(constant?.initializer, source);
  }
  throw new Error(`${source.file}: which text ${expression.getText()} is cannot be read from the source.`);
}

/** `sale-source.ts` belongs to `sale`, `ledger-proof.ts` to `ledgerProof`. */
function workflowOf({ file }: Source): string {
  const name = file.replace(/\.ts$/, '').replace(/-[a-z]/g, (part) => part[1]!.toUpperCase());
  const owner = Object.keys(workflows).find((workflow) => name.startsWith(workflow));
  if (!owner)
    throw new Error(`${file} declares something of no workflow: name it after the workflow it belongs to.`);
  return owner;
}
