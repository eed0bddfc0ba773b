import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where the systems put their browsers, most wanted first. */
function usualPlaces() {
  const {
    PATH = '',
    HOME = '',
    PROGRAMFILES,
    'PROGRAMFILES(X86)': programFilesX86,
    LOCALAPPDATA,
  } = process.env;
  if (process.platform === 'win32') {
    const folders = [PROGRAMFILES, programFilesX86, LOCALAPPDATA].filter((folder) => folder !== undefined);
    return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const onPath = COMMANDS.flatMap((command) => PATH.split(delimiter).map((folder) => join(folder, command)));
  if (process.platform !== 'darwin') return [...onPath, '/snap/bin/chromium', '/opt/google/chrome/chrome'];
  const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((app) =>
    ['', HOME].map((home) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`),
  );
  return [...apps, ...onPath];
}

/** Some systems put a script that only advises an installation where a browser should be. */
function starts(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  return status === 0 && /chrom|edge/i.test(stdout);
}

/** Debian's Chromium without the window around the page, which no test sees: pages open in half the time. */
export const HEADLESS_SHELL = 'chromium-headless-shell';

/** Its path on this machine, or undefined. */
export function findHeadlessShell() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, HEADLESS_SHELL)).find(starts);
}

/** The path of a Chromium, Chrome or Edge on this machine, or undefined. */
export function findChromium() {
  return [...usualPlaces(), chromium.executablePath()].find(starts);
}
