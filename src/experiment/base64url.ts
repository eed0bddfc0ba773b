/** Bytes as text that may stand in an address: base64 with - and _, without padding. */

export const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function encodeBase64Url(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digit = (shift: number) => BASE64_URL.charAt((bits >>> shift) & 63);
    parts.push(digit(18) + digit(12) + (left > 1 ? digit(6) : '') + (left > 2 ? digit(0) : ''));
  }
  return parts.join('');
}
