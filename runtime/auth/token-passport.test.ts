import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { parseAccount } from "./account.js";
import { createTokenPassport } from "./token-passport.js";

// Oracle's published vectors: section_1534941088, and section_4395630653 with article_163240164565.
test.each([
  {
    account: "123456",
    consumerKey:
      "ef40afdd8abaac111b13825dd5e5e2ddddb44f86d5a0dd6dcf38c20aae6b67e4",
    consumerSecret:
      "d26ad321a4b2f23b0741c8d38392ce01c3e23e109df6c96eac6d099e9ab9e8b5",
    tokenId: "2b0ce516420110bcbd36b69e99196d1b7f6de3c6234c5afb799b73d87569f5cc",
    tokenSecret:
      "c29a677df7d5439a458c063654187e3d678d73aca8e3c9d8bea1478a3eb0d295",
    nonce: "fjaLirsIcCGVZWzBX0pg",
    timestamp: 1508242306,
    signature: "tIcC5zyKUmycB5Ml/cNxOHDusw03Y5KPQiXVNUHHp4U=",
  },
  {
    account: "1234567",
    consumerKey:
      "71cc02b731f05895561ef0862d71553a3ac99498a947c3b7beaf4a1e4a29f7c4",
    consumerSecret:
      "7278da58caf07f5c336301a601203d10a58e948efa280f0618e25fcee1ef2abd",
    tokenId: "89e08d9767c5ac85b374415725567d05b54ecf0960ad2470894a52f741020d82",
    tokenSecret:
      "060cd9ab3ffbbe1e3d3918e90165ffd37ab12acc76b4691046e2d29c7d7674c2",
    nonce: "6obMKq0tmY8ylVOdEkA1",
    timestamp: 1439829974,
    signature: "FCghIZqXNetuZY8ILWOFH0ucdfzQOmAuL+q+kF21zPs=",
  },
])("account $account: the published signature", (given) => {
  const { account, nonce, timestamp, signature, ...tokens } = given;
  expect(
    createTokenPassport(
      { account: parseAccount(account), ...tokens },
      nonce,
      timestamp,
    ),
  ).toEqual({
    account,
    consumerKey: given.consumerKey,
    token: given.tokenId,
    nonce,
    timestamp,
    signature: { $value: signature, algorithm: "HMAC-SHA256" },
  });
});

test("parts are percent-encoded before they are joined, and the account is in passport form", () => {
  const passport = createTokenPassport(
    {
      account: parseAccount("1234567-sb1"),
      consumerKey: "k&1 !*'()~-._",
      consumerSecret: "s&é",
      tokenId: "t=/+%",
      tokenSecret: "u\u{1f511}",
    },
    "abcdefghijklmnopqrst",
    1700000000,
  );
  const base =
    "1234567_SB1&k%261%20%21%2A%27%28%29~-._&t%3D%2F%2B%25&abcdefghijklmnopqrst&1700000000";
  expect(passport.account).toBe("1234567_SB1");
  expect(passport.signature.$value).toBe(
    createHmac("sha256", "s%26%C3%A9&u%F0%9F%94%91")
      .update(base)
      .digest("base64"),
  );
});
