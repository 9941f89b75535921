import { describe, expect, it } from '@jest/globals';
import { lapsedNotices } from '../../../src/loyalty/notice/lapsed-notices';
import { MINUTE, SOLD_AT } from '../sale/sales';
import { Scene } from './scene';

const HOUR = 60 * MINUTE;

/** Earned, and told of later. */
function waiting(): { scene: Scene; key: string } {
  const scene = new Scene().at(SOLD_AT).deserve({ cents: 500 });
  const [key = ''] = scene.keys('earned');
  return { scene: scene.wait(key, SOLD_AT + HOUR), key };
}

const lapsed = ({ sale, now }: Scene, due: Scene): string[] =>
  lapsedNotices(sale, due.notices(), now).map(({ key }) => key);

describe('a notice that waits', () => {
  it('is due at its time, and has not lapsed, as long as nothing changes', () => {
    const { scene, key } = waiting();
    expect(scene.due('earned')).toEqual([{ key, at: SOLD_AT + HOUR }]);
    expect(lapsed(scene, scene)).toEqual([]);
  });

  it('lapses where other amounts are to be told by now, and those are due at once', () => {
    const { scene, key } = waiting();
    scene.change({}).deserve({ cents: 200 });
    expect(scene.due('earned')).toEqual([{ key: expect.not.stringMatching(key), at: scene.now }]);
    expect(scene.keys('returned')).toEqual([]);
    expect(lapsed(scene, scene)).toEqual([key]);
  });

  it('does not lapse where somebody may have heard of it: it is finished with the amounts it began with', () => {
    const scene = new Scene().at(SOLD_AT).deserve({ cents: 500 });
    const [key = ''] = scene.keys('earned');
    scene
      .attempt(key, SOLD_AT + HOUR)
      .change({})
      .deserve({ cents: 200 });
    expect(scene.keys('earned')).toEqual([key]);
    expect(lapsed(scene, scene)).toEqual([]);
  });

  it('lapses with a sale that is cancelled, and not where nobody is written to about the sale', () => {
    const { scene, key } = waiting();
    scene.change({ source: { status: 'cancelled' } }).deserve({ cents: 0 });
    expect(lapsed(scene, scene)).toEqual([key]);
    scene.change({ notices: { silent: true } });
    expect(lapsed(scene, scene)).toEqual([]);
  });
});
