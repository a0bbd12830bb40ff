// A process that is ready to send, and nothing else: nsgen's client, or, without a package, Node alone.

const [, , index] = process.argv;
let client;
if (index) {
  const { NetSuiteClient } = await import(index);
  client = new NetSuiteClient({
    account: "1234567",
    consumerKey: "a",
    consumerSecret: "b",
    tokenId: "c",
    tokenSecret: "d",
  });
}
console.log(process.memoryUsage().rss);
await client?.close();
