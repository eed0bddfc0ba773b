import { useEffect, useState } from 'react';
import { useSharing } from './sharing';
import './DropTarget.css';

const droppable = (event: DragEvent) =>
  event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') === true;

const inField = ({ target }: Event) =>
  target instanceof Element && target.closest('input, textarea') !== null;

/** Files and links dropped anywhere on the page are opened, as are links pasted; a hint says so while one hovers. */
export function DropTarget() {
  const { openFile, openText } = useSharing();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!droppable(event) || inField(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // `relatedTarget` is null when the pointer leaves the window.
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!droppable(event) || inField(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) void openFile(file);
      else void openText(event.dataTransfer?.getData('text/plain') ?? '');
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!inField(event) && text !== '') void openText(text);
    };
    addEventListener('dragenter', drag);
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragenter', drag);
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, [openFile, openText]);
  if (!over) return null;
  return (
    <div className="drop-target" aria-hidden="true">
      <p>Drop an experiment file or a link to open it</p>
    </div>
  );
}
