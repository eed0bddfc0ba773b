import { SpinButton } from '../../controls/SpinButton';
import { useActions } from '../../store/context';
import { TypedTokenButton } from './TypedToken';
import { endTyping } from './typedToken';
import type { ToldToken } from './useToldToken';

export interface TokenChoiceProps {
  readonly token: ToldToken;
  /** What is told is a step of training, which takes tokens of the data set alone. */
  readonly ofTheData?: boolean;
}

/** Which token is told: one of the data set by its number, or one of the user's own. */
export function TokenChoice({ token, ofTheData = false }: TokenChoiceProps) {
  const { setToken } = useActions();
  function pick(number: number): void {
    endTyping();
    setToken(number - 1);
  }
  return (
    <>
      <SpinButton
        label="Token"
        layout="inline"
        min={1}
        max={token.count}
        value={token.place + 1}
        onChange={pick}
        onEnd={() => undefined}
      />
      {!ofTheData && <TypedTokenButton typing={token.typing} place={token.place} />}
    </>
  );
}
