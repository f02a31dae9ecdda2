const office =
  /^(?:Vice-)?(?:President|Chair|Bureau|Secretary-General|Secretary|Secretariat|Executive Director|Executive Secretary|Director[- ]General) of (?:the )?(?=[A-Z])/;

/** "President of the General Assembly" → "General Assembly": the body that an office-holder's name names; any other name as it is. */
export const bodyOfHolder = (name: string): string => name.replace(office, "");
