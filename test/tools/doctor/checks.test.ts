import { describe, expect, it } from '@jest/globals';
import { checkEngine, checkLines, checkNode } from '../../../tools/doctor/index';
import type { Finding, Way } from '../../../tools/engines';

const way = (name: string, finding: Finding): Way<string> => ({
  name,
  look: () => Promise.resolve(finding),
  take: () => Promise.reject(new Error('the doctor changes nothing')),
});
const closed = way('PATH', { state: 'impossible', reason: 'there is none' });

describe('the doctor', () => {
  it('says that an engine is there', async () => {
    const ways = [closed, way('the cache', { state: 'ready', detail: '/c/temporal' })];
    expect(await checkEngine({ engine: 'Temporal', ways })).toEqual({
      verdict: 'ok',
      what: 'Temporal',
      detail: 'from the cache: /c/temporal',
    });
  });

  it('says which way an engine will come, how long that takes, and why not another way', async () => {
    const ways = [closed, way('a build', { state: 'possible', detail: 'building', usualMs: 180_000 })];
    expect(await checkEngine({ engine: 'Temporal', ways })).toEqual({
      verdict: 'note',
      what: 'Temporal',
      detail: 'from a build, once, in about 3 min, because:',
      more: ['PATH: there is none'],
    });
  });

  it('finds fault only when no way leads to an engine, and says what would', async () => {
    const noGo = way('a build', { state: 'impossible', reason: '`go` not found', remedy: 'Install Go' });
    const check = await checkEngine({ engine: 'Temporal', ways: [closed, noGo] });
    expect(check).toMatchObject({
      verdict: 'bad',
      more: ['PATH: there is none', 'a build: `go` not found. Install Go'],
    });
  });

  it('finds no fault with an engine that only a test needs, and says what becomes of the test', async () => {
    const check = await checkEngine({ engine: 'Schemathesis', optional: true, ways: [closed] });
    expect(check).toEqual({
      verdict: 'note',
      what: 'Schemathesis',
      detail: 'cannot be had, and its tests are skipped (with CI=true they fail):',
      more: ['PATH: there is none'],
    });
  });

  it('looks at no way when the engine runs elsewhere', async () => {
    const check = await checkEngine({ engine: 'MongoDB', variable: 'MONGODB_URI', ways: [] }, 'mongodb://db');
    expect(check).toMatchObject({ verdict: 'ok', detail: 'MONGODB_URI is set and is used' });
  });

  it.each([
    ['20.19.0', 'note'],
    ['22.20.0', 'ok'],
    ['24.1.0', 'ok'],
    ['20.18.3', 'bad'],
    ['18.20.0', 'bad'],
  ])('finds Node %s %s', (version, verdict) => expect(checkNode(version).verdict).toBe(verdict));

  it('prints a line for each thing and what belongs to it below', () => {
    expect(checkLines({ verdict: 'bad', what: 'Node', detail: '18', more: ['Install'] })).toEqual([
      'BAD  Node                               18',
      '       - Install',
    ]);
  });
});
