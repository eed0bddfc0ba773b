import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { firefox, webkit } from '@playwright/test';
import { findChromium, findHeadlessShell, HEADLESS_SHELL } from './findChromium.mjs';

/** Runs the browser tests: `npm run test:browser -- <what Playwright understands>`. */

const root = join(import.meta.dirname, '..', '..');
const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test')), 'cli.js');

function run(command, args, environment = {}) {
  const env = { ...process.env, ...environment };
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status === 0;
}

function isDebianRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  );
}

function installChromium() {
  if (!isDebianRoot()) return run(process.execPath, [playwright, 'install', 'chromium']);
  const apt = (...args) => run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
  const install = (name) => apt('install', '-y', '-q', '--no-install-recommends', name);
  return apt('update', '-q') && (install(HEADLESS_SHELL) || install('chromium'));
}

function chromiumPath() {
  const named = process.env.CHROMIUM_PATH || process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const find = () => findHeadlessShell() ?? findChromium();
  const found = find();
  if (found !== undefined) return found;
  console.log('No Chromium found: installing one for the browser tests.');
  return installChromium() ? find() : undefined;
}

const chromium = chromiumPath();
if (chromium === undefined) {
  console.error(
    'The browser tests need a browser: install Chromium or Google Chrome, or name one in the environment variable CHROMIUM_PATH.',
  );
  process.exit(1);
}

const missing = [firefox, webkit].filter((browser) => !existsSync(browser.executablePath()));
if (missing.length > 0) {
  const names = missing.map((browser) => browser.name()).join(' and ');
  console.log(`Testing with ${chromium}; Playwright's ${names} not installed and left out.`);
}

const args = [playwright, 'test', '--config', 'tests/browser/playwright.config.ts', ...process.argv.slice(2)];
const env = { ...process.env, CHROMIUM_PATH: chromium };
const tests = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
// Interrupted, Playwright ends its browsers and the page's server; terminated, it leaves them behind.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests.kill('SIGINT'));
tests.on('exit', (code) => process.exit(code ?? 1));
