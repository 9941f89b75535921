/** A service of a compose file, as far as the tests look at it. */
export interface ComposeService {
  image: string;
  /** Values as they are written, `${…}` included. */
  environment: Record<string, string>;
  /** Its weight where processors are short; as Docker has it where it says nothing. */
  cpuShares: number;
}

/** https://docs.docker.com/reference/compose-file/services/#cpu_shares */
const DOCKERS_SHARES = '1024';

interface Line {
  indent: number;
  text: string;
}

/**
 * The services of our compose file. It reads the plain part of YAML the file is written in: blocks by indentation, one
 * key a line, `&name` and `<<: *name` for whole blocks.
 */
export function servicesOf(text: string): Map<string, ComposeService> {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    .map((line) => ({ indent: line.search(/\S/), text: line.trim() }));
  const anchors = anchorsIn(lines);
  const services = blockUnder(
    lines,
    lines.findIndex((line) => line.indent === 0 && line.text === 'services:'),
  );
  const names = services.flatMap((line, index) =>
    line.indent === 2 ? [{ name: line.text.replace(/:$/, ''), index }] : [],
  );
  return new Map(names.map(({ name, index }) => [name, serviceOf(blockUnder(services, index), anchors)]));
}

/** What compose makes of values: `${NAME}`, `${NAME:-default}`, `${NAME:?message}`. @throws naming what is missing */
export function interpolated(
  values: Record<string, string>,
  env: Record<string, string>,
): Record<string, string> {
  const value = (text: string): string =>
    text.replace(/\$\{([A-Z0-9_]+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest = '') => {
      if (env[name]) return env[name];
      if (kind === '?') throw new Error(`required variable ${name} is missing a value`);
      return kind === '-' ? String(rest) : '';
    });
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, value(text)]));
}

function serviceOf(block: readonly Line[], anchors: ReadonlyMap<string, Line[]>): ComposeService {
  const fields = new Map(pairsOf(block, anchors));
  const at = block.findIndex(({ text }) => text.startsWith('environment:'));
  const alias = /^environment: \*(.+)$/.exec(block[at]?.text ?? '')?.[1];
  const environment = alias === undefined ? blockUnder(block, at) : (anchors.get(alias) ?? []);
  return {
    image: fields.get('image') ?? '',
    environment: Object.fromEntries(pairsOf(environment, anchors)),
    cpuShares: Number(fields.get('cpu_shares') ?? DOCKERS_SHARES),
  };
}

function anchorsIn(lines: readonly Line[]): Map<string, Line[]> {
  return new Map(
    lines.flatMap((line, index) => {
      const name = /: &(.+)$/.exec(line.text)?.[1];
      return name === undefined ? [] : [[name, blockUnder(lines, index)] as const];
    }),
  );
}

/** The lines below a line that are indented deeper than it. */
function blockUnder(lines: readonly Line[], index: number): Line[] {
  if (index === -1) return [];
  const below = lines.slice(index + 1);
  const end = below.findIndex(({ indent }) => indent <= lines[index]!.indent);
  return end === -1 ? below : below.slice(0, end);
}

/** The keys of a block with a value on the same line; merged blocks come in where they are named. */
function pairsOf(block: readonly Line[], anchors: ReadonlyMap<string, Line[]>): [string, string][] {
  return block
    .filter(({ indent }) => indent === block[0]!.indent)
    .flatMap(({ text }): [string, string][] => {
      const merged = /^<<: \*(.+)$/.exec(text)?.[1];
      if (merged !== undefined) return pairsOf(anchors.get(merged) ?? [], anchors);
      const [, name, value] = /^([\w-]+): (.+)$/.exec(text) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value.replace(/^'(.*)'$/, '$1')]];
    });
}
