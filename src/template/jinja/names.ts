/** The filters of Jinja2 3.1 that are not supported: they need tables or layout rules that are of no use to a widget. */
export const MISSING_FILTERS = new Set(["pprint", "urlize", "wordwrap"]);

/** All filters of Jinja2 3.1. */
export const FILTER_NAMES = new Set(
  "abs attr batch capitalize center count d default dictsort e escape filesizeformat first float forceescape format groupby indent int items join last length list lower map max min pprint random reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum title tojson trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr".split(
    " ",
  ),
);
