import { useEffect, useEffectEvent, useState } from "react";
import type { Address } from "./address.js";
import { decode, encode, type Shared } from "./share.js";

/** Keeps the state in the address, and takes it from there. Without an address it does nothing. */
export function useAddress(
  address: Address | undefined,
  shared: Shared,
  send: (
    event:
      { type: "restore"; shared: Shared } | { type: "notice"; text: string },
  ) => void,
) {
  const [saved, setSaved] = useState(shared);

  const restore = useEffectEvent(async (isCurrent: () => boolean) => {
    const text = address?.read() ?? "";
    if (text === "") return;
    try {
      const next = await decode(text);
      if (isCurrent()) send({ type: "restore", shared: next });
    } catch {
      if (!isCurrent()) return;
      send({
        type: "notice",
        text: "The link is damaged, so it was not opened.",
      });
    }
  });

  useEffect(() => {
    let current = true;
    const open = () => void restore(() => current);
    open();
    const stop = address?.listen(open);
    return () => {
      current = false;
      stop?.();
    };
  }, [address]);

  useEffect(() => {
    if (!address || shared === saved) return;
    const timer = setTimeout(() => {
      setSaved(shared);
      void encode(shared).then(address.write);
    }, 300);
    return () => clearTimeout(timer);
  }, [address, shared, saved]);
}
