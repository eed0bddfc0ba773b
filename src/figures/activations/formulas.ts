import type { Activation } from '../../experiment/names';

/** In TeX. Where they need it, h stands for σ(e), s for the sigmoid, Φ and φ for the normal distribution's share and density. */
export interface ActivationFormulas {
  readonly value: string;
  readonly derivative: string;
  readonly range: string;
}

export const ACTIVATION_FORMULAS: Readonly<Record<Activation, ActivationFormulas>> = {
  linear: { value: 'e', derivative: '1', range: '(-\\infty, \\infty)' },
  sigmoid: { value: '1/(1+\\exp(-e))', derivative: 'h\\,(1-h)', range: '(0, 1)' },
  tanh: { value: '\\tanh e', derivative: '1-h^2', range: '(-1, 1)' },
  relu: { value: '\\max(0, e)', derivative: '1_{e>0}', range: '[0, \\infty)' },
  'leaky-relu': {
    value: '\\max(0.01\\,e,\\, e)',
    derivative: '1_{e>0} + 0.01\\cdot 1_{e\\le 0}',
    range: '(-\\infty, \\infty)',
  },
  elu: {
    value: 'e_{e>0},\\; (\\exp e - 1)_{e\\le 0}',
    derivative: '1_{e>0},\\; (h+1)_{e\\le 0}',
    range: '(-1, \\infty)',
  },
  softplus: { value: '\\ln(1+\\exp e)', derivative: 's(e)', range: '(0, \\infty)' },
  sin: { value: '\\sin e', derivative: '\\cos e', range: '[-1, 1]' },
  gelu: { value: 'e\\,\\Phi(e)', derivative: '\\Phi(e)+e\\,\\varphi(e)', range: '[-0.17, \\infty)' },
  swish: { value: 'e\\,s(e)', derivative: 's(e) + h\\,(1-s(e))', range: '[-0.28, \\infty)' },
  step: { value: '1_{e>0}', derivative: '0', range: '\\{0, 1\\}' },
  sign: { value: '1_{e>0} - 1_{e\\le 0}', derivative: '0', range: '\\{-1, 1\\}' },
  softmax: {
    value: '\\exp e_k / \\textstyle\\sum_j \\exp e_j',
    derivative: 'h_k(1-h_k)',
    range: '(0, 1)',
  },
};
