import type { Optimizer } from '../../../experiment/experiment';

const DIVIDED = 'w \\leftarrow w - \\eta\\, \\frac{g}{\\sqrt{s} + 10^{-8}}';

/** An optimizer's step as it is computed, one line each; g is the whole gradient. */
export function optimizerTex({ kind }: Optimizer): readonly string[] {
  switch (kind) {
    case 'sgd':
      return ['w \\leftarrow w - \\eta\\, g'];
    case 'momentum':
      return ['v \\leftarrow \\mu v + g', 'w \\leftarrow w - \\eta\\, v'];
    case 'nesterov':
      return ['v \\leftarrow \\mu v + g', 'w \\leftarrow w - \\eta\\, (g + \\mu v)'];
    case 'adagrad':
      return ['s \\leftarrow s + g^2', DIVIDED];
    case 'rmsprop':
      return ['s \\leftarrow \\rho s + (1 - \\rho)\\, g^2', DIVIDED];
    case 'adam':
      return [
        'm \\leftarrow \\beta_1 m + (1 - \\beta_1)\\, g',
        'v \\leftarrow \\beta_2 v + (1 - \\beta_2)\\, g^2',
        '\\hat m = \\frac{m}{1 - \\beta_1^t}, \\quad \\hat v = \\frac{v}{1 - \\beta_2^t}',
        'w \\leftarrow w - \\eta\\, \\frac{\\hat m}{\\sqrt{\\hat v} + 10^{-8}}',
      ];
  }
}

/** Its constants by their symbols. */
export function optimizerConstants(optimizer: Optimizer): readonly (readonly [tex: string, value: number])[] {
  const rate = ['\\eta', optimizer.learningRate] as const;
  switch (optimizer.kind) {
    case 'sgd':
    case 'adagrad':
      return [rate];
    case 'momentum':
    case 'nesterov':
      return [rate, ['\\mu', optimizer.momentum]];
    case 'rmsprop':
      return [rate, ['\\rho', optimizer.decay]];
    case 'adam':
      return [rate, ['\\beta_1', optimizer.beta1], ['\\beta_2', optimizer.beta2]];
  }
}
