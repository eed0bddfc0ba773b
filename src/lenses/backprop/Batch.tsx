import { useActions } from '../../store/context';
import { toldPlace, type NextBatch } from './useStepValues';

export interface BatchProps {
  readonly batch: NextBatch;
  /** place in the data set of the token that the page follows */
  readonly picked: number;
}

/** The tokens that the next update takes; a press tells the story of another one. */
export function Batch({ batch, picked }: BatchProps) {
  const { setToken } = useActions();
  const { places, waiting } = batch;
  const shown = toldPlace(batch, picked);
  return (
    <p className="backprop-batch" role="group" aria-label="Tokens of the minibatch">
      {sentenceOf(places.length, waiting)}{' '}
      {places.map((place, i) => (
        <button
          // A batch drawn at random may hold a token twice.
          key={i}
          type="button"
          aria-label={`Token ${place + 1}`}
          aria-current={place === shown || undefined}
          onClick={() => setToken(place)}
        >
          {place + 1}
        </button>
      ))}
      {places.length > 0 &&
        !places.includes(picked) &&
        ` Token ${picked + 1} is not among them; told is token ${shown + 1}.`}
    </p>
  );
}

function sentenceOf(tokens: number, waiting: number): string {
  if (tokens === 0)
    return 'No update comes: a batch takes more tokens than an epoch has. The step shown is that of one token.';
  if (tokens === 1) return 'The next update takes token';
  const waited = waiting > 0 ? `, the first ${waiting} of them left over from the epoch before` : '';
  return `The next update takes the mean over ${tokens} tokens${waited}:`;
}
