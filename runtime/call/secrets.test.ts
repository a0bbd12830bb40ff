import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createTokenPassport, parseAccount } from "../auth/index.js";
import {
  failure,
  refused,
  request,
  secrets,
  serve,
  type Reply,
  type Seen,
} from "./fixtures/soap-server.js";

test("no secret shows, neither in the client nor in an error of a server that repeats what it got", async () => {
  const nonce = "abcdefghijklmnopqrst";
  const now = 1_700_000_000_000;
  const { signature } = createTokenPassport(
    { account: parseAccount("1234567_SB1"), ...secrets },
    nonce,
    now / 1000,
  );
  const hidden = [...Object.values(secrets), nonce, signature.$value];
  const echoes: ((seen: Seen) => Reply)[] = [
    ({ text }) => ({
      status: 500,
      headers: { "content-type": "text/html" },
      body: `<html>${text}</html>`,
    }),
    ({ text }) => ({
      status: 400,
      headers: { "content-type": "text/plain" },
      body: text.replaceAll("<", "("),
    }),
    ({ text }) => ({ body: text }),
    ({ text }) => ({
      status: 500,
      body: refused.replaceAll(
        "Invalid login attempt.",
        text.replaceAll("<", "&lt;"),
      ),
    }),
    ({ text }) => ({ body: text.slice(0, -20) }),
  ];
  for (const echo of echoes) {
    const { client } = await serve(echo, {
      now: () => now,
      nonce: () => nonce,
    });
    const error = await failure(client.get(request));
    const shown = [
      inspect(client, { depth: Infinity, showHidden: true }),
      JSON.stringify(client),
      inspect(error, { depth: Infinity, showHidden: true }),
      JSON.stringify(error),
      error.stack ?? "",
      String(error),
    ].join("\n");
    for (const each of hidden) expect(shown).not.toContain(each);
  }
});
