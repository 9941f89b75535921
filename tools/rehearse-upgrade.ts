/**
 * `npm run rehearse:upgrade`: plays an upgrade of the workers through and back again, with open runs, on engines of its own. The exit
 * code says whether every run was carried on as it must be.
 */
import { readRehearsalOptions, REHEARSAL_USAGE, setUpgradeStage, UpgradeRehearsal } from './rehearsal';
import { runTool } from './processes';
import { launched } from './rig';

const FEW = 10;

async function main(): Promise<number> {
  const options = readRehearsalOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(REHEARSAL_USAGE);
    return 0;
  }
  return launched('upgrade', async (launch) => {
    const stage = await setUpgradeStage(options, launch, (line) => console.log(line));
    const size = { runs: options.runs, few: Math.min(FEW, options.runs), holding: 'PT30S' };
    const { sales, timers, redemptions, comeAgain } = await new UpgradeRehearsal(stage, size).run();
    console.log(
      [
        '',
        `Everything is as it must be: ${sales} sales, ${timers} of them paid by a timer of the new build, were carried on by whichever`,
        `build was current, there and back again; ${redemptions} redemptions ended on the build they began on. No decision failed,`,
        `nothing is waited for, every wallet is right to the cent, and the ledger holds. Calls made again after a 503: ${comeAgain}.`,
      ].join('\n'),
    );
  });
}

runTool(main);
