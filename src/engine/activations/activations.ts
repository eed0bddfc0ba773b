import type { Activation, HiddenActivation } from '../../experiment/names';
import type { ActivationPasses, ElementwiseActivation } from './activation';
import { elu } from './elu';
import { gelu } from './gelu';
import { leakyRelu } from './leakyRelu';
import { linear } from './linear';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { sign } from './sign';
import { sin } from './sin';
import { softmax } from './softmax';
import { softplus } from './softplus';
import { step } from './step';
import { swish } from './swish';
import { tanh } from './tanh';

export const ELEMENTWISE_ACTIVATIONS: Readonly<Record<HiddenActivation, ElementwiseActivation>> = {
  linear,
  sigmoid,
  tanh,
  relu,
  'leaky-relu': leakyRelu,
  elu,
  softplus,
  sin,
  gelu,
  swish,
  step,
  sign,
};

export const ACTIVATIONS: Readonly<Record<Activation, ActivationPasses>> = {
  ...ELEMENTWISE_ACTIVATIONS,
  softmax,
};
