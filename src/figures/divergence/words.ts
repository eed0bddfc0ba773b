import { formatFixed } from '../numbers';

/** A number of the bench: three decimals, small ones with an exponent, infinity as what it is. */
export function benchNumber(value: number): string {
  if (value === Infinity) return '∞';
  if (value === -Infinity) return '−∞';
  const magnitude = Math.abs(value);
  // Of what is next to nothing the power of ten is enough, and has room in a column.
  if (magnitude > 0 && magnitude < 0.0005)
    return value.toExponential(magnitude < 1e-9 ? 0 : 1).replace(/^-/, '−');
  return formatFixed(value, magnitude >= 1000 ? 0 : magnitude >= 100 ? 1 : 3);
}

/** Of the squared error's gradient, how much of the cross-entropy's is left. */
export function vanishingSentence(squaredError: number, crossEntropy: number): string {
  if (crossEntropy === 0) return 'At the target both gradients are zero.';
  const share = Math.abs(squaredError / crossEntropy);
  return `Here the squared error’s gradient is ${benchNumber(share)} times the cross-entropy’s.`;
}

/** Cross-entropy = KL + H(d), in numbers. */
export function sumText(crossEntropy: number, kl: number, entropy: number): string {
  return `${benchNumber(crossEntropy)} = ${benchNumber(kl)} + ${benchNumber(entropy)}`;
}
