import { useId, useMemo, useRef } from 'react';
import { Fault } from '../../../controls/Fault';
import '../../../controls/TextButton.css';
import { useFault } from '../../../controls/useFault';
import { solveNetwork, whyUnsolvable } from '../../../data/networkSolution';
import { useActions, useFrames, useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';

/** Writes the least-squares weights; where there are none, says why. */
export function SolveButton() {
  const actions = useActions();
  const frames = useFrames();
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [fault, setFault] = useFault();
  const reason = useMemo(() => whyUnsolvable(experiment, dataset), [experiment, dataset]);

  function solve(): void {
    setFault(reason);
    const present = frames.current()?.parameters;
    if (reason !== null || present === undefined) return;
    const solution = solveNetwork(experiment, dataset, present);
    if (solution === null) return;
    actions.setParameters('Solve', solution);
    actions.say('Solved: the weights are those of least squares.');
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="text-button curve-solve"
        aria-disabled={reason !== null || undefined}
        aria-describedby={reason === null ? undefined : id}
        title={reason ?? undefined}
        onClick={solve}
      >
        Solve
      </button>
      {reason !== null && (
        <span id={id} className="visually-hidden">
          {reason}
        </span>
      )}
      <Fault id={`${id}-fault`} text={fault === null ? null : reason} anchor={button} />
    </>
  );
}
