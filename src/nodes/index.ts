import { Icon } from "./Icon.js";
import { Badge } from "./Badge.js";
import { Basic } from "./Basic.js";
import { Box } from "./Box.js";
import { Button } from "./Button.js";
import { Caption } from "./Caption.js";
import { Card } from "./Card.js";
import { Chart } from "./Chart.js";
import { Checkbox } from "./Checkbox.js";
import { Col } from "./Col.js";
import { DatePicker } from "./DatePicker.js";
import { Divider } from "./Divider.js";
import { Form } from "./Form.js";
import { Image } from "./Image.js";
import { Input } from "./Input.js";
import { Label } from "./Label.js";
import { ListView } from "./ListView.js";
import { ListViewItem } from "./ListViewItem.js";
import { Markdown } from "./Markdown.js";
import { RadioGroup } from "./RadioGroup.js";
import { Row } from "./Row.js";
import { Select } from "./Select.js";
import { Spacer } from "./Spacer.js";
import { Table } from "./Table.js";
import { TableCell } from "./TableCell.js";
import { TableRow } from "./TableRow.js";
import { Text } from "./Text.js";
import { Textarea } from "./Textarea.js";
import { Title } from "./Title.js";
import { Transition } from "./Transition.js";

/**
 * Nodes that are their JSON and no more: no state, no effect, no context but the
 * host's. The renderer calls them, and React has one component less to keep.
 */
export const plain = {
  Badge,
  Basic,
  Box,
  Caption,
  Col,
  Icon,
  Row,
  Spacer,
  Text,
  Title,
};

/** Every node type: its name in JSON → the component that draws it. */
export const nodes = {
  ...plain,
  Button,
  Card,
  Chart,
  Checkbox,
  DatePicker,
  Divider,
  Form,
  Image,
  Input,
  Label,
  ListView,
  ListViewItem,
  Markdown,
  RadioGroup,
  Select,
  Table,
  "Table.Cell": TableCell,
  "Table.Row": TableRow,
  Textarea,
  Transition,
};
