import type { ReactNode } from 'react';
import './Icon.css';

/** Strokes of 1.5 on a square of 20. */
const ICONS = {
  reset: <path d="M4.5 4v4h4M4.9 8A6 6 0 1 1 4 11.5" />,
  play: <path d="M6.5 4.2v11.6L16 10z" fill="currentColor" />,
  pause: <path d="M7 4.8v10.4M13 4.8v10.4" strokeWidth="3" />,
  step: <path d="M5.5 5v10l7.5-5zM15.5 5v10" />,
  'step-epoch': <path d="M3 5v10l5.5-5zM9.5 5v10l5.5-5zM17.2 5v10" />,
  back: <path d="M14.5 5v10L7 10zM4.5 5v10" />,
  undo: <path d="M7 4 3.5 7.5 7 11M3.8 7.5H12a4.3 4.3 0 0 1 0 8.6H8" />,
  redo: <path d="m13 4 3.5 3.5L13 11M16.2 7.5H8a4.3 4.3 0 0 0 0 8.6h4" />,
  link: (
    <path d="m8.5 11.5 3-3M9.2 6.4l1.9-1.9a3.1 3.1 0 0 1 4.4 4.4l-1.9 1.9M10.8 13.6l-1.9 1.9a3.1 3.1 0 0 1-4.4-4.4l1.9-1.9" />
  ),
  'link-weights': (
    <path d="m7 12.8 2.4-2.4M7.4 8.6l1.7-1.7a2.7 2.7 0 0 1 3.8 3.8l-1.6 1.7M8.9 14.6l-1.6 1.7a2.7 2.7 0 0 1-3.8-3.9l1.6-1.6M15 3v5M12.5 5.5h5" />
  ),
  save: <path d="M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12" />,
  open: <path d="M10 13V4M6.5 7 10 3.5 13.5 7M4 16.5h12" />,
  shuffle: (
    <path d="M3.5 7h2.8l5.4 6.5h4.8M3.5 13.5h2.8l1.4-1.7M10.4 8.6 11.7 7h4.8M14.5 4.8 16.7 7l-2.2 2.2M14.5 11.3l2.2 2.2-2.2 2.2" />
  ),
  help: <path d="M7.2 7.2a2.9 2.9 0 1 1 4.3 2.9c-1 .6-1.5 1.1-1.5 2.2M10 15.4v.1" />,
  plus: <path d="M10 5.5v9M5.5 10h9" />,
  minus: <path d="M5.5 10h9" />,
  close: <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />,
  chevron: <path d="m6 8 4 4 4-4" />,
  diverged: <path d="M3.5 16.5h13M4.5 13.5c4 0 6-1.5 8.5-8M10 6.6l3.2-2 1 3.6" />,
  notice: <path d="M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M10 7v4M10 13.4v.1" />,
  sliders: <path d="M3.5 6.5h6M13.5 6.5h3M3.5 13.5h3M10.5 13.5h6M11.5 4.5v4M8.5 11.5v4" />,
  locked: <path d="M5.5 9h9v7h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9" fill="currentColor" fillOpacity="0.25" />,
  unlocked: <path d="M5.5 9h9v7h-9zM7.5 9V5.5a2.5 2.5 0 0 1 4.8-1" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof ICONS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {ICONS[name]}
    </svg>
  );
}
