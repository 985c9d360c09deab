import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import {
  WidgetRenderer,
  type WidgetError,
  type WidgetNode,
} from "../../src/index.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
} from "../../src/template/index.js";
import { widgetFiles } from "../../stories/widgets/files.js";

const files = Object.entries(widgetFiles);

describe("the widgets of the stories", () => {
  it("has widgets of many kinds to show", () => {
    expect(files.length).toBeGreaterThanOrEqual(20);
  });

  it.each(files)(
    "%s fits its schema and renders without a report",
    (_, file) => {
      const { text, data } = file;
      const widget = renderWidgetTemplate(
        parseWidgetFile(text),
        JSON.parse(data) as object,
      ) as WidgetNode;
      const errors: WidgetError[] = [];
      const { container } = render(
        <WidgetRenderer
          widget={widget}
          onError={(error) => errors.push(error)}
        />,
      );
      expect(errors).toEqual([]);
      expect(container.querySelector(".wr-root > [class^=wr-]")).not.toBeNull();
    },
  );
});
