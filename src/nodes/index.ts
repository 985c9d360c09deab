import { Badge } from "./Badge.js";
import { Basic } from "./Basic.js";
import { Box } from "./Box.js";
import { Button } from "./Button.js";
import { Caption } from "./Caption.js";
import { Card } from "./Card.js";
import { Chart } from "./Chart.js";
import { Checkbox } from "./Checkbox.js";
import { Col } from "./Col.js";
import { Icon } from "./Icon.js";
import { Input } from "./Input.js";
import { Label } from "./Label.js";
import { ListView } from "./ListView.js";
import { ListViewItem } from "./ListViewItem.js";
import { RadioGroup } from "./RadioGroup.js";
import { Row } from "./Row.js";
import { Text } from "./Text.js";
import { Textarea } from "./Textarea.js";
import { Title } from "./Title.js";

/** Every node type: its name in JSON → the component that draws it. */
export const nodes = {
  Badge,
  Basic,
  Box,
  Button,
  Caption,
  Card,
  Chart,
  Checkbox,
  Col,
  Icon,
  Input,
  Label,
  ListView,
  ListViewItem,
  RadioGroup,
  Row,
  Text,
  Textarea,
  Title,
};

export * from "./Badge.js";
export * from "./Basic.js";
export * from "./Box.js";
export * from "./Button.js";
export * from "./Caption.js";
export * from "./Card.js";
export * from "./Chart.js";
export * from "./Checkbox.js";
export * from "./Col.js";
export * from "./Icon.js";
export * from "./Input.js";
export * from "./Label.js";
export * from "./ListView.js";
export * from "./ListViewItem.js";
export * from "./RadioGroup.js";
export * from "./Row.js";
export * from "./Text.js";
export * from "./Textarea.js";
export * from "./Title.js";
