import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const outDir = join(root, 'node_modules', '.cache', 'bench');

/** Bundles the engine's entry for Node and returns its address: the sources are TypeScript, which Node 20 cannot run. */
export async function buildEngine() {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join('src', 'engine', 'bench.ts'),
      target: 'es2022',
      outDir,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
  });
  return pathToFileURL(join(outDir, 'engine.mjs')).href;
}
