import { describe, expect, it } from 'vitest';
import {
  addLayer,
  removeLayer,
  setActivation,
  setDataset,
  setLearningRate,
  setProblem,
  setTraining,
  setUnits,
  toggleFeature,
} from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { layerSizes, parameterIndex } from '../../src/experiment/shape';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import type { Experiment } from '../../src/experiment/experiment';
import { bits, createHarness as createHarnessOn } from './harness';

const XOR = setDataset('xor')(DEFAULT_EXPERIMENT);
const sequential = setTraining({ order: 'shuffled' })(XOR);

const ENGINES = { plain: createPlainEngine, simd: createSimdEngine };

describe.each(['plain', 'simd'] as const)('a training session on the %s engine', (kind) => {
  const createHarness = (experiment: Experiment) => createHarnessOn(experiment, ENGINES[kind]());

  it('shows the starting weights before anything is trained', () => {
    const session = createHarness(XOR);
    const { epoch, step, sizes, parameters, maps, field, history } = session.snapshot();
    expect([epoch, step, sizes]).toEqual([0, 0, [2, 8, 6, 1]]);
    expect(parameters.length).toBe(85);
    expect(maps?.rgba.length).toBeGreaterThan(0);
    expect(field?.values.every(Number.isFinite)).toBe(true);
    expect(history.count).toBe(1);
    expect(session.status().playing).toBe(false);
  });

  it('lowers the loss while it plays and stands still when paused', () => {
    const session = createHarness(XOR);
    const before = session.snapshot().trainLoss;
    session.playFor(400);
    session.pause();
    const paused = session.snapshot();
    expect(paused.trainLoss).toBeLessThan(before);
    session.run(100);
    expect(session.snapshot().step).toBe(paused.step);
    expect(session.status().playing).toBe(false);
  });

  it('trains at the pace it is told', () => {
    const session = createHarness(XOR);
    session.send({ kind: 'speed', speed: { kind: 'updates', perSecond: 10 } });
    session.playFor(2000);
    session.pause();
    expect(session.snapshot().step).toBeGreaterThanOrEqual(19);
    expect(session.snapshot().step).toBeLessThanOrEqual(22);
  });

  it('measures the updates per second anew at another pace', () => {
    const session = createHarness(XOR);
    session.send({ kind: 'speed', speed: { kind: 'max' } });
    session.playFor(1000);
    expect(session.snapshot().updatesPerSecond).toBeGreaterThan(100);
    session.send({ kind: 'speed', speed: { kind: 'updates', perSecond: 2 } });
    session.run(1200);
    expect(session.snapshot().updatesPerSecond).toBeLessThanOrEqual(3);
  });

  it('steps one update and one epoch', () => {
    const session = createHarness(XOR);
    session.send({ kind: 'step', unit: 'update' });
    session.run(5);
    expect(session.snapshot().step).toBe(1);
    session.send({ kind: 'step', unit: 'epoch' });
    session.run(5);
    expect(session.snapshot()).toMatchObject({ epoch: 1, step: 19 });
  });

  it('sends no second frame before the first is acknowledged', () => {
    const session = createHarness(XOR);
    session.stopAnswering();
    session.playFor(200);
    const frames = session.frames();
    session.run(300);
    expect(session.frames()).toBe(frames);
  });

  describe('a change while it plays', () => {
    const answer = { kind: 'acknowledge', buffers: [] } as const;
    const change = (session: ReturnType<typeof createHarness>, rate: number) => {
      session.configure(setLearningRate(rate)(XOR));
      return session.snapshot().step;
    };
    function playing() {
      const session = createHarness(XOR);
      session.playFor(200);
      session.stopAnswering();
      return session;
    }

    it('has the processor to itself until the page has drawn it', () => {
      const session = playing();
      const changed = change(session, 0.1);
      const frames = session.frames();
      session.run(40);
      session.send(answer);
      expect(session.frames()).toBe(frames);
      session.run(30);
      expect(session.snapshot().step).toBeGreaterThan(changed);
    });

    it('holds training up no longer than 60 ms', () => {
      const session = playing();
      const changed = change(session, 0.1);
      session.run(80);
      session.send(answer);
      expect(session.snapshot().step).toBeGreaterThan(changed);
    });

    it('does not stop training where one follows another', () => {
      const session = playing();
      const changed = change(session, 0.1);
      for (let i = 1; i <= 20; i++) {
        change(session, 0.1 + i / 100);
        session.run(11);
      }
      session.send(answer);
      expect(session.snapshot().step).toBeGreaterThan(changed);
    });
  });

  it('repeats the same bits from a point of the timeline', () => {
    const session = createHarness(sequential);
    session.playFor(300);
    session.pause();
    const target = session.snapshot();
    session.send({ kind: 'seek', epoch: target.epoch / 2 });
    session.run(5);
    expect(session.snapshot().epoch).toBeLessThan(target.epoch);
    expect(session.snapshot().timeline.rewound).toBe(true);
    session.playFor(10_000, () => session.snapshot().step >= target.step);
    session.pause();
    while (session.snapshot().step > target.step) {
      session.send({ kind: 'seek', epoch: target.epoch });
      session.run(5);
      if (session.snapshot().step > target.step) session.send({ kind: 'seek', epoch: target.epoch - 1 });
      session.run(5);
    }
    while (session.snapshot().step < target.step) {
      session.send({ kind: 'step', unit: 'update' });
      session.run(5);
    }
    expect(bits(session.snapshot().parameters)).toEqual(bits(target.parameters));
  });

  it('comes back to the head after scrubbing', () => {
    const session = createHarness(XOR);
    session.playFor(300);
    session.pause();
    const head = bits(session.snapshot().parameters);
    session.send({ kind: 'seek', epoch: 0 });
    session.run(5);
    expect(session.snapshot().epoch).toBe(0);
    session.send({ kind: 'seek', epoch: 1e9 });
    session.run(5);
    expect(bits(session.snapshot().parameters)).toEqual(head);
  });

  it('goes on with the run when the learning rate is tuned, and marks the curve', () => {
    const session = createHarness(XOR);
    session.playFor(200);
    const { history, epoch } = session.snapshot();
    const counted = history.count;
    session.configure(setLearningRate(0.003)(XOR), { label: 'Learning rate' });
    expect(session.status()).toMatchObject({ playing: true });
    expect(session.snapshot().epoch).toBeGreaterThanOrEqual(epoch);
    expect(session.snapshot().history.count).toBeGreaterThanOrEqual(counted);
    expect(session.status().marks.map(({ label }) => label)).toEqual(['Learning rate']);
  });

  it('keeps weights and epochs when the noise changes', () => {
    const session = createHarness(XOR);
    session.playFor(200);
    session.pause();
    const { parameters, step } = session.snapshot();
    session.configure(setProblem({ noise: 0.3 })(XOR));
    expect(session.snapshot().step).toBe(step);
    expect(bits(session.snapshot().parameters)).toEqual(bits(parameters));
  });

  it('keeps surviving weights when a unit, a layer or a feature comes, and plays on', () => {
    const session = createHarness(XOR);
    session.playFor(200);
    session.pause();
    const before = session.snapshot();
    const wider = setUnits(0, 9)(XOR);
    session.configure(wider);
    const after = session.snapshot();
    expect(after.sizes).toEqual([2, 9, 6, 1]);
    const ref = { layer: 1, unit: 2, from: 3 } as const;
    expect(after.parameters[parameterIndex(layerSizes(wider), ref)]).toBe(
      before.parameters[parameterIndex(layerSizes(XOR), ref)],
    );
    expect(after.epoch).toBe(before.epoch);
    session.send({ kind: 'play' });
    session.configure(addLayer()(wider));
    session.configure(toggleFeature('sin(x1)', true)(addLayer()(wider)));
    expect(session.status().playing).toBe(true);
    session.run(100);
    expect(session.snapshot().sizes).toEqual([3, 9, 6, 6, 1]);
  });

  it('gives a removed layer its weights back from the run that was parked', () => {
    const session = createHarness(XOR);
    session.playFor(200);
    session.pause();
    const before = bits(session.snapshot().parameters);
    session.send({ kind: 'park', id: 1 });
    session.configure(removeLayer()(XOR));
    session.configure(XOR, { restore: 1 });
    expect(bits(session.snapshot().parameters)).toEqual(before);
  });

  it('begins at epoch 0, paused, with another problem, and brings the old run back whole', () => {
    const session = createHarness(XOR);
    session.playFor(300);
    session.send({ kind: 'park', id: 7 });
    const { step, history } = session.snapshot();
    const counted = history.count;
    session.configure(setDataset('moons')(XOR));
    expect(session.snapshot()).toMatchObject({ epoch: 0, step: 0 });
    expect(session.status().playing).toBe(false);
    session.configure(XOR, { restart: true, restore: 7 });
    expect(session.snapshot().step).toBeGreaterThanOrEqual(step);
    expect(session.snapshot().history.count).toBeGreaterThanOrEqual(counted);
    expect(session.snapshot().timeline.count).toBeGreaterThan(1);
  });

  it('goes on after undo exactly as it would have without the detour', () => {
    const straight = createHarness(XOR);
    const detour = createHarness(XOR);
    for (const session of [straight, detour]) {
      for (let i = 0; i < 5; i++) session.send({ kind: 'step', unit: 'epoch' });
      session.run(5);
    }
    detour.send({ kind: 'park', id: 1 });
    detour.configure(setDataset('circles')(XOR));
    detour.send({ kind: 'step', unit: 'epoch' });
    detour.configure(XOR, { restart: true, restore: 1 });
    for (const session of [straight, detour]) {
      for (let i = 0; i < 3; i++) session.send({ kind: 'step', unit: 'epoch' });
      session.run(5);
    }
    expect(bits(detour.snapshot().parameters)).toEqual(bits(straight.snapshot().parameters));
  });

  it('takes a typed weight and trains on from it', () => {
    const session = createHarness(XOR);
    session.send({ kind: 'setParameter', index: 5, value: 1.25 });
    session.run(5);
    expect(session.snapshot().parameters[5]).toBe(1.25);
    session.send({ kind: 'step', unit: 'epoch' });
    session.run(5);
    expect(session.snapshot().parameters[5]).not.toBe(1.25);
    session.send({ kind: 'seek', epoch: 0 });
    session.run(5);
    expect(session.snapshot().parameters[5]).toBe(1.25);
  });

  it('leaves a frozen weight alone', () => {
    const frozen = { ...XOR, frozen: [{ layer: 0, unit: 1, from: 0 as const }] };
    const session = createHarness(frozen);
    const index = parameterIndex(layerSizes(XOR), { layer: 0, unit: 1, from: 0 });
    const before = bits(session.snapshot().parameters);
    session.playFor(200);
    session.pause();
    const after = session.snapshot().parameters;
    expect(after[index]).toBe(before[index]);
    expect(after[index + 1]).not.toBe(before[index + 1]);
  });

  it('stops a run that diverges on its last finite state and offers the best epoch', () => {
    const plane = setDataset('plane')(DEFAULT_EXPERIMENT);
    const wild = setActivation(
      'all',
      'linear',
    )(setTraining({ optimizer: { kind: 'sgd', learningRate: 3 } })(plane));
    const session = createHarness(wild);
    session.playFor(5000, () => session.status().paused.kind === 'diverged');
    const { paused, playing } = session.status();
    expect(playing).toBe(false);
    expect(paused).toMatchObject({ kind: 'diverged', best: 0 });
    session.run(20);
    expect(Number.isFinite(session.snapshot().trainLoss)).toBe(true);
    expect(bits(session.snapshot().parameters).every(Number.isFinite)).toBe(true);
    session.send({ kind: 'best' });
    session.run(5);
    expect(session.snapshot().epoch).toBe(0);
    expect(session.status().paused.kind).toBe('user');
  });

  it('names the penalty as the cause when learning rate × regularization rate is above 2', () => {
    const session = createHarness(
      setTraining({
        optimizer: { kind: 'sgd', learningRate: 1 },
        regularization: { kind: 'l2', rate: 3 },
      })(XOR),
    );
    session.playFor(5000, () => session.status().paused.kind === 'diverged');
    const { paused } = session.status();
    expect(paused.kind === 'diverged' && paused.cause).toContain('Learning rate × regularization rate is 3');
  });

  it('stops by each rule and says which', () => {
    const stops = {
      epochs: { epochs: 12 },
      'loss-change': { lossChange: 1e-3 },
      'gradient-norm': { gradientNorm: 0.05 },
    };
    for (const [kind, stop] of Object.entries(stops)) {
      const session = createHarness(setTraining({ stop })(XOR));
      session.playFor(20_000, () => !session.status().playing && session.snapshot().epoch > 0);
      expect(session.status().paused.kind).toBe(kind);
      if (kind === 'epochs') expect(session.snapshot().epoch).toBe(12);
    }
  });

  it('tells that a layer of ReLU units is dead', () => {
    const session = createHarness(setActivation('all', 'relu')(XOR));
    expect(session.status().deadLayer).toBe(-1);
    for (let unit = 0; unit < 8; unit++) {
      const bias = parameterIndex(layerSizes(XOR), { layer: 0, unit, from: 'bias' });
      session.send({ kind: 'setParameter', index: bias, value: -1000 });
    }
    session.run(5);
    expect(session.status().deadLayer).toBe(0);
  });

  it('goes on from a rescue point after its worker died', () => {
    const session = createHarness(XOR);
    session.playFor(5000, () => session.events.some(({ kind }) => kind === 'rescue'));
    session.pause();
    const rescue = session.events.find((event) => event.kind === 'rescue');
    if (rescue?.kind !== 'rescue') throw new Error('no rescue point was posted');
    const next = createHarness(XOR);
    next.configure(XOR, { restart: true, rescue: rescue.point });
    expect(next.snapshot().step).toBe(rescue.point.before.step + rescue.point.step);
    expect(bits(next.snapshot().parameters)).toEqual(bits(rescue.point.state.slice(0, 85)));
  });
});
