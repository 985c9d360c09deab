import { Icon } from "../../ui/Icon.js";
import type { Option } from "../../ui/readOptions.js";
import { wordAttributes } from "../../ui/wordAttributes.js";

interface OptionTextProps {
  option: Option;
  selected: boolean;
}

/** What an option shows, in a list with a search or without. */
export function OptionText({
  option: { label, description },
  selected,
}: OptionTextProps) {
  return (
    <>
      <span className="wr-Select-check">
        {selected && <Icon name="check" />}
      </span>
      <span className="wr-Select-content">
        <span className="wr-Select-label" {...wordAttributes(label)}>
          {label}
        </span>
        {description && (
          <span
            className="wr-Select-description"
            {...wordAttributes(description)}
          >
            {description}
          </span>
        )}
      </span>
    </>
  );
}
