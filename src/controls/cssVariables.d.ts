import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Numbers handed to a style sheet. */
    readonly [variable: `--${string}`]: string | number;
  }
}
