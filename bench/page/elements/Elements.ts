import type { ReactElement, ReactNode } from "react";

interface BoxProps {
  /** Between its children, in steps of 4 px. */
  gap?: number | undefined;
  flex?: number | undefined;
  children?: ReactNode;
}

interface ValueProps {
  value: string;
}

/**
 * The elements of what is measured, for those who bring none or bring others: of
 * floor-react (`lean.tsx`) or of this library (`ours.tsx`). Plain functions without
 * hooks, so that a renderer may call them where it would mount a component.
 */
export interface Elements {
  List(props: { count: number; children?: ReactNode }): ReactElement;
  Item(props: { children?: ReactNode }): ReactElement;
  Row(props: BoxProps): ReactElement;
  Col(props: BoxProps): ReactElement;
  Card(props: { children?: ReactNode }): ReactElement;
  Form(props: { children?: ReactNode }): ReactElement;
  Title(props: ValueProps): ReactElement;
  Caption(props: ValueProps): ReactElement;
  Text(props: ValueProps & { streaming?: boolean }): ReactElement;
  Badge(props: { label: string }): ReactElement;
  Button(props: { label: string; onPress: () => void }): ReactElement;
  Field(props: {
    name: string;
    label: string;
    value: string;
    onChange: (value: string) => void;
  }): ReactElement;
}
