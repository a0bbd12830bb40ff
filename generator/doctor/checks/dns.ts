import { fail, pass, skip, type Check } from "../check.js";
import { codeOf } from "../code-of.js";

/** Whether the host's name has an address. */
export const dns: Check = {
  id: "dns",
  title: "DNS",
  needs: ["endpoint"],
  async run({ configured: { destination, nameOf }, network, proxy }) {
    if (!destination) return skip("there is no host to look up");
    const { hostname } = destination.service;
    if (proxy)
      return pass(
        `the proxy ${proxy.url.host} (${proxy.variable}) looks up ${hostname}`,
      );
    if (/^[\d.]+$|^\[/.test(hostname)) return pass(`${hostname} is an address`);
    try {
      const addresses = await network.resolve(hostname);
      return pass(`${hostname} is ${addresses.slice(0, 3).join(", ")}`);
    } catch (error) {
      const code = codeOf(error);
      return fail(`${hostname} does not resolve (${code})`, {
        cause:
          code === "EAI_AGAIN"
            ? "This machine's name server did not answer."
            : "The account id or the endpoint is misspelt, or this machine's name server does not know names of the Internet.",
        fix: `Check ${nameOf("account")} and ${nameOf("endpoint")}, then: nslookup ${hostname}. Behind a proxy, name it in HTTPS_PROXY.`,
        where: "Setup > Company > Company Information, Company URLs",
      });
    }
  },
};
