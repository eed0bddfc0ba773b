/** The algorithm of Math.seedrandom alone; the package's entry brings six others along. */
declare module 'seedrandom/seedrandom.js' {
  import seedrandom from 'seedrandom';
  export default seedrandom;
}
