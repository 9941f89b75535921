import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../processes';
import type { EngineCache } from './cache';
import { cachedWay } from './cached-way';
import { downloadInto } from './download';
import { lookForPrograms, PROGRAMS } from './programs';
import { reach } from './reach';
import { ENGINE_VERSIONS } from './versions';
import type { Way } from './ways';

/** The time-skipping test server, to be given to the SDK as `existing-path`. */
export interface TestServerProgram {
  readonly executable: string;
}

const VERSION = ENGINE_VERSIONS.testServer;
const ENTRY = `temporal-test-server-${VERSION}`;
const EXECUTABLE = 'bin/temporal-test-server';

/** How the time-skipping test server can be had on this machine, in the order in which the ways are tried. */
export function testServerWays(cache: EngineCache, env: NodeJS.ProcessEnv): Way<TestServerProgram>[] {
  const use = (executable: string): TestServerProgram => ({ executable });
  return [cachedWay(cache, ENTRY, EXECUTABLE, use), download(cache, env), fromMaven(cache, env)];
}

function download(cache: EngineCache, env: NodeJS.ProcessEnv): Way<TestServerProgram> {
  return {
    name: 'the official download',
    look: async () => {
      if (process.arch !== 'x64')
        return { state: 'impossible', reason: `none is published for ${process.arch}` };
      const found = await reach('temporal.download', env);
      return found.reachable
        ? { state: 'possible', detail: `downloading the test server ${VERSION}`, usualMs: 20_000 }
        : { state: 'impossible', reason: found.reason };
    },
    take: async (report) => {
      const folder = await cache.filled(ENTRY, report, async (beside) => {
        await downloadInto(beside, 'download-by-sdk', ['test-server', VERSION], report);
        await mkdir(join(beside, 'bin'));
        await rename(join(beside, `temporal-test-server-v${VERSION}`), join(beside, EXECUTABLE));
      });
      return { executable: join(folder, EXECUTABLE) };
    },
  };
}

function fromMaven(cache: EngineCache, env: NodeJS.ProcessEnv): Way<TestServerProgram> {
  return {
    name: 'the jar from Maven Central',
    look: () =>
      lookForPrograms(
        [PROGRAMS.java, PROGRAMS.mvn],
        { detail: `fetching the test server ${VERSION} with Maven`, usualMs: 12_000 },
        env,
      ),
    take: async (report) => {
      const folder = await cache.filled(ENTRY, report, async (beside) => {
        await writeFile(join(beside, 'pom.xml'), POM);
        await runCommand({
          command: 'mvn',
          args: ['-B', `${COPY_DEPENDENCIES}`, '-DincludeScope=runtime', '-DoutputDirectory=lib'],
          env,
          cwd: beside,
          onLine: (line) => report.line(line),
        });
        await mkdir(join(beside, 'bin'));
        await writeFile(join(beside, EXECUTABLE), LAUNCHER);
        await chmod(join(beside, EXECUTABLE), 0o755);
      });
      return { executable: join(folder, EXECUTABLE) };
    },
  };
}

const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** slf4j-simple lets the server's own errors be seen; without it they vanish behind three lines of warnings. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>retorno</groupId>
  <artifactId>temporal-test-server-with-dependencies</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-simple</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;

/** The SDK gives the port as the only argument and waits 5 s: the two -XX options make the start quick. */
const LAUNCHER = `#!/bin/sh
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=error \\
  -cp "$home/lib/*" io.temporal.testserver.TestServer "$@"
`;
