import { join } from 'node:path';
import type { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser' with {
  'resolution-mode': 'import',
};

/** An import that breaks a rule of .dependency-cruiser.js; paths are relative to the tree. */
export interface Broken {
  rule: string;
  from: string;
  to: string;
}

/**
 * Holds each tree named on the command line against the rules of .dependency-cruiser.js, and prints what breaks them as
 * JSON, a list per tree. A program of its own, because dependency-cruiser is an ES module and Jest loads none.
 */
async function main(trees: readonly string[]): Promise<void> {
  const { cruise } = await import('dependency-cruiser');
  const { default: configuration } = (await import(join(__dirname, '../../../.dependency-cruiser.js'))) as {
    default: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions };
  };
  const rules = { ruleSet: { forbidden: configuration.forbidden }, validate: true };
  const broken: Broken[][] = [];
  for (const baseDir of trees) {
    const options: ICruiseOptions = { ...configuration.options, ...rules, baseDir, outputType: 'json' };
    const { output } = await cruise(['.'], options);
    const { violations } = (JSON.parse(output as string) as ICruiseResult).summary;
    broken.push(violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })));
  }
  process.stdout.write(JSON.stringify(broken));
}

void main(process.argv.slice(2));
