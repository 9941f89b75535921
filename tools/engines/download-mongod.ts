/**
 * Run as a process of its own by downloadInto: FOLDER, then the version. Prints the path of the `mongod`,
 * which lies elsewhere when this machine already had that version from another project's download.
 */
import { MongoBinary } from 'mongodb-memory-server-core';

async function main([folder, version]: string[]): Promise<void> {
  // The library checks certificates only when npm says so.
  process.env.npm_config_strict_ssl = 'true';
  console.log(await MongoBinary.getPath({ version, downloadDir: folder, checkMD5: true }));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
