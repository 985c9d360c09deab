import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { hostname, networkInterfaces } from "node:os";

/** What a request is refused with. */
export interface Refusal {
  status: 403 | 405;
  message: string;
}

/** A program that listens at one of these may be reached by this machine alone. */
export function isLoopback(host: string): boolean {
  return (
    host === "localhost" || host === "::1" || /^127(?:\.\d+){3}$/.test(host)
  );
}

/** What the address bar may have as host: names and numbers of this machine, and no other name that leads here. */
export function servedHosts(host: string, port: number): ReadonlySet<string> {
  const isAny = host === "0.0.0.0" || host === "::";
  const names = [
    ...(isLoopback(host) || isAny ? ["localhost", "127.0.0.1", "::1"] : []),
    ...(isAny ? [hostname(), ...addresses()] : [host]),
  ];
  return new Set(names.map((name) => hostOf(name, port)));
}

function addresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address }) => address.replace(/%.*/, "")),
  );
}

/** As a browser writes it: IPv6 in brackets, no port 80. */
export function hostOf(name: string, port: number): string {
  return new URL(`http://${name.includes(":") ? `[${name}]` : name}:${port}`)
    .host;
}

/**
 * Why a request is not answered: other pages in the user's browser, and names of other machines that lead
 * here, must neither read nor write the files.
 */
export function refusalOf(
  request: { method: string; isPage: boolean; headers: IncomingHttpHeaders },
  served: { hosts: ReadonlySet<string>; token: string },
): Refusal | undefined {
  const { method, isPage, headers } = request;
  if (!["GET", "HEAD", "PUT"].includes(method)) {
    return { status: 405, message: `There is no ${method} here.` };
  }
  const host = headers.host?.toLowerCase() ?? "";
  if (!served.hosts.has(host)) {
    return {
      status: 403,
      message: `This server does not answer as "${host}". Start it with --host to use another name.`,
    };
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, message: "The request comes from another page." };
  }
  const site = headers["sec-fetch-site"];
  const isLink = isPage && headers["sec-fetch-mode"] === "navigate";
  if (
    site !== undefined &&
    site !== "same-origin" &&
    site !== "none" &&
    !isLink
  ) {
    return { status: 403, message: "The request comes from another page." };
  }
  if (method === "PUT" && !isToken(headers["x-widget-token"], served.token)) {
    return {
      status: 403,
      message: "The page was not served by this server. Load it again.",
    };
  }
  return undefined;
}

function isToken(given: string | string[] | undefined, token: string) {
  if (typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
