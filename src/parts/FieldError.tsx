/** What is wrong with the value of a field, below it. */
export function FieldError({
  field,
}: {
  field: { error: string | undefined; errorId: string };
}) {
  return field.error === undefined ? null : (
    <span id={field.errorId} className="wr-FieldError" role="alert">
      {field.error}
    </span>
  );
}
