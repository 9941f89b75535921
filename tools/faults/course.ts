import { waitUntil } from '../processes';

const LOOK_EVERY_MS = 20;
/** Everything comes up again within minutes; whoever waits longer waits for what will not come. */
const LONGEST_MS = 900_000;

/** Keeps kills and work beside each other, so that the ones are spread over all of the other, however fast either is. */
export class Course {
  private begun = 0;
  private killed = 0;

  constructor(
    private readonly spec: { readonly jobs: number; readonly kills: number; readonly signal: AbortSignal },
  ) {}

  /** Waits until so much has been killed as belongs before this job (from 0), and counts it as begun. */
  async beforeJob(number: number): Promise<void> {
    const { jobs, kills } = this.spec;
    await this.until(() => this.killed >= Math.floor((number * kills) / jobs));
    this.begun += 1;
  }

  /** Waits until so much has been begun as belongs before this kill (from 0). */
  async beforeKill(number: number): Promise<void> {
    const { jobs, kills } = this.spec;
    await this.until(() => this.begun >= Math.floor((number * jobs) / kills));
  }

  kill(): void {
    this.killed += 1;
  }

  private async until(isSo: () => boolean): Promise<void> {
    await waitUntil(() => Promise.resolve(isSo()), {
      what: 'The work and the kills come along with each other',
      timeoutMs: LONGEST_MS,
      everyMs: LOOK_EVERY_MS,
      signal: this.spec.signal,
    });
  }
}
