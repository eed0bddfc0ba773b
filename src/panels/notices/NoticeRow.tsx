import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Icon, type IconName } from '../../controls/Icon';
import './NoticeRow.css';

export interface NoticeRowProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** The answer to something just done; the status region speaks of the run's own changes. */
  readonly alert?: boolean;
  /** Comes into view where the page is scrolled: something has just ended or failed. */
  readonly reveal?: boolean;
  readonly children: ReactNode;
}

/** One sentence across the page, and what can be done about it. */
export function NoticeRow(props: NoticeRowProps) {
  const { icon, title, text, alert = false, reveal = alert, children } = props;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reveal) row.current?.scrollIntoView({ block: 'nearest' });
  }, [reveal, title, text]);
  useLayoutEffect(() => {
    const element = row.current;
    // A row that goes away with the focus in it hands it on to Play, in its place at the top of the page.
    return () => {
      if (element?.contains(document.activeElement))
        document.querySelector<HTMLElement>('.transport-play')?.focus();
    };
  }, []);
  return (
    <div ref={row} className="notice">
      <Icon name={icon} />
      <p role={alert ? 'alert' : undefined}>
        {title !== '' && <strong>{title}</strong>} {text}
      </p>
      <div className="notice-actions">{children}</div>
    </div>
  );
}
