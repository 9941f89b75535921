import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/config';
import { QUEUES } from '../../src/queues';
import { ENGINE_VERSIONS } from '../../tools/engines';
import { interpolated, servicesOf } from './compose-file';
import { importedBy } from './imports';

const ROOT = join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Names a zod schema of settings declares, one at the beginning of a line. */
const declaredIn = (file: string): string[] =>
  [...read(file).matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name = '']) => name);

const OURS = new Set(declaredIn('src/config.ts'));
/** Read by Temporal's SDK itself (its environment configuration), and by Node. */
const LIBRARIES = ['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'NODE_OPTIONS'];
/** What the images of others read: their entry points and configuration templates. */
const OF_IMAGES: Record<string, string[]> = {
  postgres: ['POSTGRES_USER', 'POSTGRES_PASSWORD'],
  'temporalio/admin-tools': ['SQL_PLUGIN', 'SQL_HOST', 'SQL_PORT', 'SQL_USER', 'SQL_PASSWORD'],
  'temporalio/server': [
    ...['DB', 'DB_PORT', 'POSTGRES_SEEDS', 'POSTGRES_USER', 'POSTGRES_PWD'],
    ...['NUM_HISTORY_SHARDS', 'BIND_ON_IP', 'LOG_LEVEL'],
  ],
  'temporalio/ui': ['TEMPORAL_ADDRESS'],
  mongo: ['MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_PASSWORD'],
};

const services = servicesOf(read('docker-compose.yml'));
const dockerfile = read('Dockerfile');
const WORKERS = [...services.keys()].filter((name) => name.startsWith('worker'));

/** `.env.example` as it is, and as somebody has filled it in. */
const example = Object.fromEntries(
  [...read('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);
const filledIn = {
  ...example,
  MONGODB_PASSWORD: 'abcdef0123456789',
  POSTGRES_PASSWORD: 'fedcba9876543210',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  BOOTSTRAP_API_KEY: 'a-key-of-the-owner',
  PUBLIC_URL: 'https://retorno.example.com',
  BLING_CLIENT_ID: 'client-id',
  BLING_CLIENT_SECRET: 'client-secret',
};

describe('docker-compose.yml', () => {
  it('lets all that a person waits for go before what the workers do by themselves', () => {
    const ofAll = ['api', 'worker-counter', 'temporal', 'mongodb'].map(
      (name) => services.get(name)!.cpuShares,
    );
    expect(ofAll).toEqual([1024, 1024, 1024, 1024]);
    for (const name of WORKERS.filter((worker) => worker !== 'worker-counter'))
      expect([name, services.get(name)!.cpuShares]).toEqual([name, name === 'worker-sale' ? 384 : 128]);
  });

  it.each([...services.keys()])('sets nothing for %s that it does not read', (name) => {
    const { image, environment } = services.get(name)!;
    const known = OF_IMAGES[image.split(':')[0]!] ?? [...OURS, ...LIBRARIES];
    expect(Object.keys(environment)).not.toEqual([]);
    expect(Object.keys(environment).filter((variable) => !known.includes(variable))).toEqual([]);
  });

  it.each(['api', ...WORKERS, 'migrate'])(
    'gives %s settings it starts with in production, made of a filled-in .env.example',
    (name) => {
      const environment = interpolated(services.get(name)!.environment, filledIn);
      const config = loadConfig({ NODE_ENV: 'production', ...environment });
      expect(config).toMatchObject({
        production: true,
        publicUrl: 'https://retorno.example.com',
        taskQueue: 'retorno',
      });
      expect(new URL(config.mongodbUri).searchParams.get('replicaSet')).toBe('retorno');
    },
  );

  it.each([
    'MONGODB_PASSWORD',
    'POSTGRES_PASSWORD',
    'ENCRYPTION_KEY',
    'BOOTSTRAP_API_KEY',
    'PUBLIC_URL',
    'BLING_CLIENT_SECRET',
  ])('refuses to start without %s', (secret) => {
    const given = { ...filledIn, [secret]: '' };
    const interpolateAll = (): unknown =>
      [...services.values()].map(({ environment }) => interpolated(environment, given));
    expect(interpolateAll).toThrow(secret);
  });

  it.each(WORKERS)('lets the API and %s be told everything a person may set, and both the same', (name) => {
    const toldTo = (service: string): string[] => Object.keys(services.get(service)!.environment).sort();
    const own = {
      api: ['PORT', 'BOOTSTRAP_API_KEY'],
      worker: ['WORKER_BUILD_ID', 'WORKER_DEPLOYMENT', 'WORKER_QUEUES', 'WORKER_SLOTS'],
    };
    const neither = ['NODE_ENV', 'WORKFLOW_BUNDLE'];
    const [api, worker] = [toldTo('api'), toldTo(name)];
    const shared = api.filter((variable) => !own.api.includes(variable));
    expect(worker.filter((variable) => !own.worker.includes(variable))).toEqual(shared);
    expect([...OURS].filter((variable) => ![...api, ...worker].includes(variable)).sort()).toEqual(neither);
  });

  it('has a worker for each queue', () => {
    const served = WORKERS.map((name) => services.get(name)!.environment['WORKER_QUEUES']);
    expect(served.sort()).toEqual([...QUEUES].sort());
  });

  it('migrates the database once before any API or worker starts', () => {
    const blocks = ['  api:', 'x-worker: &worker'].map(
      (name) => read('docker-compose.yml').split(`\n${name}\n`)[1]!.split('\n\n')[0]!,
    );
    for (const service of blocks)
      expect(service).toMatch(/migrate:\n\s+condition: service_completed_successfully/);
  });

  it('opens no port to other machines', () => {
    const published = [...read('docker-compose.yml').matchAll(/^ {6}- '([^']*:\d+)'$/gm)].map(
      ([, port = '']) => port,
    );
    expect(published).toHaveLength(2);
    for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('pins the versions of other people’s images, the Temporal server and its tools alike', () => {
    const images = [...services.values()].map(({ image }) => image);
    for (const image of images) expect(image).toMatch(/:(local|[\w.-]*\d[\w.-]*)$/);
    const versions = images.flatMap(
      (image) => /^temporalio\/(?:server|admin-tools):(\d+\.\d+\.\d+)/.exec(image)?.[1] ?? [],
    );
    expect(versions).toEqual(['1.29.7', '1.29.7']);
  });
});

describe('.env.example', () => {
  it('names only settings that somebody reads', () => {
    const composeOnly = ['MONGODB_PASSWORD', 'POSTGRES_PASSWORD'];
    expect(Object.keys(example).filter((name) => !OURS.has(name) && !composeOnly.includes(name))).toEqual([]);
  });

  it('asks for everything docker compose refuses to start without, and gives away nothing', () => {
    const required = [...read('docker-compose.yml').matchAll(/\$\{([A-Z0-9_]+):\?/g)].map(
      ([, name = '']) => name,
    );
    expect(Object.keys(example)).toEqual(expect.arrayContaining([...new Set(required)]));
    expect(Object.values(example).join('')).toBe('');
  });
});

describe('the Dockerfile', () => {
  it('sets no variable that is not read', () => {
    const set = [...dockerfile.matchAll(/^ENV ([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(set).toEqual(['NODE_ENV', 'WORKER_BUILD_ID']);
    expect([...OURS]).toEqual(expect.arrayContaining(set));
  });

  it('copies only what is there, and .dockerignore lets it in', () => {
    const fromContext = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    const letIn = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, file = '']) => file);
    expect(fromContext.sort()).toEqual(letIn.sort());
    expect(fromContext.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('carries everything that the programs docker-compose.yml starts are made of, and nothing for development alone', () => {
    const started = [
      ...`${read('docker-compose.yml')}${dockerfile}`.matchAll(/["']dist\/([\w/-]+)\.js["']/g),
    ];
    const programs = [...new Set(started.map(([, program = '']) => program))];
    expect(programs.sort()).toEqual(['src/server', 'src/worker', 'tools/migrate', 'tools/temporal-setup']);
    const byHand = ['tools/deployment', 'tools/merchant'];
    const { files, packages } = importedBy(ROOT, [...programs, ...byHand]);
    const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/dist\/(\S+)/gm)].map(
      ([, path = '']) => path,
    );
    expect(files.filter((file) => !copied.some((path) => `${file}.js`.startsWith(path)))).toEqual([]);
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(packages.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
  });

  it('runs them on the Node that the tests are run on in CI', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(new Set(images)).toEqual(new Set([`node:${ENGINE_VERSIONS.node.split('.', 1)[0]}-bookworm-slim`]));
  });

  it('runs them as nobody in particular, and lets them hear signals', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^CMD \["node", /m);
  });

  it('checks the health of the API without any program but Node', () => {
    const check = /HEALTHCHECK[\s\S]*?CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
    const [program, flag, script = ''] = JSON.parse(check) as string[];
    expect([program, flag]).toEqual(['node', '-e']);
    expect(script).toContain('/healthz');
    expect(() => new Script(script)).not.toThrow();
  });
});
