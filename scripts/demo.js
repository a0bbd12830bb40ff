// Shows the main job on the WSDL that the project carries: generates a client, starts an emulated NetSuite account, and
// works with it. No network, no NetSuite account.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmulator } from "nsgen-emulator";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, ".demo/netsuite");

function heading(text) {
  const isTerminal = process.stdout.isTTY === true;
  console.log(isTerminal ? `\n\u001b[1m${text}\u001b[0m` : `\n${text}`);
}

function print(text) {
  console.log(text.replace(/^/gm, "   "));
}

/** An element a line, children further in; text stays with its element. */
function layOut(xml) {
  let depth = 0;
  return xml
    .replace(/>(?=<)/g, ">\n")
    .split("\n")
    .map((line) => {
      if (line.startsWith("</")) depth -= 1;
      const shown = "  ".repeat(depth) + line;
      if (/^<[^/?]/.test(line) && !/<\/|\/>$/.test(line)) depth += 1;
      return shown;
    })
    .join("\n");
}

heading("1. nsgen --wsdl sample/wsdl/netsuite.wsdl --out .demo/netsuite");
execFileSync(
  process.execPath,
  ["dist/nsgen.js", "--wsdl", "sample/wsdl/netsuite.wsdl", "--out", out],
  { cwd: root, stdio: "inherit" },
);
const {
  encodeEnvelope,
  NetSuiteClient,
  NetSuiteFaultError,
  schema,
  startsWith,
} = await import(join(out, "index.js"));

heading("2. An emulated NetSuite account that takes two requests at a time");
const emulator = await startEmulator({
  schema,
  settings: { concurrencyLimit: 2 },
  latencyMs: 40,
});
print(`${emulator.endpoint}/services/NetSuitePort_${schema.version}`);
const client = new NetSuiteClient(emulator.connection);

try {
  heading(
    '3. customer.upsert({ externalId: "crm-7", companyName: "Acme", phone: null })',
  );
  const customer = { externalId: "crm-7", companyName: "Acme", phone: null };
  const body = { upsert: { record: { $type: "Customer", ...customer } } };
  print(
    `sends, beside its signature,\n${layOut(encodeEnvelope(schema, { body }))}`,
  );
  const ref = await client.records.customer.upsert(customer);
  print(`and gives internalId ${ref.internalId}. Read again:`);
  console.dir(await client.records.customer.get(ref), { depth: null });

  heading("4. 25 more in one batch, found again ten at a time");
  const branches = Array.from({ length: 25 }, (_, at) => ({
    externalId: `branch-${at + 1}`,
    companyName: `Acme ${at + 1}`,
  }));
  for await (const { error } of client.records.customer.upsertAll(branches))
    if (error) throw error;
  const found = client.records.customer.search(
    { basic: { companyName: startsWith("Acme") } },
    { pageSize: 10 },
  );
  for await (const { pageIndex, totalPages, items } of found.pages())
    print(
      `page ${pageIndex} of ${totalPages}: ${items.map(({ companyName }) => companyName).join(", ")}`,
    );

  heading("5. Twelve calls at once: more than the account takes");
  const calls = branches.slice(0, 12).map(async ({ externalId }) => {
    let attempts = 0;
    await client.records.customer.get(
      { externalId },
      { onResponse: (response) => (attempts = response.attempts.length) },
    );
    return attempts;
  });
  const refused = (await Promise.all(calls)).filter((each) => each > 1);
  print(
    `All were answered. ${refused.length} were refused for concurrency at first, and sent again by the client.`,
  );

  heading("6. A mistake is found before anything is sent");
  await client.records.customer
    .upsert({ externalId: "crm-7", companyNam: "Acme" })
    .catch((error) => print(`${error.name}: ${error.message}`));

  heading("7. A SOAP fault is a typed error");
  const stranger = new NetSuiteClient({
    ...emulator.connection,
    tokenSecret: "of another token",
  });
  await stranger.records.customer.get(ref).catch((error) => {
    if (!(error instanceof NetSuiteFaultError)) throw error;
    print(`${error.name} ${error.netsuiteCode}: ${error.message}`);
  });
  await stranger.close();
  print(
    `The account's login audit says: ${emulator.loginAudit.at(-1)?.detail}`,
  );
} finally {
  await client.close();
  await emulator.close();
}
heading("The generated package is in .demo/netsuite");
