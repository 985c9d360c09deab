import type { ArgTypes, Meta, StoryObj } from "@storybook/react-vite";
import type { WidgetNode } from "../../src/index.js";
import {
  parseWidgetFile,
  renderWidgetTemplate,
  type WidgetFile,
} from "../../src/template/index.js";
import { renderWidget } from "../story.js";
import { widgetFiles } from "./files.js";

type Data = Record<string, unknown>;

/** Whole widgets: a `.widget` file each, rendered with the data in the controls. */
export default { title: "Widgets" } satisfies Meta<Data>;

function widget(name: string): StoryObj<Data> {
  const { text, data } = widgetFiles[name]!;
  const file = parseWidgetFile(text);
  return {
    args: JSON.parse(data) as Data,
    argTypes: argTypesOf(file.jsonSchema),
    render: (args) => <Template file={file} data={args} />,
    parameters: {
      docs: {
        source: {
          language: "json",
          transform: (_: string, story: { args: Data }) =>
            JSON.stringify(renderWidgetTemplate(file, story.args), null, 2),
        },
      },
    },
  };
}

/** Controls may contain data that the schema of the file refuses. */
function Template({ file, data }: { file: WidgetFile; data: Data }) {
  let json;
  try {
    json = renderWidgetTemplate(file, data);
  } catch (error) {
    return <p role="alert">{error instanceof Error ? error.message : null}</p>;
  }
  return renderWidget(json as WidgetNode);
}

interface Schema {
  type?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  description?: string;
  properties?: Record<string, Schema>;
}

/** Controls by the types of the schema, so that `null` has one as well. */
function argTypesOf(schema: unknown): Partial<ArgTypes<Data>> {
  const { properties = {} } = (schema ?? {}) as Schema;
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const { anyOf, description } = property;
      const { type, enum: options } =
        anyOf?.find(({ type }) => type !== "null") ?? property;
      const control = options
        ? "select"
        : type === "string"
          ? "text"
          : type === "integer" || type === "number"
            ? "number"
            : type === "boolean"
              ? "boolean"
              : "object";
      return [name, { description, control, ...(options && { options }) }];
    }),
  );
}

export const AnswerFeedback = widget("answer-feedback");
export const CalendarAgenda = widget("calendar-agenda");
export const ChartReport = widget("chart-report");
export const CheckoutForm = widget("checkout-form");
export const ConfirmAction = widget("confirm-action");
export const CreateAccount = widget("create-account");
export const EmailDraft = widget("email-draft");
export const ExpenseApproval = widget("expense-approval");
export const FitnessRings = widget("fitness-rings");
export const FlightChoice = widget("flight-choice");
export const FlightDetail = widget("flight-detail");
export const HotelSearch = widget("hotel-search");
export const LanguagePractice = widget("language-practice");
export const MeetingPicker = widget("meeting-picker");
export const MusicList = widget("music-list");
export const NewsList = widget("news-list");
export const OrderStatus = widget("order-status");
export const PackageTracking = widget("package-tracking");
export const PhotoAlbum = widget("photo-album");
export const PollResults = widget("poll-results");
export const Poll = widget("poll");
export const ProductCard = widget("product-card");
export const Profile = widget("profile");
export const Receipt = widget("receipt");
export const Recipe = widget("recipe");
export const ResearchBrief = widget("research-brief");
export const RestaurantReservation = widget("restaurant-reservation");
export const SalesTrend = widget("sales-trend");
export const Settings = widget("settings");
export const StockQuote = widget("stock-quote");
export const SupportTicket = widget("support-ticket");
export const TaskList = widget("task-list");
export const TeamDirectory = widget("team-directory");
export const TravelItinerary = widget("travel-itinerary");
export const Weather = widget("weather");
