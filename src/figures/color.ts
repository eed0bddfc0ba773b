import type { Palette } from '../protocol/messages';

/** Colours come from the CSS tokens (design: `app/tokens.css`), so that both themes share one code path. */

type Oklch = readonly [lightness: number, chroma: number, hue: number];
type Rgb = readonly [number, number, number];

/** Steps of the ramp on either side of zero. */
const HALF_RAMP = 255;
/** The design's ramp: chroma rises a little faster than lightness falls. */
const CHROMA_EXPONENT = 0.92;

function readToken(style: CSSStyleDeclaration, name: string): Oklch {
  const value = style.getPropertyValue(`--${name}`).trim();
  const match = /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+)/.exec(value);
  if (!match) throw new Error(`Expected the CSS token --${name} to be an oklch() colour, found "${value}".`);
  const lightness = Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return [lightness, Number(match[3]), Number(match[4])];
}

/** OKLCH to sRGB bytes (B. Ottosson, "A perceptual color space for image processing", 2020). */
function toRgb([lightness, chroma, hue]: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const byte = (linear: number) => {
    const v = Math.min(1, Math.max(0, linear));
    return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
  };
  return [
    byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The colours of the present theme, as the worker paints with them. */
export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root);
  const zero = readToken(style, 'heat-0');
  const ends = { negative: readToken(style, 'heat-neg'), positive: readToken(style, 'heat-pos') };
  const ramp = new Uint8ClampedArray((2 * HALF_RAMP + 1) * 3);
  for (let i = -HALF_RAMP; i <= HALF_RAMP; i++) {
    const end = i < 0 ? ends.negative : ends.positive;
    const t = Math.abs(i) / HALF_RAMP;
    const chroma = zero[1] + (end[1] - zero[1]) * t ** CHROMA_EXPONENT;
    ramp.set(toRgb([zero[0] + (end[0] - zero[0]) * t, chroma, end[2]]), (i + HALF_RAMP) * 3);
  }
  const classes = new Uint8ClampedArray(30);
  for (let k = 0; k < 10; k++) classes.set(toRgb(readToken(style, `class-${k + 1}`)), k * 3);
  return { ramp, classes, zero: new Uint8ClampedArray(toRgb(zero)) };
}

/** One token as `rgb(…)`, for canvases. */
export function cssColor(root: Element, token: string): string {
  return `rgb(${toRgb(readToken(getComputedStyle(root), token)).join(' ')})`;
}

/** Colour of a value −1 … 1 on the ramp, as `rgb(…)`. */
export function rampColor(palette: Palette, value: number): string {
  const i = (Math.round(Math.max(-1, Math.min(1, value)) * HALF_RAMP) + HALF_RAMP) * 3;
  return `rgb(${palette.ramp[i]} ${palette.ramp[i + 1]} ${palette.ramp[i + 2]})`;
}
