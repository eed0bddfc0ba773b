import type { Kernel, LinearMemory } from '../../wasm/instance';
import type { Layout } from '../engine';
import type { NetworkSpec } from '../network';
import { CONSTANTS, layoutAddresses } from './addresses';
import type { UpdateFormulas } from './kernels/applyUpdate';
import { compiledProgram } from './programs/compiledPrograms';
import { evaluationProgram } from './programs/evaluationProgram';
import { gradientProgram } from './programs/gradientProgram';
import type { TrainingPlan } from './programs/trainingPasses';
import { updateProgram } from './programs/updateProgram';

export interface UpdateKernels {
  readonly step: Kernel;
  readonly steps: Kernel;
  readonly apply: Kernel;
  readonly settle: Kernel;
}

export interface GradientKernels {
  readonly forward: Kernel;
  readonly add: Kernel;
}

/** What the code depends on. */
export interface KernelSettings {
  readonly layout: Layout;
  readonly network: NetworkSpec;
  readonly lanes: number;
  /** of a batch's blocks at most */
  readonly tokens: number;
  /** of an epoch's last batch, where that is shorter */
  readonly restTokens: number;
  readonly formulas: UpdateFormulas;
}

/** The kernels of a network in one memory; written, compiled and joined to the memory when first asked for. */
export class KernelSet {
  private updating: UpdateKernels | null = null;
  private resting: Kernel | null = null;
  private looking: GradientKernels | null = null;
  private evaluating: Kernel | null = null;
  private readonly keys: Readonly<Record<'update' | 'rest' | 'gradient' | 'evaluation', string>>;

  constructor(
    private readonly memory: LinearMemory,
    private readonly settings: KernelSettings,
  ) {
    const { network, lanes, tokens, restTokens, formulas } = settings;
    const shape = JSON.stringify([network.inputs, network.layers, network.loss]);
    this.keys = {
      update: `update ${shape} ${lanes} ${tokens} ${JSON.stringify(formulas)}`,
      rest: `rest ${shape} ${lanes} ${restTokens} ${JSON.stringify(formulas)}`,
      gradient: `gradient ${shape} ${lanes}`,
      evaluation: `evaluation ${shape} ${network.task}`,
    };
  }

  get update(): UpdateKernels {
    return (this.updating ??= this.createUpdate());
  }

  /** The step of an epoch's last batch: no longer than that batch is. */
  get rest(): Kernel {
    return (this.resting ??= this.createRest());
  }

  get gradient(): GradientKernels {
    return (this.looking ??= this.createGradient());
  }

  get evaluate(): Kernel {
    return (this.evaluating ??= this.createEvaluation());
  }

  /** The same with other settings; kernels that these do not touch are kept. */
  with(settings: KernelSettings): KernelSet {
    const next = new KernelSet(this.memory, settings);
    if (next.keys.update === this.keys.update) next.updating = this.updating;
    if (next.keys.rest === this.keys.rest) next.resting = this.resting;
    if (next.keys.gradient === this.keys.gradient) next.looking = this.looking;
    if (next.keys.evaluation === this.keys.evaluation) next.evaluating = this.evaluating;
    return next;
  }

  private createUpdate(): UpdateKernels {
    const { formulas } = this.settings;
    const get = this.instantiate(this.keys.update, () =>
      updateProgram(this.plan(this.settings.tokens), formulas),
    );
    return { step: get('step'), steps: get('steps'), apply: get('apply'), settle: get('settle') };
  }

  private createRest(): Kernel {
    const { restTokens, formulas } = this.settings;
    const plan = { ...this.plan(restTokens), vectors: Math.ceil(restTokens / 4) };
    return this.instantiate(this.keys.rest, () => updateProgram(plan, formulas, CONSTANTS.rest))('step');
  }

  private createGradient(): GradientKernels {
    const get = this.instantiate(this.keys.gradient, () => gradientProgram(this.plan(this.settings.lanes)));
    return { forward: get('forward'), add: get('add') };
  }

  private createEvaluation(): Kernel {
    return this.instantiate(this.keys.evaluation, () => evaluationProgram(this.plan(this.settings.lanes)))(
      'evaluate',
    );
  }

  private instantiate(key: string, write: () => Uint8Array<ArrayBuffer>): (name: string) => Kernel {
    return this.memory.instantiate(compiledProgram(key, write));
  }

  private plan(tokens: number): TrainingPlan {
    const { layout, network, lanes } = this.settings;
    return { layout, network, lanes, tokens, vectors: lanes / 4, addresses: layoutAddresses(layout, lanes) };
  }
}
