// A process whose first request reaches the dispatcher: imported, made, encoded, signed.

const [, , index] = process.argv;
const { NetSuiteClient } = await import(index);
const client = new NetSuiteClient({
  account: "1234567",
  consumerKey: "a",
  consumerSecret: "b",
  tokenId: "c",
  tokenSecret: "d",
  dispatcher: {
    dispatch() {
      console.log(process.memoryUsage().rss);
      process.exit(0);
    },
  },
});
await client.records.customer.get("42");
