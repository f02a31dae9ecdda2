import { PrismaPg } from "@prisma/adapter-pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * The adapter for Prisma's commands. Its parent cuts a migration at every semicolon, also within a function's body, and
 * sends the pieces one by one. This one hands the whole script over: PostgreSQL knows where statements end, and runs a
 * script as one transaction, so that a migration that fails leaves nothing behind.
 */
export class ScriptAdapter extends PrismaPg {
  override async connect(): Promise<Adapter> {
    return withWholeScripts(await super.connect());
  }

  override async connectToShadowDb(): Promise<Adapter> {
    return withWholeScripts(await super.connectToShadowDb());
  }
}

function withWholeScripts(adapter: Adapter): Adapter {
  // `onError` turns the driver's error into Prisma's; its declaration hides it, and Prisma's commands rely on it.
  const { onError } = adapter as unknown as { onError: (thrown: unknown) => never };
  adapter.executeScript = async (script: string): Promise<void> => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (thrown) {
      onError.call(adapter, thrown);
    }
  };
  return adapter;
}
