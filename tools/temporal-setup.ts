/**
 * `npm run temporal:setup`: prepares the namespace of a Temporal cluster for Retorno, once per cluster and
 * again whenever a release adds a search attribute. Needs only production dependencies.
 */
import { runTool } from './processes';
import { prepareConfiguredCluster } from './temporal';

async function main(): Promise<number> {
  const { address, namespace, created, addedAttributes } = await prepareConfiguredCluster();
  console.log(`Temporal at ${address}, namespace ${namespace}: ${created ? 'created' : 'was there'}.`);
  console.log(
    addedAttributes.length > 0
      ? `Search attributes registered: ${addedAttributes.join(', ')}.`
      : 'Search attributes: all were registered.',
  );
  console.log('Ready.');
  return 0;
}

runTool(main);
