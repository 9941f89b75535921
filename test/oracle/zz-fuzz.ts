import * as fc from 'fast-check';
import { histories } from './generator';
import { consultOracle } from './model';
import { complaints } from './check';
import { accountOfOracle, accountOfProduct } from './compare';
const mode = process.argv[2];
const runs = Number(process.argv[3] ?? 300);
const len = Number(process.argv[4] ?? 25);
const seed = Number(process.argv[5] ?? 1);
if (mode === 'count') {
  const count: Record<string, number> = {};
  let n = 0;
  const t = Date.now();
  for (const h of fc.sample(histories(len), { numRuns: runs, seed })) {
    const v = consultOracle(h);
    v.results.forEach((r, i) => {
      const k = h.events[i]!.do + ' ' + r;
      count[k] = (count[k] ?? 0) + 1;
      n++;
    });
  }
  console.log(n, Date.now() - t, 'ms');
  console.log(
    Object.entries(count)
      .sort()
      .map(([k, v]) => k + ': ' + v)
      .join('\n'),
  );
} else {
  const res = fc.check(
    fc.property(histories(len), (h) => {
      if (mode === 'inv') {
        const c = complaints(h);
        if (c.length) throw new Error(c.join('\n'));
        return true;
      }
      if (process.env.TICK && h.events.length) h = { ...h, events: [...h.events, { at: h.events.at(-1)!.at, do: 'tick' }] };
    const a = JSON.stringify(accountOfProduct(h)),
        b = JSON.stringify(accountOfOracle(h));
      return a === b;
    }),
    {
      numRuns: runs,
      seed,
      interruptAfterTimeLimit: 240000,
      ...(process.argv[6] ? { path: process.argv[6] } : {}),
    },
  );
  if (mode === 'quick') console.log(res.failed ? 'killed after ' + res.numRuns : 'SURVIVED');
  else if (!res.failed) console.log('agree', res.numRuns);
  else {
    const h = res.counterexample![0];
    console.log('seed', res.seed, 'path', res.counterexamplePath, 'after', res.numRuns, res.errorInstance);
    console.log(JSON.stringify(h.program));
    for (const e of h.events) console.log(JSON.stringify(e));
    try {
      const p = accountOfProduct(h),
        o = accountOfOracle(h);
      const { diff } = require('jest-diff');
      console.log(
        diff(o, p, { aAnnotation: 'oracle', bAnnotation: 'product', expand: false, contextLines: 6 }),
      );
    } catch (e) {
      console.log('ERR', e);
    }
  }
}
