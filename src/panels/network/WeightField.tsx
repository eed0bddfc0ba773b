import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ParameterRef } from '../../experiment/experiment';
import { Fault } from '../../controls/Fault';
import { IconButton } from '../../controls/IconButton';
import { useFault } from '../../controls/useFault';
import { useActions, useFrame, useFrames } from '../../store/context';
import { parseWeight, showExactWeight, showWeight } from './weightInput';

export interface WeightFieldProps {
  /** Weight from x1 to hidden layer 1, unit 3 */
  readonly name: string;
  readonly freezeName: string;
  readonly parameter: ParameterRef;
  /** its index in the flat parameters */
  readonly index: number;
  readonly frozen: boolean;
  /** the sending or receiving unit in symbols */
  readonly children: ReactNode;
}

/** One weight or bias: read while it trains, typed at any time, frozen by the lock beside it. */
export function WeightField(props: WeightFieldProps) {
  const { name, freezeName, parameter, index, frozen, children } = props;
  const actions = useActions();
  return (
    <div className="network-weight">
      <span className="network-weight-symbol" aria-hidden="true">
        {children}
      </span>
      <WeightInput name={name} parameter={parameter} index={index} />
      <IconButton
        label={freezeName}
        icon={frozen ? 'locked' : 'unlocked'}
        size="small"
        pressed={frozen}
        onClick={() => actions.freeze(parameter, !frozen)}
      />
    </div>
  );
}

/** Holds the present number, written with every frame, except from the moment on that somebody types in it. */
function WeightInput({ name, parameter, index }: Pick<WeightFieldProps, 'name' | 'parameter' | 'index'>) {
  const actions = useActions();
  const frames = useFrames();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** text at the moment it was entered; null while nobody edits */
  const before = useRef<string | null>(null);
  const [fault, setFault] = useFault();
  const present = () => frames.current()?.parameters[index] ?? 0;

  useFrame(
    ({ parameters }) => {
      const text = showWeight(parameters[index] ?? 0);
      if (before.current === null && input.current && input.current.value !== text)
        input.current.value = text;
    },
    [index],
  );
  function begin(): void {
    if (before.current !== null || input.current === null) return;
    before.current = showExactWeight(present());
    input.current.value = before.current;
    input.current.select();
  }
  function finish(keep: boolean): void {
    const typed = input.current?.value ?? '';
    const changed = before.current !== null && typed !== before.current;
    const parsed = changed && keep ? parseWeight(typed) : null;
    before.current = null;
    if (parsed?.ok === true) {
      actions.setParameter(parameter, parsed.value);
      actions.endGesture();
    } else if (input.current) {
      input.current.value = showWeight(present());
    }
    setFault(parsed?.ok === false ? parsed.fault : null);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const untouched = before.current === null || before.current === input.current?.value;
    if (event.key === 'Enter') {
      finish(true);
    } else if (event.key === 'Escape' && (!untouched || fault !== null)) {
      event.stopPropagation();
      finish(false);
    }
  }
  return (
    <>
      <input
        ref={input}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-label={name}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        defaultValue={showWeight(present())}
        onFocus={begin}
        onBlur={() => finish(true)}
        onInput={() => {
          before.current ??= '';
          if (fault !== null) setFault(null);
        }}
        onKeyDown={onKeyDown}
      />
      <Fault id={`${id}-fault`} text={fault} anchor={input} />
    </>
  );
}
