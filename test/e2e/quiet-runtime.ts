import { DefaultLogger, Runtime } from '@temporalio/worker';

/** The SDK tells every start and stop of a worker; a test's reader wants the errors. Once for each test file. */
Runtime.install({ logger: new DefaultLogger('ERROR') });
