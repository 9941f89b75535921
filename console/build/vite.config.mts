import { join } from 'node:path';
import { defineConfig } from 'vite';
import { compressFiles } from './compress-files.mts';
import { limitFirstLoad } from './limit-first-load.mts';

const root = join(import.meta.dirname, '..');
/** Where `npm run dev:console` finds the API. */
const api = process.env['CONSOLE_API'] ?? 'http://localhost:3000';

/** What is loaded before a page shows anything, gzipped: a tablet at the counter is slow, and so is its network. */
const FIRST_LOAD_KB = { 'balcao.html': 130, 'index.html': 280 };

/**
 * Of Mantine, what the counter shares with other pages, in one file: each page that uses some of it cuts the rest into more and
 * smaller files otherwise, and the counter grows with pages it has nothing to do with.
 */
const controls = {
  name: 'controls',
  test: /@mantine\/core\/esm\/components\/(?:InputBase|Paper|SimpleGrid|TextInput)\//,
};

/** What all pages share of our own, the counter's too: apart, each of its smallest files would be one more to wait for. */
const parts = { name: 'parts', test: /\/console\/src\/(?:api|format|parts|session)\// };

// Whatever the shell says: what is built is what people get, and React for developers is twice as large.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  root,
  // The pages say by <base> where they lie: the same files work under any prefix.
  base: './',
  plugins: [limitFirstLoad(FIRST_LOAD_KB), compressFiles()],
  build: {
    outDir: join(root, '..', 'dist', 'console'),
    emptyOutDir: true,
    target: 'es2022',
    // Inlined, a small image would have to be allowed by the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [controls, parts] } },
      input: { index: join(root, 'index.html'), balcao: join(root, 'balcao.html') },
      // Loading texts does nothing else: a page comes without those of the others, whichever door they share.
      treeshake: { moduleSideEffects: [{ test: /\/console\/src\/words\//, sideEffects: false }] },
      onLog: (level, log, report) => {
        // Packages mark what runs in a browser; here all of it does.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  server: { proxy: { '/v1': api } },
});
