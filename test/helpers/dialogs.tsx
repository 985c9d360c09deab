import MuiDialog from "@mui/material/Dialog";
import * as Radix from "@radix-ui/react-dialog";
import * as OldRadix from "radix-dialog-1.1.6";
import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from "react";
import * as Aria from "react-aria-components";
import { createPortal } from "react-dom";
import { server } from "vitest/browser";
import css from "../../src/styles/index.css?inline";

/** A dialog as shadcn centres it, and too small for what its fields open. */
const centred: CSSProperties = {
  position: "fixed",
  top: "50%",
  left: "50%",
  transform: "translate(-50%, -50%)",
  width: 560,
  maxHeight: 280,
  padding: 24,
  overflow: "hidden auto",
  color: "black",
  background: "white",
};
const backdrop: CSSProperties = {
  position: "fixed",
  inset: 0,
  background: "rgb(0 0 0 / 50%)",
};

interface ContainerProps {
  onClose: () => void;
  children: ReactNode;
}

const radix = ({ Root, Portal, Overlay, Content, Title }: typeof Radix) =>
  function RadixDialog({ onClose, children }: ContainerProps) {
    return (
      <Root open onOpenChange={onClose}>
        <Portal>
          <Overlay style={backdrop} />
          <Content style={centred} aria-describedby={undefined}>
            <Title>Trip</Title>
            {children}
          </Content>
        </Portal>
      </Root>
    );
  };

export const containers: [string, (props: ContainerProps) => ReactNode][] = [
  ["a dialog of Radix 1.3", radix(Radix)],
  ["a dialog of Radix 1.1.6", radix(OldRadix as unknown as typeof Radix)],
  [
    "a dialog of React Aria",
    ({ onClose, children }) => (
      <Aria.ModalOverlay
        isOpen
        isDismissable
        onOpenChange={onClose}
        style={backdrop}
      >
        <Aria.Modal style={centred}>
          <Aria.Dialog>
            <Aria.Heading slot="title">Trip</Aria.Heading>
            {children}
          </Aria.Dialog>
        </Aria.Modal>
      </Aria.ModalOverlay>
    ),
  ],
  [
    "a dialog of MUI",
    ({ onClose, children }) => (
      <MuiDialog open onClose={onClose} transitionDuration={0}>
        <div style={{ width: 500, padding: 24 }}>
          <h2>Trip</h2>
          {children}
        </div>
      </MuiDialog>
    ),
  ],
  [
    "an alertdialog without a trap",
    ({ children }) => (
      <div role="alertdialog" aria-label="Trip" style={centred}>
        <h2>Trip</h2>
        {children}
      </div>
    ),
  ],
  ["a modal <dialog>", NativeDialog],
  ["a [popover]", Popover],
  ["a shadow root", Shadow],
];

// Firefox and WebKit, as they are driven here, do not come back from it.
if (server.browser === "chromium") {
  containers.push(["the fullscreen element", Fullscreen]);
}

function NativeDialog({ onClose, children }: ContainerProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} onClose={onClose} style={{ ...centred, margin: 0 }}>
      <h2>Trip</h2>
      {children}
    </dialog>
  );
}

function Popover({ onClose, children }: ContainerProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = ref;
    current?.showPopover();
    current?.addEventListener("toggle", onClose);
  }, [onClose]);
  return (
    <div ref={ref} popover="auto" style={{ ...centred, margin: 0 }}>
      <h2>Trip</h2>
      {children}
    </div>
  );
}

function Fullscreen({ children }: ContainerProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [full, setFull] = useState(false);
  return (
    <div ref={ref} style={{ background: "white" }}>
      <h2>Trip</h2>
      <button
        type="button"
        onClick={() =>
          void ref.current!.requestFullscreen().then(() => setFull(true))
        }
      >
        Full screen
      </button>
      {full && children}
    </div>
  );
}

function Shadow({ children }: ContainerProps) {
  const [root, setRoot] = useState<ShadowRoot | null>();
  return (
    <div
      style={centred}
      ref={(element) =>
        setRoot(
          element &&
            (element.shadowRoot ?? element.attachShadow({ mode: "open" })),
        )
      }
    >
      {root &&
        createPortal(
          <>
            <style>{css}</style>
            <h2>Trip</h2>
            {children}
          </>,
          root,
        )}
    </div>
  );
}
