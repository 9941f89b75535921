import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Fails the build where what a page loads before it shows anything is larger than agreed; says how large it is. */
export function limitFirstLoad(limits: Readonly<Record<string, number>>): Plugin {
  return {
    name: 'limit-first-load',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [page, limit] of Object.entries(limits)) {
        const { scripts, styles } = firstLoad(page, bundle);
        const [js, css] = [kilobytes(scripts, bundle), kilobytes(styles, bundle)];
        this.info(
          `${page}: ${js.toFixed(1)} kB JavaScript and ${css.toFixed(1)} kB CSS, gzipped, of ${limit} kB`,
        );
        if (js + css > limit)
          this.error(
            `${page} loads ${(js + css).toFixed(1)} kB before it shows anything, and ${limit} kB are agreed. Load what is ` +
              'not needed at once by a lazy route, or import less.',
          );
      }
    },
  };
}

interface FirstLoad {
  scripts: Set<string>;
  styles: Set<string>;
}

/** The entry of a page and whatever it imports at once. */
function firstLoad(page: string, bundle: Rolldown.OutputBundle): FirstLoad {
  const found: FirstLoad = { scripts: new Set(), styles: new Set() };
  const follow = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.scripts.has(name)) return;
    found.scripts.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.styles.add(style);
    chunk.imports.forEach(follow);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId?.endsWith(`/${page}`))
      follow(chunk.fileName);
  if (found.scripts.size === 0) throw new Error(`${page} is no page of this build.`);
  return found;
}

function kilobytes(names: ReadonlySet<string>, bundle: Rolldown.OutputBundle): number {
  const sizes = [...names].map((name) => {
    const file = bundle[name];
    if (!file) return 0;
    return gzipSync(file.type === 'chunk' ? file.code : file.source).length;
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
