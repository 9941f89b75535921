import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** What programs need at run time: our files, without their ending, and packages by name. */
export interface Imported {
  files: string[];
  packages: string[];
}

/** Follows the imports of TypeScript programs, types left out; all paths are relative to `root`. */
export function importedBy(root: string, programs: readonly string[]): Imported {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const specifier of specifiersIn(join(root, `${file}.ts`))) {
      if (specifier.startsWith('.')) visit(resolved(root, dirname(file), specifier));
      else if (!isBuiltIn(specifier)) packages.add(packageOf(specifier));
    }
  };
  programs.forEach(visit);
  return { files: [...files].sort(), packages: [...packages].sort() };
}

function specifiersIn(path: string): string[] {
  const statements = readFileSync(path, 'utf8').matchAll(/^(import|export) (type )?[^;]*?from '([^']+)'/gm);
  return [...statements].flatMap(([, , type, specifier = '']) => (type ? [] : [specifier]));
}

function resolved(root: string, folder: string, specifier: string): string {
  const path = relative(root, join(root, folder, specifier));
  return existsSync(join(root, `${path}.ts`)) ? path : join(path, 'index');
}

function isBuiltIn(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
