import type { MouseEvent } from 'react';
import { useHidden } from '../../controls/useHidden';
import { ACTIVATION_LABELS } from '../../experiment/names';
import { useActions, useSelect } from '../../store/context';
import { hasLectureNetwork, lectureNetworkOf, setLectureNetwork } from './lectureNetwork';
import './LectureNetworkOffer.css';

/** Offers the network of the lecture where the present one is another; nothing changes by itself. */
export function LectureNetworkOffer() {
  const experiment = useSelect((state) => state.experiment);
  const { edit } = useActions();
  const layersHidden = useHidden('Hidden layers');
  const wanted = lectureNetworkOf(experiment.problem);
  if (wanted === null || layersHidden || hasLectureNetwork(experiment, wanted)) return null;
  const { units, activation } = wanted.hidden;
  const words = `${units} ${ACTIVATION_LABELS[activation]} units`;

  function take(event: MouseEvent<HTMLElement>): void {
    if (wanted === null) return;
    // The offer goes with the press: the keyboard stays with a neighbour.
    const figure = event.currentTarget.closest('.output-figure');
    if (event.detail === 0) figure?.querySelector<HTMLElement>('button:not(.lecture-offer), select')?.focus();
    edit(words, setLectureNetwork(wanted), { restart: true });
  }
  return (
    <button
      type="button"
      className="lecture-offer"
      title="One hidden layer of them and a linear output. Undo brings your network back."
      onClick={take}
    >
      Use {words}
    </button>
  );
}
