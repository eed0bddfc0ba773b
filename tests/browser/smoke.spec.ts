import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { accessibilityFaults } from './axe';

/** Everything that a page should never do, in words, as it happens. */
function watchForFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) faults.push(`another origin: ${url.href}`);
  });
  return faults;
}

async function openPage(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
}

test('opens, trains and pauses without an error, a breach of the policy or a foreign request', async ({
  page,
  baseURL,
}) => {
  const faults = watchForFaults(page, new URL(baseURL ?? '').origin);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await openPage(page);
  const epoch = page.getByLabel('Epoch', { exact: true });
  await expect(epoch).toHaveText('0');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(epoch).not.toHaveText('0');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  expect(faults).toEqual([]);
});

test('forbids inline scripts and other origins by its policy', async ({ page }) => {
  await openPage(page);
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute(
    'content',
    /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
  );
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "inline script ran"';
    document.head.append(script);
    return document.title;
  });
  expect(ran).not.toContain('inline');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible in the ${colorScheme} theme as far as axe can tell`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPage(page);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
