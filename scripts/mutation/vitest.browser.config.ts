import { defineConfig } from "vitest/config";
import { projectFor } from "./project.js";

export default defineConfig({
  test: {
    projects: [
      projectFor("browser", [
        "test/forms/*.browser.test.{ts,tsx}",
        "test/nodes/{Card,DatePicker.form,Form}.browser.test.tsx",
        "test/renderer/WidgetRenderer.{focus,growing,hydration,updates}.browser.test.tsx",
        "test/ui/{TriggerField.enter,useReturnFocus}.browser.test.tsx",
      ]),
      // Messages of a server at the fields.
      projectFor("unit", ["test/actions/dispatchAction*.test.{ts,tsx}"]),
    ],
  },
});
