import type { Experiment } from '../../experiment/experiment';

export type FormulaPart = { readonly kind: 'variable' | 'roman' | 'sub'; readonly text: string };

const v = (text: string): FormulaPart => ({ kind: 'variable', text });
const r = (text: string): FormulaPart => ({ kind: 'roman', text });
const s = (text: string): FormulaPart => ({ kind: 'sub', text });

const BINARY = [
  ...[v('L'), r(' = −(1/'), v('n'), r(') Σ '), v('y'), r(' ln '), v('ŷ')],
  ...[r(' + (1−'), v('y'), r(') ln(1−'), v('ŷ'), r(')')],
];
const SEVERAL = [
  ...[v('L'), r(' = −(1/'), v('n'), r(') Σ Σ'), s('k')],
  ...[r(' '), v('y'), s('k'), r(' ln '), v('ŷ'), s('k')],
];
const SQUARED = [v('L'), r(' = (1/2'), v('n'), r(') Σ ‖'), v('ŷ'), r(' − '), v('y'), r('‖²')];

const PERCEPTRON = [v('L'), r(' = (1/'), v('n'), r(') Σ ('), v('ŷ'), r(' − '), v('y'), r(') '), v('e')];

/** The loss on show, as it is computed. */
export function lossFormula({ loss, network }: Experiment): readonly FormulaPart[] {
  if (loss === 'mse') return SQUARED;
  if (loss === 'perceptron') return PERCEPTRON;
  return network.output === 'softmax' ? SEVERAL : BINARY;
}
