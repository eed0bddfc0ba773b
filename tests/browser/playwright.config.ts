import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices, firefox, webkit } from '@playwright/test';

/** Not the port of `npm start`, which may be running beside the tests. */
const port = Number(process.env['TEST_PORT']) || 4617;
const address = `http://127.0.0.1:${port}/`;

const isRoot = process.getuid?.() === 0;
const chromiumArguments = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const executablePath = process.env['CHROMIUM_PATH'];

/** The other engines open the page wherever Playwright has installed them. */
const others = [
  { name: 'firefox', browser: firefox, device: devices['Desktop Firefox'] },
  { name: 'webkit', browser: webkit, device: devices['Desktop Safari'] },
].filter(({ browser }) => existsSync(browser.executablePath()));

const viewport = { width: 1440, height: 900 };
const chromium = {
  browserName: 'chromium',
  launchOptions: { args: chromiumArguments, ...(executablePath ? { executablePath } : {}) },
} as const;
/** Minutes long, so it begins first: nobody waits for it in the end. */
const LONGEST = 'heap.spec.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  reporter: 'list',
  // A page that is slower than ever before gets a second look, and the report says that it needed one.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: availableParallelism() >= 2 ? 2 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  // Far beyond what anything takes: a slow machine is no failure.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  use: { baseURL: address, viewport },
  projects: [
    { name: 'chromium, longest', testMatch: LONGEST, use: chromium },
    { name: 'chromium', testIgnore: LONGEST, use: chromium },
    ...others.map(({ name, device }) => ({
      name,
      testMatch: 'smoke.spec.ts',
      use: { ...device, viewport },
    })),
  ],
  webServer: {
    command: `npx vite build && npx vite preview --port ${port} --strictPort`,
    cwd: join(import.meta.dirname, '..', '..'),
    url: address,
    timeout: 300_000,
    stdout: 'pipe',
  },
});
