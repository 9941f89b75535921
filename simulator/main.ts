import { optionsFrom } from './settings';
import { startSimulator } from './start';

async function run(): Promise<void> {
  const simulator = await startSimulator(optionsFrom(process.env));
  const { url, smtpUrl, blingApiUrl, authorizeUrl, tokenUrl, whatsappUrl } = simulator;
  console.log(
    JSON.stringify({ ready: true, url, smtpUrl, blingApiUrl, authorizeUrl, tokenUrl, whatsappUrl }),
  );
  const stop = (): void => {
    void simulator.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
