import type { ReactNode } from "react";
import { createComponentImplementation } from "@a2ui/react/v0_9";
import { Catalog, CommonSchemas } from "@a2ui/web_core/v0_9";
import { z } from "zod";
import type { Elements } from "../elements/Elements.js";
import type { MarkdownElement } from "../elements/markdown.js";

const text = CommonSchemas.DynamicString;
const children = CommonSchemas.ChildList;
const value = { value: text };
const box = {
  children,
  gap: z.number().optional(),
  flex: z.number().optional(),
};

type BuildChild = (id: string, basePath?: string) => ReactNode;

/** What the binder makes of a list of children. */
type Children = (string | { id: string; basePath: string })[];

const build = (children: unknown, buildChild: BuildChild) =>
  (children as Children).map((child) =>
    typeof child === "string"
      ? buildChild(child)
      : buildChild(child.id, child.basePath),
  );

/** A catalogue of these elements: no component more than A2UI mounts itself. */
export function createCatalog(el: Elements, markdown: MarkdownElement) {
  const component = createComponentImplementation;
  return new Catalog(
    "bench",
    [
      component(
        { name: "List", schema: z.object({ children }) },
        ({ props, buildChild }) =>
          el.List({
            count: (props.children as unknown as Children).length,
            children: build(props.children, buildChild),
          }),
      ),
      component(
        {
          name: "Item",
          schema: z.object({ child: CommonSchemas.ComponentId }),
        },
        ({ props, buildChild }) =>
          el.Item({ children: buildChild(props.child) }),
      ),
      component(
        { name: "Row", schema: z.object(box) },
        ({ props: { gap, flex, children }, buildChild }) =>
          el.Row({ gap, flex, children: build(children, buildChild) }),
      ),
      component(
        { name: "Col", schema: z.object(box) },
        ({ props: { gap, flex, children }, buildChild }) =>
          el.Col({ gap, flex, children: build(children, buildChild) }),
      ),
      component(
        { name: "Card", schema: z.object({ children }) },
        ({ props, buildChild }) =>
          el.Card({ children: build(props.children, buildChild) }),
      ),
      component(
        { name: "Form", schema: z.object({ children }) },
        ({ props, buildChild }) =>
          el.Form({ children: build(props.children, buildChild) }),
      ),
      component({ name: "Title", schema: z.object(value) }, ({ props }) =>
        el.Title({ value: props.value ?? "" }),
      ),
      component({ name: "Caption", schema: z.object(value) }, ({ props }) =>
        el.Caption({ value: props.value ?? "" }),
      ),
      component(
        {
          name: "Text",
          schema: z.object({ ...value, streaming: z.boolean().optional() }),
        },
        ({ props }) =>
          el.Text({
            value: props.value ?? "",
            streaming: props.streaming === true,
          }),
      ),
      component({ name: "Markdown", schema: z.object(value) }, ({ props }) =>
        markdown({ value: props.value ?? "" }),
      ),
      component(
        { name: "Badge", schema: z.object({ label: text }) },
        ({ props }) => el.Badge({ label: props.label ?? "" }),
      ),
      component(
        {
          name: "Button",
          schema: z.object({ label: text, action: CommonSchemas.Action }),
        },
        ({ props }) =>
          el.Button({
            label: props.label ?? "",
            onPress: props.action as () => void,
          }),
      ),
      component(
        {
          name: "Field",
          schema: z.object({ name: z.string(), label: text, value: text }),
        },
        ({ props }) =>
          el.Field({
            name: props.name ?? "",
            label: props.label ?? "",
            value: props.value ?? "",
            onChange: props.setValue,
          }),
      ),
    ],
    [],
  );
}
