/** Sentences of docs/security.md that say what the page is about, what to do, or what others decide. */
export const advice = [
  "Widget JSON is untrusted",
  "This page says",
  "How to report",
  "The page's own policy",
  "Your handlers decide",
  "What a payload says",
  "Check it on the server",
  "A text that a component of yours shows",
  "Parts of the library load when",
  "A browser that keeps a failed",
];

const untrusted = "test/renderer/WidgetRenderer.untrusted.test.tsx";
const sanitize = "test/core/sanitize.test.ts";
const handlers = "test/actions/dispatchAction.faults.test.tsx";
const actions = "test/actions/useAction.faults.browser.test.tsx";
const bindings = "test/actions/useAction.bindings.browser.test.tsx";
const validation = "test/forms/validation.browser.test.tsx";
const components = "test/renderer/WidgetTree.faults.browser.test.tsx";
const parts = "test/ui/lazyComponent.faults.browser.test.tsx";
const url = "test/context/url.test.tsx";
const limits = "test/core/limits.test.ts";
const cut = "test/context/propReader.limits.test.tsx";
const hostile = "test/renderer/WidgetRenderer.hostile.test.tsx";
const hostileInBrowsers =
  "test/renderer/WidgetRenderer.hostile.browser.test.tsx";
const fuzz = "test/contracts/fuzz.test.tsx";
const installed = "test/contracts/dependencies.test.ts";

/** How a claim of the page begins → the file and the name of a test that fails when it is untrue. */
export const proofs: Record<string, [file: string, name: string][]> = {
  "Show text, pictures": [["test/contracts/dom.test.tsx", "test("]],
  "Name URLs for": [[sanitize, "image %j: %s"]],
  "Name actions.": [
    ["test/actions/useAction.test.tsx", "clicks reach the handlers"],
  ],
  "It cannot render an element": [
    [untrusted, "%s renders whatever its properties are"],
    [untrusted, "%s renders in any other node"],
    ["test/contracts/dom.test.tsx", "test("],
  ],
  "Names such as `__proto__`": [
    ["test/renderer/WidgetRenderer.test.tsx", "%s is no node type"],
    [untrusted, "__proto__"],
    ["test/core/formValues.test.ts", '"__proto__"'],
    [
      "test/core/formValues.mergeValues.test.ts",
      "keys that reach a prototype pollute nothing",
    ],
  ],
  "Markdown renders no HTML": [
    ["test/nodes/Markdown.browser.test.tsx", "HTML is text"],
  ],
  "link |": [
    [sanitize, "link %j: %s"],
    [
      "test/nodes/Markdown.links.browser.test.tsx",
      "a link to %s is plain text, and reported",
    ],
  ],
  "image |": [
    [sanitize, "image %j: %s"],
    ["test/nodes/Image.browser.test.tsx", "the URL %s is loaded: %s"],
  ],
  "styles |": [[sanitize, "%j is refused"]],
  "Control characters and spaces": [[sanitize, "%j becomes %j"]],
  "What is not allowed is left out": [
    [url, "a picture that is not allowed is left out and reported"],
    ["test/nodes/Box.test.tsx", "blocked-style"],
  ],
  "`transformUrl` is your policy": [
    [url, "what `transformUrl` makes of a picture's URL is checked as well"],
    [
      "test/nodes/Markdown.links.browser.test.tsx",
      "what `transformUrl` makes of a link is checked as well",
    ],
  ],
  "Where it throws, as `new URL`": [
    [
      url,
      "where `transformUrl` throws %s, the picture is left out and the rest stays",
    ],
  ],
  "`limits` says how large": [[limits, "%s: a notice replaces the excess"]],
  "`depth` |": [[limits, '"levels",']],
  "`nodes` |": [
    [limits, '"nodes",'],
    [limits, "options and series count as nodes"],
    [limits, "ten values of a chart count as a node"],
    [
      "test/core/limits.known.test.ts",
      "count as nodes, because to report a million of them takes as long",
    ],
  ],
  "`text` |": [
    [cut, "a text that is too long is cut where it is read"],
    [cut, '"/options/1/label"'],
    [cut, '"/status/text"'],
    [cut, '"/placeholder"'],
    [cut, "%s of the Chart %j"],
  ],
  "`points` |": [[limits, '"rows of a chart",']],
  "A notice replaces what exceeds": [
    [
      "test/renderer/prepareWidget.test.tsx",
      "what exceeds a limit is reported, and a notice replaces it",
    ],
  ],
  "100,000 levels are cut": [
    [limits, "100,000 levels are cut without an overflow of the stack"],
    [hostile, "is rendered down to the limit of levels"],
  ],
  "A URL, the name of a field": [
    [cut, "what is not a text for the user is never cut"],
    [cut, "the payload of an action is never cut"],
  ],
  "A table that would be wider": [
    [
      "test/nodes/Table.test.tsx",
      "no cell spans where there would be millions of columns: %s",
    ],
    [
      "test/nodes/Table.browser.test.tsx",
      "spans that would make millions of columns do not freeze the page",
    ],
  ],
  "A `pattern` that may take": [
    [
      "test/core/testedLength.test.ts",
      "%s, which may take exponential time, on short ones",
    ],
    [
      hostileInBrowsers,
      "a pattern that would take years is not tested on a long value",
    ],
  ],
  "Markdown with so many marks": [
    [
      "test/nodes/Markdown/markdownCost.test.tsx",
      "Markdown that a parser would take minutes for is shown as it is written",
    ],
  ],
  "So is the rest of a": [
    [
      "test/nodes/Markdown/markdownCost.test.tsx",
      "of very many %s the first are parsed, and the rest is shown as it is written",
    ],
  ],
  "An override of the direction": [
    [
      hostileInBrowsers,
      "a text that overrides its direction leaves those beside it in a %s",
    ],
  ],
  "A getter or a proxy": [
    [hostile, "what throws as it is read, %s, does not reach the host"],
  ],
  "The page sees the last good widget": [
    [hostile, "the last good widget stays, and the failure is reported once"],
    [hostile, "all but the node that throws as it renders is shown"],
    [hostile, "without a good one, nothing is shown"],
  ],
  "Only on a server": [[hostile, "on a server it reaches the host"]],
  "`npm test` also renders thousands": [
    [fuzz, "every text of a widget that is right can be read"],
    [fuzz, "a widget that is broken harms nothing"],
    [fuzz, "a widget with mistakes in it harms nothing"],
    [fuzz, "after any updates a widget is what it would be at first"],
  ],
  "No error reaches the page": [
    [fuzz, "page.check(vocabulary)"],
    [fuzz, "expect(requests).not.toHaveBeenCalled()"],
    [fuzz, "every text of a widget that is right can be read"],
    [fuzz, "after any updates a widget is what it would be at first"],
  ],
  "A thousand widgets that are gone": [
    [
      "test/contracts/leaks.test.tsx",
      "a thousand widgets that are gone leave nothing behind",
    ],
  ],
  "`npm run fuzz": [
    ["package.json", '"fuzz": "node scripts/fuzz.mjs"'],
    ["scripts/fuzz.mjs", "minutes:"],
  ],
  "An action with `handler": [
    [
      "test/actions/useAction.test.tsx",
      "an action for the client never reaches `sendAction`",
    ],
  ],
  "While an action runs": [
    [bindings, "a handler that %s"],
    [
      "test/nodes/Button.browser.test.tsx",
      "a button shows that its action runs, and does not dispatch it again",
    ],
  ],
  "A form is not sent while": [
    [validation, "an invalid confirm goes to the first bad field and says why"],
    [
      validation,
      "messages of the host, at once or later; the next attempt asks again",
    ],
  ],
  "With `interactive={false}`": [
    [bindings, "nothing that a user does acts while it is read-only"],
  ],
  "The values of a form never replace": [
    ["test/core/formValues.mergeValues.test.ts", "a leaf"],
  ],
  "A fault ends where": [
    [components, "that %s in an update is missing alone, and the page stays"],
  ],
  "An error boundary or a `Suspense`": [
    [components, "that %s in an update is missing alone, and the page stays"],
    [components, "that suspends is missing alone until it has what it waits"],
  ],
  "a handler or `validate` throws": [
    [handlers, "%s is reported, and the form is as usable as before"],
  ],
  "a handler never settles": [[bindings, "loadingBehavior %s"]],
  "a handler settles after": [
    [
      actions,
      "a handler whose promise %s after the unmount leaves nothing behind",
    ],
    [
      "test/actions/dispatchAction.browser.test.tsx",
      "an action that the unmount aborts is not reported as failed",
    ],
  ],
  "a component of yours throws": [
    [components, "that %s in an update is missing alone, and the page stays"],
  ],
  "a component or an icon of yours suspends": [
    [components, "that suspends is missing alone until it has what it waits"],
    [
      components,
      "an icon of the host that never comes leaves its button usable",
    ],
  ],
  "the code of a part cannot be loaded": [
    [parts, "%s whose code cannot be loaded stays readable"],
  ],
  "A handler may throw anything": [
    [actions, "a handler that %s with what cannot be read is reported"],
    [handlers, "%s is reported, and the form is as usable as before"],
  ],
  "A component that throws comes back": [
    [
      "test/renderer/NodeBoundary.test.tsx",
      "a node that throws disappears alone and comes back with other JSON",
    ],
  ],
  "One that throws again each time": [
    [
      components,
      "that throws each time that it is removed costs no more than the widget, until its JSON changes",
    ],
  ],
  "An action outlives an update": [
    [actions, "a widget that is %s while its action runs is usable when it"],
  ],
  "Two widgets with the same ids": [
    [actions, "two widgets with the same ids run and fail apart"],
  ],
  "A form can be sent in the meantime": [[parts, "its form is sent"]],
  "Markdown |": [[parts, "  Markdown: {"]],
  "Chart |": [[parts, "  Chart: {"]],
  "icons of `lucide:`": [
    [parts, '  "a lucide icon": {'],
    [
      "test/nodes/Icon.browser.test.tsx",
      "an icon of lucide keeps its size while it loads",
    ],
  ],
  "Select, DatePicker": [
    [parts, "  Select: {"],
    [parts, "  DatePicker: {"],
  ],
  "rows that do not fit": [
    [
      "test/renderer/WidgetRenderer.faults.test.tsx",
      "without the code that finds rows which do not fit, every row may scroll",
    ],
  ],
  "No package that the library depends on": [
    [installed, "nothing that is installed with the library runs a script"],
    [installed, "comes from npm's registry, with its hash"],
  ],
  // Steps of `npm test` fail when these are untrue.
  "All of it is under MIT": [["scripts/licences.mjs", "process.exit"]],
  "The first chunk of an app": [["scripts/size.mjs", '["clsx"]']],
  "The package holds only": [
    ["scripts/tarball.mjs", "a file that nothing in the package uses"],
  ],
  "Releases are to be published": [
    [".github/workflows/release.yml", "npm publish ./release/*.tgz"],
    [".github/workflows/release.yml", "--provenance"],
    [".github/workflows/release.yml", "npm run --silent sbom"],
  ],
  "Advisories are looked up": [
    [".github/workflows/audit.yml", "cron:"],
    [".github/workflows/audit.yml", "npm run audit"],
  ],
};
