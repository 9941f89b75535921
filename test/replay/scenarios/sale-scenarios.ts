import { ApplicationFailure } from '@temporalio/common';
import type { Activities } from '../../../src/activities';
import { benefitMoved, sourceAnswers } from '../../../src/workflows';
import { begun, heard, heardAgain, outcome, resting, saleOf, sourceAway, told } from './sale-run';
import { inSkippedTime, usually, whenFull } from './scenario';
import type { Scenario } from './scenario';
import { aGate, inTurn } from './stage';

/** Long enough for the run to come to rest and set its timer, short enough to be waited for. */
const SOON = 300;

type Told = Awaited<ReturnType<Activities['readSale']>>;

const known = async (): Promise<Told> => ({ sourceStatus: 'completed', identify: false });

/** What time and its source do to a sale. */
export const saleScenarios: readonly Scenario[] = [
  usually('sale-lives-its-life', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'life'), {
      readSale: async () => ({ sourceStatus: 'completed', identify: true }),
      identifyCustomer: async () => ({ customerId: 'cus_example' }),
      settleBenefit: async () => outcome({ do: 'tell', inMs: -1 }),
      sendMessage: inTurn(
        () => outcome({ do: 'activate', inMs: SOON }, 'pending'),
        () => outcome({ do: 'letGo', inMs: SOON }),
      ),
      activateBenefit: async () => outcome({ do: 'tell', inMs: SOON }),
      letGoVouchers: async () => outcome({ do: 'expire', inMs: SOON }),
      expireBenefit: async () => outcome(),
    });
    await stage.ends(run);
    return { run };
  }),

  usually('sale-hears-a-burst', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'burst', 400), {
      ...told,
      settleBenefit: inTurn(resting, () => outcome()),
    });
    await heardAgain(stage, run);
    await stage.reaches(run, 'timer "Fim da validade: vencer o que não foi usado"');
    await heardAgain(stage, run);
    await stage.ends(run);
    return { run };
  }),

  usually('sale-looks-again-at-its-ledger', async (stage) => {
    const run = await begun(stage, saleOf(stage, 'moved'), {
      settleBenefit: inTurn(resting, () => outcome()),
    });
    await stage.reaches(run, 'timer "Fim da validade: vencer o que não foi usado"');
    await stage.client.workflow
      .getHandle(run.workflowId)
      .signal(benefitMoved, { redemptionId: 'red_example' });
    await stage.ends(run);
    return { run };
  }),

  usually('sale-hears-news-while-it-settles', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'news'), {
      ...told,
      settleBenefit: inTurn(
        () => gate.hold().then(() => resting()),
        () => outcome(),
      ),
    });
    await gate.reached;
    await heardAgain(stage, run);
    await stage.reaches(run, 'signal saleChanged', 2);
    gate.open();
    await stage.ends(run);
    return { run };
  }),

  usually('sale-source-is-away', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'away'), {
      readSale: inTurn<{ sourceStatus: 'completed'; identify: boolean }>(sourceAway, () => ({
        sourceStatus: 'completed',
        identify: true,
      })),
      identifyCustomer: inTurn<{ customerId: string }>(sourceAway, () => ({ customerId: 'cus_example' })),
      settleBenefit: async () => outcome(),
    });
    await stage.ends(run);
    return { run };
  }),

  usually('sale-is-woken-when-its-source-answers', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'woken'), {
      readSale: inTurn<Told>(() => sourceAway(600_000), known),
      settleBenefit: async () => outcome(),
    });
    await stage.reaches(run, 'timer "Esperar o limite de chamadas da origem"');
    await stage.client.workflow.getHandle(run.workflowId).signal(sourceAnswers);
    await stage.ends(run);
    return { run };
  }),

  usually('sale-source-refuses-for-good', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'refused'), {
      readSale: () => {
        throw ApplicationFailure.nonRetryable('No such sale.', 'MissingRecordError');
      },
    });
    await stage.ends(run);
    return { run };
  }),

  usually('sale-fails-with-its-source-unread', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'unread'), {
      readSale: inTurn<{ sourceStatus: 'completed'; identify: boolean }>(
        () => ({ sourceStatus: 'completed', identify: false }),
        () => {
          throw ApplicationFailure.nonRetryable('A defect.', 'Defect');
        },
      ),
      settleBenefit: async () => resting(),
    });
    await stage.reaches(run, 'timer "Fim da validade: vencer o que não foi usado"');
    await heardAgain(stage, run);
    await stage.ends(run);
    return { run };
  }),

  usually('sale-is-parked', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'parked'), {
      readSale: async () => ({ sourceStatus: 'completed', identify: false }),
      settleBenefit: inTurn(
        () => ({ ...outcome({ do: 'activate', inMs: SOON }, 'pending'), parked: true as const }),
        () => outcome(),
      ),
      activateBenefit: async () => ({ ...resting(), parked: true as const }),
    });
    await stage.reaches(run, 'timer "Fim da validade: vencer o que não foi usado"');
    await heardAgain(stage, run);
    await stage.ends(run);
    return { run };
  }),

  usually('sale-gives-a-message-up', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'unsent'), {
      ...told,
      settleBenefit: async () => outcome({ do: 'tell', inMs: -1 }),
      sendMessage: () => {
        throw ApplicationFailure.nonRetryable('A defect.', 'TypeError');
      },
      giveUpMessage: async () => outcome(),
    });
    await stage.ends(run);
    return { run };
  }),

  usually('sale-hears-news-while-it-sends', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'sending'), {
      ...told,
      settleBenefit: inTurn(
        () => outcome({ do: 'tell', inMs: -1 }),
        () => outcome(),
      ),
      sendMessage: () => gate.hold().then(() => resting()),
    });
    await gate.reached;
    await heardAgain(stage, run);
    await stage.reaches(run, 'timer "Esperar o envio em curso"');
    gate.open();
    await stage.ends(run);
    return { run };
  }),

  inSkippedTime('sale-leaves-a-message-for-news', async (stage) => {
    // Other scenarios skip the hour until the next try at any moment: the first attempt lasts until the news are heard.
    const gate = aGate();
    let looks = 0;
    const run = await heard(stage, saleOf(stage, 'left'), {
      ...told,
      settleBenefit: async () => {
        looks += 1;
        return outcome({ do: 'tell', inMs: -1 });
      },
      sendMessage: async () => {
        if (looks > 1) return outcome();
        await gate.hold();
        throw ApplicationFailure.create({ message: 'Not now.', nextRetryDelay: '1 hour' });
      },
    });
    await gate.reached;
    await heardAgain(stage, run);
    await stage.reaches(run, 'signal saleChanged', 2);
    gate.open();
    await stage.ends(run);
    return { run };
  }),

  usually('sale-that-waits-has-no-run', async (stage) => {
    const run = await heard(stage, saleOf(stage, 'waits'), {
      ...told,
      settleBenefit: async () => outcome(undefined, 'waiting'),
    });
    await stage.ends(run);
    return { run };
  }),

  usually('sale-lives-while-its-source-is-away', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'beside'), {
      readSale: inTurn<Told>(known, sourceAway, () => gate.hold().then(known)),
      settleBenefit: inTurn(resting, () => outcome({ do: 'activate', inMs: SOON }, 'pending'), outcome),
      activateBenefit: async () => resting(),
    });
    await stage.reaches(run, 'timer "Fim da validade: vencer o que não foi usado"');
    await heardAgain(stage, run);
    await gate.reached;
    await stage.reaches(run, 'step activateBenefit');
    await stage.reaches(run, 'timer "Fim da validade: vencer o que não foi usado"', 2);
    gate.open();
    await stage.ends(run);
    return { run };
  }),

  usually('sale-is-over-while-its-source-is-away', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'beside-the-end'), {
      readSale: inTurn<Told>(known, sourceAway, () => gate.hold().then(known)),
      settleBenefit: inTurn(resting, outcome),
    });
    await stage.reaches(run, 'timer "Fim da validade: vencer o que não foi usado"');
    await heardAgain(stage, run);
    await gate.reached;
    await stage.reaches(run, 'step settleBenefit', 2);
    gate.open();
    await stage.ends(run);
    return { run };
  }),

  whenFull('sale-continues-while-its-source-is-away', async (stage) => {
    const gate = aGate();
    const run = await heard(stage, saleOf(stage, 'full-beside'), {
      readSale: inTurn<Told>(known, sourceAway, () => gate.hold().then(known), known),
      settleBenefit: inTurn(resting, () => outcome({ do: 'tell', inMs: -1 }), outcome),
      // As many messages as fill a history.
      sendMessage: async () => outcome({ do: 'tell', inMs: -1 }),
    });
    await stage.reaches(run, 'timer "Fim da validade: vencer o que não foi usado"');
    await heardAgain(stage, run);
    await stage.ends(run);
    gate.open();
    return { run };
  }),

  whenFull('sale-continues-as-new', async (stage) => {
    const input = saleOf(stage, 'full');
    const run = await begun(stage, input, {
      // As many messages as fill a history, then one more look.
      settleBenefit: inTurn(
        () => outcome({ do: 'tell', inMs: -1 }),
        () => outcome(),
      ),
      sendMessage: async () => outcome({ do: 'tell', inMs: -1 }),
    });
    await stage.ends(run);
    return { run };
  }),
];
