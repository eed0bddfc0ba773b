import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from '../../browser/findChromium.mjs';

const root = join(import.meta.dirname, '..', '..', '..');
const outDir = join(root, 'node_modules', '.cache', 'bench', 'page');
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');

/** Builds the page apart from `dist` and serves it. What the build says goes to stderr. */
export async function servePage() {
  const { status } = spawnSync(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The page could not be built.');
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4630 },
  });
  return { address: server.resolvedUrls.local[0], close: () => server.close() };
}

export function launchBrowser() {
  const named = process.env.CHROMIUM_PATH || process.env.CHROME_PATH || findChromium();
  if (named === undefined) throw new Error('No Chromium found: name one in CHROMIUM_PATH.');
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: named,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--no-first-run', '--disable-background-networking'],
  });
}
