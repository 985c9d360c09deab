import * as Radix from "@radix-ui/react-popover";
import clsx from "clsx/lite";
import { Anchor, Portal } from "./Portal.js";
import type { PopoverTriggerProps } from "./useReturnFocus.js";

interface PopoverSurfaceProps
  extends
    Omit<PopoverTriggerProps, "label">,
    Partial<PopoverTriggerProps["label"]>,
    Omit<Radix.PopoverContentProps, "id"> {}

/** The surface of everything that opens beside a field. */
export function Popover({
  anchor,
  onClose,
  className,
  ...content
}: PopoverSurfaceProps) {
  return (
    <Portal anchor={anchor}>
      <Radix.Root open onOpenChange={(open) => !open && onClose()}>
        <Radix.Trigger asChild>
          <Anchor element={anchor} />
        </Radix.Trigger>
        <Radix.Content
          className={clsx("wr-Popover", className)}
          collisionPadding={8}
          // What opens knows which part of it takes the focus.
          onOpenAutoFocus={(event) => event.preventDefault()}
          {...content}
        />
      </Radix.Root>
    </Portal>
  );
}
