import { expect, test } from '@playwright/test';
import { parseHash, parseLink } from '../../src/experiment/link';
import { flattenParameters } from '../../src/engine/initialWeights';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { startRun } from '../../src/worker/run';
import { button, openPage, readout } from './playground';

/** One of each: every activation, several outputs, a residual connection, features computed by our own sine. */
const EXPERIMENTS = {
  'binary, all activations':
    '#v=1&problem=moons&hidden=5-tanh,5-sigmoid,5-gelu,5-swish,5-softplus,5-elu,5-sin,5-leaky-relu&features=x1,x2,sinx1&connectivity=residual',
  'several classes':
    '#v=1&problem=arms&output=softmax&hidden=7-relu&optimizer=rmsprop&regularization=l2&rate=0.001',
};

for (const [name, hash] of Object.entries(EXPERIMENTS)) {
  test(`the same experiment gives the same bits in Node and in the browser: ${name}`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPage(page, hash);
    for (let epoch = 0; epoch < 12; epoch++) await button(page, 'Step one epoch').click();
    await expect(readout(page, 'Epoch')).toHaveText('12');
    await button(page, 'Copy link with weights').click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('parameters=');
    const link = parseLink(await page.evaluate(() => navigator.clipboard.readText()));

    const given = parseHash(hash);
    if (!link.ok || given?.ok !== true) throw new Error('the links cannot be read');
    const run = startRun(createSimdEngine(), given.value);
    for (let epoch = 0; epoch < 12; epoch++) run.trainer.finishEpoch();
    expect([...flattenParameters(link.value.parameters ?? [])]).toEqual([...run.trainer.parameters]);
  });
}
