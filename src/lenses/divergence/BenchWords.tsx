import type { BenchModel } from './benchModel';

/** What the numbers are called and how they hang together; the frames write the numbers. */
export function BenchWords({ model, soft }: { model: BenchModel; soft: boolean }) {
  return (
    <div className="divergence-words">
      {soft ? (
        <p>
          Cross-entropy = KL + H(d): <span data-part="sum" />. The entropy H(d) of the target does not depend
          on the network, so both have the same gradients.
        </p>
      ) : (
        <p>
          The whole target is one class, so the cross-entropy is −ln of its probability,{' '}
          <span data-part="nll" />: the <em>negative log-likelihood</em>. H(d) = 0, and KL = cross-entropy −
          H(d) is the same.
        </p>
      )}
      <p>
        The squared error is the negative log-likelihood of a Gaussian with σ = 1, less its constant{' '}
        {constantText(model.kind === 'sigmoid' ? 1 : model.classes.length)}.
      </p>
      {model.reading !== null && <p>{model.reading}</p>}
    </div>
  );
}

/** (N/2) ln 2π for N outputs */
function constantText(outputs: number): string {
  if (outputs === 2) return 'ln 2π';
  return outputs % 2 === 0 ? `${outputs / 2} ln 2π` : `${outputs === 1 ? '½' : `${outputs}/2`} ln 2π`;
}
