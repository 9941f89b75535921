import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, posix, sep } from 'node:path';

/** A file of the built console, with its forms as they are sent. */
export interface ConsoleFile {
  readonly type: string;
  /** Its name carries its digest: what it holds never changes. */
  readonly lasting: boolean;
  readonly etag: string;
  readonly bytes: Buffer;
  /** The same, compressed at the build. */
  readonly compressed: Readonly<Partial<Record<'br' | 'gzip', Buffer>>>;
}

/** The files by their path within the folder, such as `assets/main-C0ffee.js`. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const COMPRESSED = { br: '.br', gzip: '.gz' } as const;

/** Where `npm run build:console` puts the console, seen from compiled and uncompiled code alike. */
export function consoleFolder(): string {
  const above = join(__dirname, '..', '..', '..');
  return basename(above) === 'dist' ? join(above, 'console') : join(above, 'dist', 'console');
}

/**
 * Reads the whole built console: some dozens of files, of which only these can ever be asked for. Null where it has not been
 * built.
 */
export async function readConsoleFiles(folder: string): Promise<ConsoleFiles | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const read = async (name: string): Promise<[string, Buffer]> => [name, await readFile(join(folder, name))];
  const contents = new Map(await Promise.all(names.map(read)));
  const files = new Map<string, ConsoleFile>();
  for (const [name, bytes] of contents) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const path = name.split(sep).join(posix.sep);
    files.set(path, {
      type,
      lasting: path.startsWith('assets/'),
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
      bytes,
      compressed: Object.fromEntries(
        Object.entries(COMPRESSED).flatMap(([encoding, ending]) => {
          const compressed = contents.get(name + ending);
          return compressed ? [[encoding, compressed]] : [];
        }),
      ),
    });
  }
  return files.has('index.html') ? files : null;
}
