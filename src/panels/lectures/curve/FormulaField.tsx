import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Fault } from '../../../controls/Fault';
import { Field } from '../../../controls/Field';
import { useFault } from '../../../controls/useFault';
import { loadResources } from '../../../data/resources';
import { setVariant } from '../../../experiment/changes';
import type { GeneratedProblem } from '../../../experiment/experiment';
import { LIMITS } from '../../../experiment/limits';
import { useActions } from '../../../store/context';

/** The target as the user writes it. It is read before anything changes, so that a slip loses nothing. */
export function FormulaField({ problem }: { problem: GeneratedProblem }) {
  const { edit } = useActions();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const known = problem.formula ?? '';
  const [text, setText] = useState(known);
  const [fault, setFault] = useFault();

  async function commit(): Promise<void> {
    const wanted = text.trim();
    if (wanted === known) return;
    const tooLong = wanted.length > LIMITS.formula;
    if (tooLong) {
      setFault(`Expected a formula of at most ${LIMITS.formula} characters, found ${wanted.length}.`);
      return;
    }
    try {
      await loadResources({ ...problem, variant: 'formula', formula: wanted });
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return;
    }
    setFault(null);
    edit(`Formula ${wanted}`, setVariant('formula', wanted));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') void commit();
    if (event.key !== 'Escape' || (text === known && fault === null)) return;
    event.stopPropagation();
    setText(known);
    setFault(null);
  }
  return (
    <div className="curve-formula">
      <Field label="Formula" htmlFor={id} layout="inline">
        <input
          ref={input}
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={fault !== null || undefined}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
          }}
          onBlur={() => void commit()}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Fault id={`${id}-fault`} text={fault} anchor={input} />
    </div>
  );
}
