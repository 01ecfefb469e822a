import { hash } from "node:crypto";

/** In hexadecimal; of a text, its UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return hash("sha256", data);
}
