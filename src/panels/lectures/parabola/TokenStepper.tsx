import { IconButton } from '../../../controls/IconButton';
import { SpinButton } from '../../../controls/SpinButton';
import { useActions } from '../../../store/context';

/** Which token the figure follows, by its number along the semicircle. */
export function TokenStepper({ token, count }: { token: number; count: number }) {
  const { setToken, stepToken } = useActions();
  return (
    <div className="planes-token">
      <IconButton
        label="Previous token"
        shortcut="["
        icon="chevron"
        size="small"
        className="planes-before"
        onClick={() => stepToken(-1)}
      />
      <SpinButton
        label="Token"
        layout="inline"
        value={token + 1}
        min={1}
        max={count}
        onChange={(value) => setToken(value - 1)}
        onEnd={() => undefined}
      />
      <span>of {count}</span>
      <IconButton
        label="Next token"
        shortcut="]"
        icon="chevron"
        size="small"
        className="planes-after"
        onClick={() => stepToken(1)}
      />
    </div>
  );
}
