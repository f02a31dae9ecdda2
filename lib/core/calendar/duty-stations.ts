/** The duty stations whose days the product knows. */
export const dutyStations = {
  "new-york": { name: "New York", timeZone: "America/New_York" },
  geneva: { name: "Geneva", timeZone: "Europe/Zurich" },
  vienna: { name: "Vienna", timeZone: "Europe/Vienna" },
  nairobi: { name: "Nairobi", timeZone: "Africa/Nairobi" },
} as const;

export type DutyStationId = keyof typeof dutyStations;

/** The duty station in this time zone; New York where none is, because Headquarters plans the documents then. */
export function stationOf(timeZone: string): DutyStationId {
  switch (timeZone) {
    case "Europe/Zurich":
    case "Europe/Rome":
      return "geneva";
    case "Europe/Vienna":
      return "vienna";
    case "Africa/Nairobi":
      return "nairobi";
    default:
      return "new-york";
  }
}
