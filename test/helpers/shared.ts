import type { Shared } from "../../playground/share.js";

/** What a link to the playground carries. */
export const shared: Shared = {
  mode: "template",
  json: '{"type": "Text", "value": "Grüße 👋"}',
  template: '{"type": "Text", "value": {{ name | tojson }}}',
  data: '{"name": "Ada"}',
  schema: "",
  theme: "dark",
  width: "full",
  dir: "rtl",
};
