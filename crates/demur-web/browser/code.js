// The six digits that an authenticator shows, by RFC 6238.

import { createHmac } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SECONDS = 30;

/** Of a secret in base 32, as it is typed into an authenticator. */
export function code(secret, now = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 1000 / SECONDS)));
  const hash = createHmac("sha1", bytes(secret)).update(counter).digest();
  const at = hash[hash.length - 1] & 15;
  const number = (hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

function bytes(text) {
  const bits = [...text.toUpperCase()]
    .filter((letter) => LETTERS.includes(letter))
    .map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
