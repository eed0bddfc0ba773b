import { useEffect, useId, useState, type FormEvent } from 'react';
import { Dialog } from '../../controls/Dialog';
import { useActions, useSelect } from '../../store/context';
import { useSharing } from './sharing';
import './OpenDialog.css';

/** Opens a file, a link of ours or of the TensorFlow Playground, or a file's text. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const { openFile, openText } = useSharing();
  const { notify } = useActions();
  const notice = useSelect((state) => state.notice);
  const id = useId();
  const [text, setText] = useState('');
  useEffect(() => notify(null), [notify]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await openText(text)) onClose();
  }
  async function choose(file: File | undefined): Promise<void> {
    if (file !== undefined && (await openFile(file))) onClose();
  }
  const fault = (...places: readonly string[]) =>
    notice !== null && places.includes(notice.place) ? notice.text : null;
  const pasted = fault('paste', 'link');
  const chosen = fault('file');
  return (
    <Dialog title="Open experiment" onClose={onClose}>
      <form className="open-dialog" onSubmit={(event) => void submit(event)}>
        <label htmlFor={`${id}-file`}>Experiment file</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          aria-describedby={chosen === null ? undefined : `${id}-file-fault`}
          onChange={(event) => {
            const { files } = event.target;
            void choose(files?.[0]);
            // The same file may be chosen again after it was mended.
            event.target.value = '';
          }}
        />
        {chosen !== null && (
          <p id={`${id}-file-fault`} role="alert" className="open-dialog-fault">
            {chosen}
          </p>
        )}
        <label htmlFor={`${id}-text`}>Link or experiment</label>
        <textarea
          id={`${id}-text`}
          rows={5}
          spellCheck={false}
          value={text}
          aria-invalid={pasted !== null || undefined}
          aria-describedby={pasted === null ? `${id}-hint` : `${id}-fault`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.shiftKey && void submit(event)}
        />
        <p id={`${id}-hint`} className="open-dialog-hint">
          A link of this page or of the TensorFlow Playground, or the text of an experiment file. Files can
          also be dropped anywhere on the page.
        </p>
        {pasted !== null && (
          <p id={`${id}-fault`} role="alert" className="open-dialog-fault">
            {pasted}
          </p>
        )}
        <button type="submit" className="text-button" data-primary>
          Open
        </button>
      </form>
    </Dialog>
  );
}
