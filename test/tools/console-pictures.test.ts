import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PICTURES } from '../../tools/demo-console/pictures';

const ROOT = join(__dirname, '..', '..');
const ROUTES = join(ROOT, 'console', 'src', 'app');
const PAGES = readFileSync(join(ROOT, 'docs', 'console.md'), 'utf8');

/** Every address of the console's router that shows a page of its own, and does not lead on to another. */
const routes = readdirSync(ROUTES)
  .filter((file) => file.endsWith('-routes.ts'))
  .flatMap((file) => readFileSync(join(ROUTES, file), 'utf8').split('createRoute({').slice(1))
  .filter((route) => route.includes('component:'))
  .map((route) => /path: '([^']+)'/.exec(route)![1]!);

describe('the pictures of the console', () => {
  it('are of every page', () => {
    expect(routes.length).toBeGreaterThan(25);
    const shown = PICTURES.flatMap(({ route }) => route ?? []);
    expect(shown.toSorted()).toEqual(routes.toSorted());
  });

  it('are there, each once, and shown with what its page is for', () => {
    const names = PICTURES.map(({ name }) => name).toSorted();
    expect(names).toEqual([...new Set(names)]);
    const files = readdirSync(join(ROOT, 'docs', 'pictures')).map((file) => file.replace(/\.png$/, ''));
    expect(files.toSorted()).toEqual(names);
    for (const name of names) expect(PAGES).toContain(`](pictures/${name}.png)`);
  });
});
