import type { ReactNode } from "react";
import { useBoundProp, type ComponentRegistry } from "@json-render/react";
import type { Elements } from "../elements/Elements.js";
import type { MarkdownElement } from "../elements/markdown.js";

interface Given<Props> {
  element: { props: Props };
  children?: ReactNode;
  emit: (event: string) => void;
  bindings?: Record<string, string>;
}

type Props<Name extends keyof Elements> = Given<Parameters<Elements[Name]>[0]>;

/** A registry of these elements: no component more than json-render mounts itself. */
export function createRegistry(
  el: Elements,
  markdown: MarkdownElement,
): ComponentRegistry {
  return {
    List: ({ children }: Props<"List">) =>
      el.List({ count: (children as unknown[]).length, children }),
    Item: ({ children }: Props<"Item">) => el.Item({ children }),
    Row: ({ element: { props }, children }: Props<"Row">) =>
      el.Row({ gap: props.gap, flex: props.flex, children }),
    Col: ({ element: { props }, children }: Props<"Col">) =>
      el.Col({ gap: props.gap, flex: props.flex, children }),
    Card: ({ children }: Props<"Card">) => el.Card({ children }),
    Form: ({ children }: Props<"Form">) => el.Form({ children }),
    Title: ({ element }: Props<"Title">) => el.Title(element.props),
    Caption: ({ element }: Props<"Caption">) => el.Caption(element.props),
    Text: ({ element }: Props<"Text">) => el.Text(element.props),
    Markdown: ({ element }: Given<{ value: string }>) =>
      markdown(element.props),
    Badge: ({ element }: Props<"Badge">) => el.Badge(element.props),
    Button: ({ element, emit }: Props<"Button">) =>
      el.Button({
        label: element.props.label,
        onPress: () => emit("press"),
      }),
    Field({ element, bindings }: Props<"Field">) {
      const { name, label } = element.props;
      const [value, setValue] = useBoundProp<string>(
        element.props.value,
        bindings?.["value"],
      );
      return el.Field({ name, label, value: value ?? "", onChange: setValue });
    },
  } as unknown as ComponentRegistry;
}
