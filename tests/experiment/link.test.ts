import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import type { Experiment, GeneratedProblem } from '../../src/experiment/experiment';
import { experimentFile } from '../../src/experiment/fileText';
import { parseHash, parseLink } from '../../src/experiment/link';
import { experimentHash } from '../../src/experiment/linkText';
import { arbitraryExperiment, damage, damaged } from './arbitraryExperiment';

const spiral: GeneratedProblem = {
  dataset: 'spiral',
  generator: 'perceptarium',
  seed: 1,
  samples: 500,
  noise: 0.05,
  trainFraction: 0.6,
};

function messageOf(hash: string): string {
  const result = parseHash(hash);
  if (result === null) return 'empty';
  return result.ok ? 'accepted' : result.message;
}

const SENTENCE = /^(empty|accepted|[^\n]*[Ee]xpected [^\n]+, found [^\n]+\.)$/u;

describe('a link', () => {
  it('gives back every experiment exactly', () => {
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        expect(parseHash(`#${experimentHash(experiment)}`)).toEqual({ ok: true, value: experiment });
      }),
      { numRuns: 300 },
    );
  });

  it('stands in an address as it is', () => {
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        const hash = experimentHash(experiment);
        expect(hash).toMatch(/^[\w\-.~,:+%=&]*$/u);
        expect(new URL(`https://example.org/#${hash}`).hash).toBe(`#${hash}`);
      }),
      { numRuns: 100 },
    );
  });

  it('of version 1 says nothing where the first view is meant', () => {
    expect(experimentHash(DEFAULT_EXPERIMENT)).toBe('v=1');
    expect(parseHash('#v=1')).toEqual({ ok: true, value: DEFAULT_EXPERIMENT });
  });

  it('is readable', () => {
    const experiment: Experiment = {
      ...DEFAULT_EXPERIMENT,
      problem: { ...spiral, dataset: 'moons', seed: 7, noise: 0.1 },
      features: ['x1', 'x2', 'x1*x2', 'sin(x1)'],
      network: { ...DEFAULT_EXPERIMENT.network, hidden: [{ units: 4, activation: 'leaky-relu' }] },
      hide: ['Noise', 'Train share'],
    };
    expect(experimentHash(experiment)).toBe(
      'v=1&problem=moons&dataSeed=7&noise=0.1&features=x1,x2,x1x2,sinx1&hidden=4-leaky-relu&hide=Noise,Train+share',
    );
  });

  it('names double precision only, and holds its weights in all their digits', () => {
    const parameters = [{ weights: [[Math.PI, -1 / 3]], bias: [1e-17] }];
    const network = { ...DEFAULT_EXPERIMENT.network, hidden: [] };
    const double: Experiment = { ...DEFAULT_EXPERIMENT, network, precision: 'double', parameters };
    const hash = experimentHash(double);
    expect(hash).toMatch(/^v=1&hidden=none&precision=double&parameters=f64\.2x1\.[\w-]+$/u);
    expect(parseHash(hash)).toEqual({ ok: true, value: double });
    expect(parseHash('v=1&precision=single')).toEqual({ ok: true, value: DEFAULT_EXPERIMENT });
    expect(messageOf('v=1&precision=half')).toBe('precision: expected single or double, found "half".');
  });

  it('packs points and weights of single precision into four bytes each', () => {
    const parameters = [{ weights: [[0.5, -0.25]], bias: [Math.fround(0.1)] }];
    const network = { ...DEFAULT_EXPERIMENT.network, hidden: [] };
    const hash = experimentHash({ ...DEFAULT_EXPERIMENT, network, parameters });
    expect(hash).toBe('v=1&hidden=none&parameters=f32.2x1.AAAAPwAAgL7NzMw9');
  });

  it('is null when there is nothing', () => {
    expect(parseHash('')).toBeNull();
    expect(parseHash('#')).toBeNull();
  });

  const faults: [string, string][] = [
    ['#v=2&problem=xor', 'v: expected 1, found "2"; this link was made by a newer version of Perceptarium.'],
    ['#v=', 'v: expected 1, found an empty text.'],
    ['#top', 'Link: expected v=1 or settings of the TensorFlow Playground, found "top".'],
    ['#v=1&speling=3', 'Link: expected settings such as problem, hidden or noise, found "speling".'],
    ['#v=1&__proto__=3', 'Link: expected settings such as problem, hidden or noise, found "__proto__".'],
    ['#v=1&noise=0.1&noise=0.2', 'Link: expected each setting once, found "noise" twice.'],
    ['#v=1&noise=loud', 'problem.noise: expected a number from 0 to 0.8, found "loud".'],
    ['#v=1&noise=', 'problem.noise: expected a number from 0 to 0.8, found an empty text.'],
    ['#v=1&hidden=900-tanh', 'network.hidden[0].units: expected a whole number from 1 to 64, found 900.'],
    [
      '#v=1&hidden=8-ta',
      'network.hidden[0].activation: expected linear, sigmoid, tanh, relu, leaky-relu, elu, softplus, sin, gelu, swish, step or sign, found "ta".',
    ],
    ['#v=1&hidden=8', 'network.hidden[0]: expected a layer with units and activation, found "8".'],
    ['#v=1&title=100%', 'title: expected a text with whole % escapes, found "100%".'],
    ['#v=1&problem=custom', 'points: expected packed numbers such as f32.2x8x1.AACAPw, found an empty text.'],
    [
      '#v=1&problem=custom&points=f32.2x2x1.AAAA',
      'points: expected 6 packed numbers, found 4 characters that do not hold them.',
    ],
    [
      '#v=1&parameters=f32.9999x9999x9999.AAAA',
      'parameters: expected 199980000 packed numbers, found 4 characters that do not hold them.',
    ],
    ['#v=1&frozen=0.0', 'frozen[0]: expected an object with layer, unit and from, found "0.0".'],
  ];
  it.each(faults)('%s is refused with a sentence', (hash, sentence) => {
    expect(messageOf(hash)).toBe(sentence);
  });

  it('that is damaged gives one sentence or an experiment', () => {
    fc.assert(
      fc.property(arbitraryExperiment, damage, (experiment, how) => {
        expect(messageOf(damaged(experimentHash(experiment), how))).toMatch(SENTENCE);
      }),
      { numRuns: 200 },
    );
  });

  it('of any text gives one sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, ours) => {
        expect(messageOf(ours ? `v=1&${text}` : text)).toMatch(SENTENCE);
      }),
    );
  });

  it('of ten megabytes gives one short sentence', () => {
    const long = 'A'.repeat(10_000_000);
    expect(messageOf(`#v=1&problem=custom&points=f32.500x2x1.${long}`).length).toBeLessThan(200);
    expect(messageOf(`#${long}`).length).toBeLessThan(200);
  });
});

describe('pasted text', () => {
  const first = { ok: true, value: DEFAULT_EXPERIMENT };

  it('may be an address, what follows its #, or an experiment file', () => {
    expect(parseLink('  https://example.org/perceptarium/#v=1\n')).toEqual(first);
    expect(parseLink('#v=1')).toEqual(first);
    expect(parseLink('v=1')).toEqual(first);
    expect(parseLink(experimentFile(DEFAULT_EXPERIMENT))).toEqual(first);
  });

  it('may be a link of the TensorFlow Playground, with or without settings', () => {
    const generator = { value: { problem: { dataset: 'circles', generator: 'tensorflow-playground' } } };
    expect(parseLink('https://playground.tensorflow.org/')).toMatchObject(generator);
    expect(parseLink('http://playground.tensorflow.org/#activation=tanh&seed=0.1')).toMatchObject(generator);
    expect(parseLink('activation=tanh&dataset=circle')).toMatchObject(generator);
    expect(parseHash('#activation=tanh&dataset=circle')).toMatchObject(generator);
  });

  it('that is something else gets one sentence', () => {
    const expected = 'Expected a link of Perceptarium or of the TensorFlow Playground, or an experiment file';
    expect(parseLink('')).toEqual({ ok: false, message: `${expected}, found an empty text.` });
    expect(parseLink('https://example.org/')).toEqual({
      ok: false,
      message: `${expected}, found "https://example.org/".`,
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = parseLink(text);
        if (!result.ok) expect(result.message).toMatch(SENTENCE);
      }),
    );
  });
});
