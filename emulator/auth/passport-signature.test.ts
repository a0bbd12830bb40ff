import { expect, test } from "vitest";
import { isSignature, signPassport } from "./passport-signature.js";
import { percentEncode } from "./percent-encode.js";

// Dummy values that Oracle publishes, with the signature that they have.
test.each([
  {
    account: "123456",
    consumerKey:
      "ef40afdd8abaac111b13825dd5e5e2ddddb44f86d5a0dd6dcf38c20aae6b67e4",
    consumerSecret:
      "d26ad321a4b2f23b0741c8d38392ce01c3e23e109df6c96eac6d099e9ab9e8b5",
    token: "2b0ce516420110bcbd36b69e99196d1b7f6de3c6234c5afb799b73d87569f5cc",
    tokenSecret:
      "c29a677df7d5439a458c063654187e3d678d73aca8e3c9d8bea1478a3eb0d295",
    nonce: "fjaLirsIcCGVZWzBX0pg",
    timestamp: "1508242306",
    signature: "tIcC5zyKUmycB5Ml/cNxOHDusw03Y5KPQiXVNUHHp4U=",
  },
  {
    account: "1234567",
    consumerKey:
      "71cc02b731f05895561ef0862d71553a3ac99498a947c3b7beaf4a1e4a29f7c4",
    consumerSecret:
      "7278da58caf07f5c336301a601203d10a58e948efa280f0618e25fcee1ef2abd",
    token: "89e08d9767c5ac85b374415725567d05b54ecf0960ad2470894a52f741020d82",
    tokenSecret:
      "060cd9ab3ffbbe1e3d3918e90165ffd37ab12acc76b4691046e2d29c7d7674c2",
    nonce: "6obMKq0tmY8ylVOdEkA1",
    timestamp: "1439829974",
    signature: "FCghIZqXNetuZY8ILWOFH0ucdfzQOmAuL+q+kF21zPs=",
  },
])("the signature for account $account is Oracle's", (vector) => {
  const made = signPassport(vector, vector);
  expect(made).toBe(vector.signature);
  expect(isSignature(` ${made}\n`, vector.signature)).toBe(true);
  expect(isSignature(made.toLowerCase(), vector.signature)).toBe(false);
  expect(isSignature("", vector.signature)).toBe(false);
});

test.each([
  ["abc-._~XYZ019", "abc-._~XYZ019"],
  ["a b+c/d=é!*'()", "a%20b%2Bc%2Fd%3D%C3%A9%21%2A%27%28%29"],
])("%s is encoded as RFC 5849 wants it", (text, encoded) => {
  expect(percentEncode(text)).toBe(encoded);
});
