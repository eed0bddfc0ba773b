/** Milliseconds between two sentences. */
const PAUSE = 1000;
/** Milliseconds that a change has to settle, so that what follows from it is told with it. */
const SETTLE = 100;

export interface SpeechOptions {
  readonly speak: (text: string) => void;
  /** a clock in milliseconds */
  readonly now: () => number;
  /** Runs something later; returns how to prevent it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export interface Speech {
  /** `sentence` is asked for when it is spoken, so that it tells of then. */
  say(sentence: () => string): void;
  dispose(): void;
}

/** At most one sentence a second: of those that come in between, the last is spoken. */
export function createSpeech({ speak, now, after }: SpeechOptions): Speech {
  let spokenAt = -Infinity;
  let next: (() => string) | null = null;
  let cancel: (() => void) | null = null;

  function speakNext(): void {
    cancel = null;
    if (next === null) return;
    spokenAt = now();
    speak(next());
    next = null;
  }
  return {
    say(sentence) {
      next = sentence;
      cancel ??= after(Math.max(SETTLE, spokenAt + PAUSE - now()), speakNext);
    },
    dispose() {
      cancel?.();
      cancel = null;
    },
  };
}
