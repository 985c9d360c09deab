import { createRef } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Editor, type EditorHandle } from "../../playground/Editor.js";

const box = page.getByRole("textbox", { name: "Text" });

function editorOf(
  value: string,
  document = 1,
  ref = createRef<EditorHandle>(),
) {
  const onChange = vi.fn<(value: string) => void>();
  const onHistory = vi.fn<(undo: number, redo: number) => void>();
  const element = (value: string, document: number) => (
    <Editor
      ref={ref}
      label="Text"
      language="json"
      value={value}
      document={document}
      onChange={onChange}
      onHistory={onHistory}
    />
  );
  return { element, onChange, onHistory, ref, first: element(value, document) };
}

test("a value that is older than what is typed does not replace it", async () => {
  const { element, first, onChange } = editorOf("1");
  const { rerender } = await render(first);
  await userEvent.click(box);
  await userEvent.keyboard("{End}23");
  expect(onChange.mock.calls.flat()).toEqual(["12", "123"]);
  await rerender(element("12", 1));
  await expect.element(box).toHaveTextContent("123");
  await rerender(element("123", 1));
  await expect.element(box).toHaveTextContent("123");
  // Another program's, or a button's.
  await rerender(element("12", 1));
  await expect.element(box).toHaveTextContent(/^12$/);
});

test("a text from elsewhere is a step that can be undone, and leaves the caret where the text is the same", async () => {
  const { element, first, ref } = editorOf('{"a": 1}');
  const { rerender } = await render(first);
  await userEvent.click(box);
  await userEvent.keyboard("{End}");
  await rerender(element('{"b": 1}', 1));
  await userEvent.keyboard("2");
  await expect.element(box).toHaveTextContent('{"b": 1}2');
  ref.current!.undo();
  ref.current!.undo();
  await expect.element(box).toHaveTextContent('{"a": 1}');
});

test("line ends of another system are no change", async () => {
  const { first, onChange } = editorOf("[\r\n1\r\n]");
  await render(first);
  await expect.element(box).toHaveTextContent("[1]");
  expect(onChange).not.toHaveBeenCalled();
});

test("what is done in another document cannot be undone in this one", async () => {
  const { element, first, onHistory, ref } = editorOf("1");
  const { rerender } = await render(first);
  ref.current!.edit({ from: 1, to: 1, insert: "2" });
  expect(onHistory).toHaveBeenLastCalledWith(1, 0);
  await rerender(element("5", 2));
  expect(onHistory).toHaveBeenLastCalledWith(0, 0);
  ref.current!.undo();
  await expect.element(box).toHaveTextContent("5");
});
