import { Icon } from "./Icon/Icon.js";
import { Badge } from "./Badge/Badge.js";
import { Basic } from "./Basic/Basic.js";
import { Box } from "./Box/Box.js";
import { Button } from "./Button/Button.js";
import { Caption } from "./Caption/Caption.js";
import { Card } from "./Card/Card.js";
import { Chart } from "./Chart/Chart.js";
import { Checkbox } from "./Checkbox/Checkbox.js";
import { Col } from "./Col/Col.js";
import { DatePicker } from "./DatePicker/DatePicker.js";
import { Divider } from "./Divider/Divider.js";
import { Form } from "./Form/Form.js";
import { Image } from "./Image/Image.js";
import { Input } from "./Input/Input.js";
import { Label } from "./Label/Label.js";
import { ListView } from "./ListView/ListView.js";
import { ListViewItem } from "./ListViewItem/ListViewItem.js";
import { Markdown } from "./Markdown/Markdown.js";
import { RadioGroup } from "./RadioGroup/RadioGroup.js";
import { Row } from "./Row/Row.js";
import { Select } from "./Select/Select.js";
import { Spacer } from "./Spacer/Spacer.js";
import { Table } from "./Table/Table.js";
import { TableCell } from "./Table/TableCell.js";
import { TableRow } from "./Table/TableRow.js";
import { Text } from "./Text/Text.js";
import { Textarea } from "./Textarea/Textarea.js";
import { Title } from "./Title/Title.js";
import { Transition } from "./Transition/Transition.js";

/** Every node type: its name in JSON → its component. */
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
  DatePicker,
  Divider,
  Form,
  Icon,
  Image,
  Input,
  Label,
  ListView,
  ListViewItem,
  Markdown,
  RadioGroup,
  Row,
  Select,
  Spacer,
  Table,
  "Table.Cell": TableCell,
  "Table.Row": TableRow,
  Text,
  Textarea,
  Title,
  Transition,
};
