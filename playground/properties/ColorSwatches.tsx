import { color, type ColorContext } from "../../src/core/style/color.js";
import { meanings, palette } from "./swatches.js";

interface ColorSwatchesProps {
  /** Names the property. */
  label: string;
  context: ColorContext;
  value: unknown;
  disabled: boolean;
  onChange: (name: string) => void;
}

/** The named colours of a context to choose from, and the palette. */
export function ColorSwatches(props: ColorSwatchesProps) {
  const { label, context, disabled } = props;
  return (
    <div className="pg-swatches">
      <fieldset className="pg-swatch-row" aria-label={`${label}: names`}>
        {meanings(context).map((swatch) => (
          <Swatch key={swatch.name} {...props} {...swatch} />
        ))}
      </fieldset>
      {!disabled && (
        <details className="pg-details">
          <summary>Palette</summary>
          {palette(context).map(({ hue, steps }) => (
            <fieldset
              key={hue}
              className="pg-swatch-row"
              aria-label={`${label}: ${hue}`}
            >
              {steps.map((swatch) => (
                <Swatch key={swatch.name} {...props} {...swatch} />
              ))}
            </fieldset>
          ))}
        </details>
      )}
    </div>
  );
}

function Swatch({
  name,
  css,
  value,
  disabled,
  onChange,
}: ColorSwatchesProps & { name: string; css: string }) {
  return (
    <button
      type="button"
      className="pg-swatch"
      aria-label={name}
      aria-pressed={value === name}
      title={name}
      disabled={disabled}
      onClick={() => onChange(name)}
    >
      <span style={{ background: css }} />
    </button>
  );
}

/** What a colour looks like; nothing where it is none. */
export function ColorSample({
  value,
  context,
}: {
  value: unknown;
  context: ColorContext;
}) {
  return (
    <span
      className="pg-swatch-sample"
      aria-hidden="true"
      style={{ background: color(value, context) }}
    />
  );
}
