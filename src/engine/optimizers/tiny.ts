/** Keeps a vanishing denominator from dividing; added outside the root. */
export const EPSILON = 1e-8;

/**
 * Added and taken away again, it rounds to multiples of about 1e-36: moments that decay for ever come to rest there,
 * not among the denormal numbers, which processors handle many times slower.
 */
export const TINY = 1e-20;

/** Likewise for gradients before single precision squares them: to multiples of about 1e-16, far below EPSILON. */
export const TINY_GRADIENT = 1e-9;
